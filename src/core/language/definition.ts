import type { Board } from '../board/board.ts';
import { decisionKey } from '../board/decision-key.ts';
import { normalizePath } from '../glob/workspace-path.ts';
import { SETTINGS_PATH } from '../settings/read-settings.ts';
import { decisionUses } from './decision-uses.ts';
import { withoutFragment } from './named-path.ts';
import { type FilePlace, topOf } from './place.ts';
import { type Site, siteAt } from './site.ts';
import { entriesAt, type Tree } from './tree.ts';

/** Where that what an offset names is defined: a lane's file, a check, a file, the lanes that settle a decision. Never throws. */
export function definition(text: string, offset: number, board: Board, path: string): readonly FilePlace[] {
  const site = siteAt(text, offset, path);
  return site ? definitionOf(site, board, path) : [];
}

function definitionOf({ mention, tree }: Site, board: Board, path: string): FilePlace[] {
  switch (mention?.meaning) {
    case 'lane':
      return laneHeaders(mention.value, board);
    case 'check':
      return checkKeys(mention.value, tree, board, path);
    case 'decision':
      return decisionUses(board, decisionKey(mention.value))
        .filter(({ state }) => state === 'settled')
        .map(({ file, name }) => ({ path: file.path, span: name.span }));
    case 'file':
    case 'glob': {
      const file = withoutFragment(mention.value, board.files);
      return board.files.hasFile(file) ? [topOf(normalizePath(file))] : [];
    }
    default:
      return [];
  }
}

/** The first lines of the lanes that have an id. */
export function laneHeaders(id: string, board: Board): FilePlace[] {
  return board.withId(id).map(({ path, lane }) => (lane ? { path, span: lane.header } : topOf(path)));
}

/** Where a check's id is its key: in this file, else in the workspace's defaults. */
export function checkKeys(id: string, tree: Tree | undefined, board: Board, path: string): FilePlace[] {
  const own = entriesAt(tree, ['checks']).flatMap(({ key }) =>
    key?.value === id ? [{ path, span: key.span }] : [],
  );
  if (own.length) return own;
  const inherited = board.settings.defaults.checks.filter((check) => check.id.value === id);
  return inherited.map((check) => ({ path: SETTINGS_PATH, span: check.id.span }));
}
