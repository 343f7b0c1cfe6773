import type { Board } from '../../board/board.ts';
import type { GlobProblem } from '../../glob/glob.ts';
import type { Lane } from '../../lane/lane.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Text } from '../../text/span.ts';

/** A path or glob of a lane that cannot be used. */
export interface UnusablePath extends GlobProblem {
  readonly text: Text;
}

/** What is wrong with the paths and globs of a lane, whatever field they stand in. */
export function* pathProblems({ lane }: SoundLane, { files }: Board): Iterable<UnusablePath> {
  const wide = new Set(lane.limits.write.filter(isHere));
  for (const text of [...pathsOf(lane), ...loosePathsOf(lane)]) {
    // What is empty breaks the schema, and `.` under `write` is no place outside but too wide a limit.
    if (text.value.trim() === '' || wide.has(text)) continue;
    const glob = isSimple(text.value) ? undefined : files.compile(text.value);
    if (glob !== undefined && 'problem' in glob) yield { text, ...glob };
  }
}

/** Of most paths one sees at once that nothing is wrong: short, with at most one pair of braces and three wildcards. */
function isSimple(path: string): boolean {
  return (
    path.length < 100 && /^\w[\w@./*{},-]*$/.test(path) && !/\.\.|\*.*\*.*\*.*\*|\{.*\{|\{[^}]*$/.test(path)
  );
}

const ADDRESS = /^[a-z][a-z0-9+.-]+:/i;

function pathsOf({ brief, limits, needs, checks }: Lane): readonly Text[] {
  const entries = [...brief.context, ...brief.good].flatMap((entry) =>
    entry.kind === 'path' ? [entry.path] : [],
  );
  const texts = [
    ...entries.filter(({ value }) => !ADDRESS.test(value)),
    ...limits.write,
    ...limits.never,
    ...needs.map(({ contract }) => contract),
    ...checks.flatMap(({ cwd, inputs, artifacts }) => [
      cwd === undefined || isHere(cwd) ? undefined : cwd,
      ...inputs,
      ...artifacts,
    ]),
  ];
  return texts.filter((text) => text !== undefined);
}

/** The workspace folder itself is a place to run in, though it is no file. */
function isHere({ value }: Text): boolean {
  return /^\.\/*$/.test(value);
}

/** What may be an address or a few words as well as a path counts only where it clearly leads out. */
function loosePathsOf({ brief, done }: Lane): readonly Text[] {
  const texts = [...brief.evidence.map(({ source }) => source), ...done.flatMap(({ look }) => look)];
  return texts.filter(
    (text) => text !== undefined && /^(?:\.\.?|~|[a-z]:)?[\\/]\S+$|^\S+\/\.\.\/\S*$/i.test(text.value),
  ) as Text[];
}
