import type { Board } from '../board/board.ts';
import { quote } from '../glob/workspace-path.ts';
import type { FileEdit } from '../lint/finding.ts';
import { isLaneId } from '../scaffold/propose-name.ts';
import type { Span, TextEdit } from '../text/span.ts';
import { languageOf } from './language.ts';
import { innerSpan, type Mention, mentionsIn } from './mention.ts';
import { siteAt } from './site.ts';
import { scalarText } from './snippet.ts';
import { entriesAt, readTree } from './tree.ts';

/** A name that can be changed. */
export interface RenameTarget {
  readonly kind: 'lane' | 'check';
  readonly id: string;
  /** The name at the cursor, without quotes; the line `lane: 1` stands for the lane itself. */
  readonly span: Span;
  /** The file of the cursor. */
  readonly path: string;
  readonly text: string;
}

/** A change of name as data, or why it cannot be made. */
export type Renaming =
  | {
      readonly kind: 'change';
      /** Changes of text, in files by their old names. */
      readonly edits: readonly FileEdit[];
      /** To be made after the edits. */
      readonly renames: readonly { readonly from: string; readonly to: string }[];
    }
  | { readonly kind: 'refused'; readonly message: string };

/** The lane or check at an offset that can get another name; nothing elsewhere. Never throws. */
export function prepareRename(
  text: string,
  offset: number,
  board: Board,
  path: string,
): RenameTarget | undefined {
  const site = siteAt(text, offset, path);
  const { meaning, value: id } = site?.mention ?? {};
  if (!site || !id) return undefined;
  const span = innerSpan(site.located.scalar);
  if (meaning === 'lane') {
    const lane = id.normalize('NFC');
    return board.withId(lane).length > 0 ? { kind: 'lane', id: lane, span, path, text } : undefined;
  }
  const isOwnCheck = entriesAt(site.tree, ['checks']).some(({ key }) => key?.value === id);
  return meaning === 'check' && isOwnCheck ? { kind: 'check', id, span, path, text } : undefined;
}

/** The edits and file renames that give a lane or check another name everywhere, or why not. */
export function rename(target: RenameTarget, newName: string, board: Board): Renaming {
  const name = newName.trim().normalize('NFC');
  const problem =
    nameProblem(target.kind, name) ??
    (target.kind === 'lane' ? laneProblem(target, name, board) : checkProblem(target, name, board));
  if (problem) return { kind: 'refused', message: problem };
  if (target.kind === 'check')
    return { kind: 'change', edits: renameMentions(target, name, target), renames: [] };
  const files = [...board.lanes.values()].filter(({ path }) => path !== target.path);
  const edits = [target, ...files.filter(({ text }) => text.normalize('NFC').includes(target.id))].flatMap(
    (file) => renameMentions(file, name, target),
  );
  return { kind: 'change', edits, renames: renamedFiles(target, name, board) };
}

function nameProblem(kind: RenameTarget['kind'], name: string): string | undefined {
  if (kind === 'lane' ? isLaneId(name) : /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u.test(name)) return undefined;
  const letters = kind === 'lane' ? 'lower-case letters' : 'letters';
  return `${quote(name)} cannot be the id of a ${kind}. Use ${letters}, digits and "-", such as "refund-mail".`;
}

function laneProblem(target: RenameTarget, name: string, board: Board): string | undefined {
  const { id } = target;
  if (board.withId(id).length > 1)
    return `Two files have the id ${quote(id)}. Rename one of the files first.`;
  // Some file systems do not tell `A.lane.yaml` from `a.lane.yaml`.
  const folded = name.toLowerCase();
  const other = [...board.lanes.values()].find((file) => file.id !== id && file.id.toLowerCase() === folded);
  const inTheWay = renamedFiles(target, name, board).find(
    ({ from, to }) => from !== to && board.files.hasFile(to),
  );
  const taken = other?.path ?? inTheWay?.to;
  return taken && `${quote(name)} is taken: ${quote(taken)} exists. Choose another id.`;
}

function checkProblem({ id, text }: RenameTarget, name: string, board: Board): string | undefined {
  if (name === 'limits' || name === 'budget')
    return `${quote(name)} is built into every lane. Choose another id.`;
  const own = entriesAt(readTree(text), ['checks']).flatMap(({ key }) => (key ? [key.value] : []));
  const inherited = board.settings.defaults.checks.map((check) => check.id.value);
  const isTaken = name !== id && [...own, ...inherited].includes(name);
  return isTaken ? `This lane already has a check ${quote(name)}. Choose another id.` : undefined;
}

function renameMentions(
  file: { path: string; text: string },
  name: string,
  { kind, id }: RenameTarget,
): FileEdit[] {
  const language = languageOf(file.path);
  if (!language) return [];
  const edits = mentionsIn(readTree(file.text), language, kind)
    .filter(({ value }) => value.normalize('NFC') === id.normalize('NFC'))
    .map((mention) => renamed(mention, name));
  return edits.length ? [{ kind: 'change', path: file.path, edits }] : [];
}

function renamed({ scalar }: Mention, name: string): TextEdit {
  return { span: innerSpan(scalar), newText: scalar.style === 'plain' ? scalarText(name, true) : name };
}

/** The lane's file and its reviews file, each with the extension that it has. */
function renamedFiles({ id }: RenameTarget, name: string, board: Board): { from: string; to: string }[] {
  return board.withId(id).flatMap(({ path }) => {
    const stem = path.replace(/\.lane\.ya?ml$/, '');
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const reviews = ['.reviews.yaml', '.reviews.yml'].filter((end) => board.files.hasFile(stem + end));
    return [path.slice(stem.length), ...reviews].map((end) => ({
      from: stem + end,
      to: folder + name + end,
    }));
  });
}
