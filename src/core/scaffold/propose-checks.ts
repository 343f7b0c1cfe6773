import type { Commands } from '../board/commands.ts';
import type { DraftCheck } from './lane-draft.ts';

/** What each first word of a script's name promises, in the order in which checks are proposed. */
const CHECKING = new Map<string, DraftCheck['kind']>([
  ['test', 'test'],
  ['tests', 'test'],
  ['unit', 'test'],
  ['integration', 'test'],
  ['e2e', 'test'],
  ['acceptance', 'test'],
  ['smoke', 'test'],
  ['spec', 'test'],
  ['specs', 'test'],
  ['typecheck', 'lint'],
  ['types', 'lint'],
  ['tsc', 'lint'],
  ['type', 'lint'],
  ['lint', 'lint'],
  ['check', 'lint'],
  ['format', 'lint'],
  ['verify', 'test'],
  ['validate', 'test'],
]);

/** Scripts with one of these words change files, never end, or send something out. */
const NOT_CHECKING = new Set(
  'watch dev start serve fix write update build deploy publish release ui open debug install clean coverage report'.split(
    ' ',
  ),
);
/** `format` and `type` alone rewrite or say nothing; with `check` after them they are checks. */
const ONLY_WITH_CHECK = new Set(['format', 'type']);
const MOST = 5;

/**
 * Checks found among the commands of the nearest folder, at or above `folder`, that offers any: npm scripts, else make
 * targets; at most five, tests first. What builds, deploys, watches or rewrites is left out.
 */
export function proposeChecks(commands: Commands, folder = ''): readonly DraftCheck[] {
  for (let at = folder; ; at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))) {
    const checks = checksIn(commands, at);
    if (checks.length > 0 || at === '') return checks;
  }
}

/** Where there are npm scripts, make targets mostly call them: both would run the same check twice. */
function checksIn(commands: Commands, folder: string): readonly DraftCheck[] {
  const scripts = proposals(commands.npmScripts.get(folder), npmCommand, folder);
  return scripts.length > 0
    ? scripts
    : proposals(commands.makeTargets.get(folder), (name) => `make ${name}`, folder);
}

function proposals(
  names: readonly string[] | undefined,
  commandFor: (name: string) => string,
  folder: string,
): readonly DraftCheck[] {
  const found = (names ?? []).map((name) => proposal(name, commandFor(name), folder));
  const byId = new Map(found.flatMap((check) => (check ? [[check.id, check] as const] : [])));
  return [...byId.values()].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
}

function proposal(name: string, run: string, folder: string): DraftCheck | undefined {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const [first = ''] = words;
  const kind = CHECKING.get(first);
  // A name that a shell would read in its own way is not proposed: its author can write it with care.
  if (!kind || !/^[\w:.-]+$/.test(name) || words.some((word) => NOT_CHECKING.has(word))) return undefined;
  if (ONLY_WITH_CHECK.has(first) && !words.includes('check')) return undefined;
  return {
    id: words.join('-'),
    run,
    ...(kind === 'lint' ? { kind } : {}),
    ...(folder ? { cwd: folder } : {}),
  };
}

function rank({ id }: DraftCheck): number {
  return [...CHECKING.keys()].indexOf(id.split('-')[0] ?? '');
}

function npmCommand(name: string): string {
  return name === 'test' ? 'npm test' : `npm run ${name}`;
}
