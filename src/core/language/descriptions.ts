import type { Board } from '../board/board.ts';
import { decisionKey } from '../board/decision-key.ts';
import { hasGlobCharacters } from '../glob/workspace-path.ts';
import { outlineCheck } from './check-outline.ts';
import { decisionUses } from './decision-uses.ts';
import { codeMarkdown, plainMarkdown } from './markdown.ts';
import { withoutFragment } from './named-path.ts';
import { entriesAt, type Tree } from './tree.ts';
import { writersOf } from './writers.ts';

/** How many names a hover lists at most. */
const MOST = 8;

/** A lane by its id, as Markdown: its title, its owner and what it writes. */
export function describeLane(id: string, board: Board): string {
  const [file] = board.withId(id);
  if (!file) return `**Lane** ${codeMarkdown(id)}: no lane of this workspace has that id.`;
  const { title, owner, limits } = file.lane ?? {};
  return [
    `**Lane** ${codeMarkdown(id)}${title ? `: ${plainMarkdown(title.value)}` : ''}`,
    ...(owner ? [`Owner: ${plainMarkdown(owner.value)}`] : []),
    ...(limits?.write.length ? [`Writes ${list(limits.write.map(({ value }) => value))}`] : []),
    ...(board.hasEnded(id) ? ['This lane has ended.'] : []),
  ].join('\n\n');
}

/** A check of this file or of the workspace's defaults, as Markdown: its command, else its kind. */
export function describeCheck(id: string, tree: Tree | undefined, board: Board): string {
  const name = `**Check** ${codeMarkdown(id)}`;
  const own = entriesAt(tree, ['checks']).find(({ key }) => key?.value === id);
  if (own) {
    const outline = outlineCheck(own.value);
    return outline ? `${name}: ${codeMarkdown(outline)}` : name;
  }
  const inherited = board.settings.defaults.checks.find((check) => check.id.value === id);
  if (!inherited) return `${name}: this lane has no check of that id.`;
  return `${name}: ${codeMarkdown(inherited.run?.value ?? inherited.kind)}\n\nEvery lane has it, by \`lanekeeper.yaml\`.`;
}

/** A decision, as Markdown: where else it stands, and what is said of it there. */
export function describeDecision(name: string, board: Board, path: string): string {
  const elsewhere = decisionUses(board, decisionKey(name)).filter(({ file }) => file.path !== path);
  const head = `**Decision** ${plainMarkdown(name)}`;
  if (elsewhere.length === 0) return `${head}\n\nIt stands in no other lane.`;
  const lines = elsewhere.slice(0, MOST).map(({ file, state, answer }) => {
    const said = state === 'settled' && answer?.value ? `: ${plainMarkdown(answer.value)}` : '';
    return `- ${state} in ${codeMarkdown(file.id)}${said}`;
  });
  return [head, [...lines, ...more(elsewhere.length, '- ')].join('\n')].join('\n\n');
}

/** A path or glob, as Markdown: what it names in the workspace, and the lanes that may write it. Nothing for a URL. */
export function describePath(value: string, board: Board): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) return undefined;
  const path = withoutFragment(value, board.files);
  const writers = writersOf(path, board);
  return [
    `${codeMarkdown(value)}: ${existence(path, board)}`,
    ...(writers.length ? [`Written by ${list(writers.map(({ id }) => id))}`] : []),
  ].join('\n\n');
}

function existence(path: string, { files }: Board): string {
  if (files.hasFile(path)) return 'this file exists.';
  if (path !== '' && files.hasFolder(path)) return 'this folder exists.';
  if (!hasGlobCharacters(path)) return 'no such file in this workspace.';
  const count = files.count(path);
  return count === 0
    ? 'matches no file of this workspace.'
    : `matches ${count} file${count === 1 ? '' : 's'}.`;
}

function list(names: readonly string[]): string {
  return [...names.slice(0, MOST).map(codeMarkdown), ...more(names.length, '')].join(', ');
}

function more(count: number, lead: string): string[] {
  return count > MOST ? [`${lead}and ${count - MOST} more`] : [];
}
