import type { Board } from '../../board/board.ts';
import { globCovers } from '../../board/glob-cover.ts';
import { type Glob, isUnrooted, matchesGlob } from '../../glob/glob.ts';
import { globsIntersect } from '../../glob/intersect.ts';
import { hasGlobCharacters, normalizePath, quote } from '../../glob/workspace-path.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Remedy, Report, Rule } from '../../lint/rule.ts';
import type { Text } from '../../text/span.ts';
import { checksOf } from '../known-checks.ts';
import { type FileRun, filesRun } from './files-run.ts';
import { manifestsRun } from './manifests-run.ts';
import { isStandard, STANDARD_FOLDERS } from './standards.ts';

/** Flags a write path under which the lane may change what judges it. */
export const ownStandard: Rule = {
  id: 'own-standard',
  move: 4,
  severity: 'warning',
  summary:
    'The lane may write a file that one of its checks runs or is set up by, or the settings of a linter or of CI.',
  why: 'An agent that may change the standard can pass by lowering it. Tests that the lane is meant to extend do not count here; they are looked at when it is handed in.',
  question: 'Should this lane be able to change how it is judged?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\nlimits:\n  write: [src/mail/**, «evals/**»]\nchecks:\n  spam: { kind: eval, run: node evals/spam.mjs, at-most: 0.1 }\n',
        files: { 'evals/spam.mjs': '', 'src/mail/a.ts': '' },
      },
      {
        lane: 'lane: 1\nlimits:\n  write: [«.github/**», «packages/api/**»]\n',
        files: { 'packages/api/eslint.config.js': '', 'packages/api/index.ts': '' },
      },
      {
        lane: 'lane: 1\nlimits:\n  write: [src/**, «Makefile», «pyproject.toml»]\nchecks:\n  unit: make test\n  lint: { kind: lint, run: ruff check src }\n',
        files: { Makefile: 'test:\n\tpytest\n', 'pyproject.toml': '' },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nlimits:\n  write: [src/mail/**, evals/**]\n  never: [evals/spam.mjs]\nchecks:\n  spam: { kind: eval, run: node evals/spam.mjs, at-most: 0.1 }\n',
        files: { 'evals/spam.mjs': '', 'src/mail/a.ts': '' },
      },
      {
        lane: 'lane: 1\nlimits:\n  write: [src/mail/**, test/mail/**]\nchecks:\n  unit: npm test -- test/mail/send.test.ts\n',
        files: { 'test/mail/send.test.ts': '', 'src/mail/a.ts': '' },
      },
    ],
  },
  *check(file, board) {
    const nevers = [...board.settings.defaults.never, ...file.lane.limits.never];
    const isForbidden = (path: string) => nevers.some((never) => globCovers(board.files, never.value, path));
    const checks = checksOf(file, board);
    const isOpen = ({ path }: FileRun) => !isForbidden(path);
    const place = {
      board,
      isForbidden,
      run: filesRun(checks, board).filter(isOpen),
      // Only a glob that names a file counts for them, and that is quick to see.
      manifests: file.lane.limits.write.some(({ value }) => NAMES_FILE.test(value))
        ? manifestsRun(checks, board).filter(isOpen)
        : [],
    };
    for (const [index, text] of file.lane.limits.write.entries()) {
      const found = standardIn(text.value, place);
      if (found !== undefined) yield report(file, index, found);
    }
  },
};

/** A glob whose last segment holds no wildcard. */
const NAMES_FILE = /(?:^|\/)[^*?/]+$/;

interface Place {
  readonly board: Board;
  readonly isForbidden: (path: string) => boolean;
  readonly run: readonly FileRun[];
  readonly manifests: readonly FileRun[];
}

interface Found {
  readonly path: string;
  /** What the file has to do with the checks, as a clause that follows its path. */
  readonly because: string;
}

/** What a write path holds that judges the lane. */
function standardIn(text: string, place: Place): Found | undefined {
  const { files } = place.board;
  const start = startOf(text);
  const isNear = ({ path }: { readonly path: string }) => path.startsWith(start);
  const run = place.run.filter(isNear);
  const manifests = place.manifests.filter(isNear);
  const standards = files.those(isStandard).filter((path) => path.startsWith(start));
  const folders = STANDARD_FOLDERS.filter((folder) => folder.startsWith(start.slice(0, folder.indexOf('/'))));
  const isNew = !hasGlobCharacters(text) && isStandard(start);
  if (run.length + manifests.length + standards.length + folders.length === 0 && !isNew) return undefined;
  const glob = files.compile(text);
  if ('problem' in glob || isUnrooted(glob)) return undefined;
  const ran = run.find(({ path }) => matchesGlob(glob, path));
  if (ran !== undefined) return { path: ran.path, because: `which its check "${ran.check}" runs` };
  // Manifests hold much else, so that only a glob which names one is taken to mean it.
  const manifest = manifests.find(({ path }) => namesLast(glob, path) && matchesGlob(glob, path));
  if (manifest !== undefined)
    return { path: manifest.path, because: `which says what its check "${manifest.check}" does` };
  const folder = folders.find((standard) => isMet(standard, text, place));
  const standard =
    folder ??
    standards.find((path) => matchesGlob(glob, path) && !place.isForbidden(path)) ??
    (isNew ? start : undefined);
  return standard === undefined || place.isForbidden(standard)
    ? undefined
    : { path: standard, because: 'by which its work is checked' };
}

function isMet(folder: string, text: string, { board: { files }, isForbidden }: Place): boolean {
  const [standard, glob] = [files.compile(folder), files.compile(text)];
  return (
    !('problem' in standard) &&
    !('problem' in glob) &&
    globsIntersect(glob, standard) &&
    !isForbidden(folder) &&
    !isForbidden(text)
  );
}

function namesLast({ alternatives }: Glob, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return alternatives.some(({ segments }) => {
    const last = segments.at(-1);
    return typeof last === 'object' && last.literal === name;
  });
}

/** What the paths that a glob matches begin with. */
function startOf(glob: string): string {
  const path = normalizePath(glob);
  const wildcard = path.search(/[*?[{]/);
  return wildcard < 0 ? path : path.slice(0, wildcard);
}

function report({ lane }: SoundLane, index: number, { path, because }: Found): Report {
  const { span, value } = lane.limits.write[index] as Text;
  const isOnly = lane.limits.write.length === 1;
  const isNamed = normalizePath(value) === path;
  const remedy: Remedy = isNamed
    ? {
        title: `No longer write ${path}`,
        operations: isOnly ? [] : [{ kind: 'remove', at: ['limits', 'write', index] }],
      }
    : {
        title: `Never write ${path}`,
        operations: [{ kind: 'append', at: ['limits', 'never'], value: path }],
      };
  return {
    span,
    message: `${quote(value)} lets the lane write ${path}, ${because}. ${isNamed ? 'Leave it out' : 'Put it under `never`'}, or tell whoever reviews the outcome to look at it.`,
    remedies: lane.sections.limits?.sound === false || remedy.operations.length === 0 ? [] : [remedy],
  };
}
