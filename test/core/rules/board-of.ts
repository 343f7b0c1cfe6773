import type { Board } from '../../../src/core/board/board.ts';
import { readMakeTargets, readNpmName, readNpmScripts } from '../../../src/core/board/commands.ts';
import { createBoard } from '../../../src/core/board/create-board.ts';
import { createFileIndex } from '../../../src/core/glob/file-index.ts';
import { isLanePath } from '../../../src/core/lane/lane-file.ts';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { lintLane } from '../../../src/core/lint/lint.ts';
import { readSettings, SETTINGS_PATH } from '../../../src/core/settings/read-settings.ts';

/** The texts of a workspace folder by path. */
export interface Texts {
  readonly [path: string]: string;
}

/** The board of a workspace folder that consists of these texts. */
export function boardOf(texts: Texts, ended: readonly string[] = []): Board {
  return createBoard({
    settings: readSettings(texts[SETTINGS_PATH] ?? '').settings,
    files: createFileIndex(Object.keys(texts)),
    commands: {
      npmScripts: byFolder(texts, 'package.json', readNpmScripts),
      npmNames: byFolder(texts, 'package.json', readNpmName),
      makeTargets: byFolder(texts, 'Makefile', readMakeTargets),
    },
    lanes: Object.entries(texts).flatMap(([path, text]) =>
      isLanePath(path) ? [readLaneFile(path, text)] : [],
    ),
    ended,
  });
}

/** What rules say about one lane of a board, as `rule: the words flagged`, in the order of the text. */
export function found(board: Board, id: string, rule?: string): readonly string[] {
  const file = board.withId(id)[0];
  if (file === undefined) return [];
  return lintLane(file, board)
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map((finding) => `${finding.rule}: ${file.text.slice(finding.span.start, finding.span.end)}`);
}

function byFolder<Known>(
  texts: Texts,
  name: string,
  read: (text: string) => Known | undefined,
): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>();
  for (const [path, text] of Object.entries(texts)) {
    const known = path === name || path.endsWith(`/${name}`) ? read(text) : undefined;
    if (known !== undefined) found.set(path.slice(0, Math.max(0, path.lastIndexOf('/'))), known);
  }
  return found;
}
