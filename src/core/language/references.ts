import type { Board } from '../board/board.ts';
import { decisionKey } from '../board/decision-key.ts';
import { normalizePath } from '../glob/workspace-path.ts';
import { decisionUses } from './decision-uses.ts';
import { checkKeys, laneHeaders } from './definition.ts';
import { languageOf } from './language.ts';
import { innerSpan, type Mention, mentionsIn } from './mention.ts';
import { withoutFragment } from './named-path.ts';
import type { FilePlace } from './place.ts';
import { siteAt } from './site.ts';
import { readTree } from './tree.ts';

/**
 * Every place that names what an offset names, its definition included: a lane or a decision over the whole board, a check
 * within its lane, a file in all lanes. Never throws.
 */
export function references(text: string, offset: number, board: Board, path: string): readonly FilePlace[] {
  const site = siteAt(text, offset, path);
  const mention = site?.mention;
  switch (mention?.meaning) {
    case 'lane':
      return [...laneHeaders(mention.value, board), ...laneUses(mention.value, board)];
    case 'check':
      return [...checkKeys(mention.value, site?.tree, board, path), ...checkUses(mention, text, path)];
    case 'decision':
      return decisionUses(board, decisionKey(mention.value)).map(({ file, name }) => ({
        path: file.path,
        span: name.span,
      }));
    case 'file':
    case 'glob':
    case 'folder':
      return pathUses(mention.value, board);
    default:
      return [];
  }
}

/** Every `needs` on the board that names the lane. */
function laneUses(id: string, board: Board): FilePlace[] {
  return usesOnBoard(board, id, ({ meaning, value }) => meaning === 'lane' && value.normalize('NFC') === id);
}

/** Every `proof` of the file that names the check. */
function checkUses({ value: id }: Pick<Mention, 'value'>, text: string, path: string): FilePlace[] {
  return usesIn(
    text,
    path,
    ({ meaning, value, role }) => meaning === 'check' && role === 'value' && value === id,
  );
}

/** Every mention of a file or glob in lanes, however its path is spelled. */
function pathUses(value: string, board: Board): FilePlace[] {
  const spelled = (path: string) => normalizePath(withoutFragment(path, board.files));
  const wanted = spelled(value);
  const name = wanted.slice(wanted.lastIndexOf('/') + 1);
  const isPath = ({ meaning }: Mention) => meaning === 'file' || meaning === 'glob' || meaning === 'folder';
  return usesOnBoard(board, name, (mention) => isPath(mention) && spelled(mention.value) === wanted);
}

/** Reads only lanes whose text holds the word at all: the board may have thousands. */
function usesOnBoard(board: Board, word: string, isMeant: (mention: Mention) => boolean): FilePlace[] {
  return [...board.lanes.values()]
    .filter(({ text }) => text.normalize('NFC').includes(word))
    .flatMap(({ path, text }) => usesIn(text, path, isMeant));
}

function usesIn(text: string, path: string, isMeant: (mention: Mention) => boolean): FilePlace[] {
  const language = languageOf(path);
  if (!language) return [];
  return mentionsIn(readTree(text), language)
    .filter(isMeant)
    .map(({ scalar }) => ({ path, span: innerSpan(scalar) }));
}
