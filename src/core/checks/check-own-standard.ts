import type { Board } from '../board/board.ts';
import { createFileIndex } from '../glob/file-index.ts';
import type { SoundLane } from '../lane/lane-file.ts';
import { type FileRun, filesNamed, isTest } from '../rules/checks/files-run.ts';
import { manifestsRun } from '../rules/checks/manifests-run.ts';
import { isStandard } from '../rules/checks/standards.ts';
import { checksOf } from '../rules/known-checks.ts';
import { SETTINGS_PATH } from '../settings/read-settings.ts';
import type { BuiltInOutcome, NamedFile } from './built-in-outcome.ts';
import type { ChangedFile } from './git.ts';

/**
 * The changed files by which the lane itself is judged: what its checks run, tests that were there before, settings of linters and
 * CI. It always passes: a reviewer looks at them, for whoever may change the standard can pass by lowering it.
 */
export function checkOwnStandard(
  changed: readonly ChangedFile[],
  file: SoundLane,
  board: Board,
): BuiltInOutcome {
  const before = boardBefore(changed, board);
  const checks = checksOf(file, board);
  const [named, manifests] = [byPath(filesNamed(checks, before)), byPath(manifestsRun(checks, before))];
  const files = changed.flatMap((one): NamedFile[] => {
    const touched = one.from === undefined ? [one.path] : [one.from, one.path];
    return touched.flatMap((path): NamedFile[] => {
      const check = named.get(path) ?? manifests.get(path);
      const note =
        check === undefined
          ? standardNote(path, one, file)
          : `The check "${check}" runs it or is set up by it.`;
      return note === undefined ? [] : [{ path, note }];
    });
  });
  return { result: { state: 'passed' }, files };
}

function standardNote(path: string, { change }: ChangedFile, file: SoundLane): string | undefined {
  if (path === file.path) return 'It is this lane itself.';
  if (path === SETTINGS_PATH) return 'It says what every lane inherits.';
  if (isStandard(path)) return 'It is a standard by which the work is checked.';
  return isTest(path) && change !== 'added' ? 'It is a test that was there before.' : undefined;
}

/** The board with the files that the change has taken away: a check depended on those, too. */
function boardBefore(changed: readonly ChangedFile[], board: Board): Board {
  const gone = changed.flatMap(({ change, path, from }) =>
    change === 'deleted' ? [path] : from ? [from] : [],
  );
  return gone.length === 0 ? board : { ...board, files: createFileIndex([...board.files.paths, ...gone]) };
}

function byPath(runs: readonly FileRun[]): ReadonlyMap<string, string> {
  return new Map(runs.map(({ path, check }) => [path, check]));
}
