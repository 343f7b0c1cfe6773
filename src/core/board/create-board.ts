import type { FileIndex } from '../glob/file-index.ts';
import { isSound, type LaneFile } from '../lane/lane-file.ts';
import type { Settings } from '../settings/settings.ts';
import { parseShell } from '../shell/read-shell.ts';
import { remember } from '../text/remember.ts';
import { lanesAffected } from './affected-lanes.ts';
import type { Board, Others } from './board.ts';
import type { Commands } from './commands.ts';
import { createDecisionIndex } from './decision-index.ts';
import { namesFile } from './file-users.ts';
import { createIdIndex } from './id-index.ts';
import { createParagraphIndex } from './paragraph-index.ts';
import { createPrecedence } from './precedence.ts';
import { takeOthers } from './take-others.ts';
import { createWriteIndex } from './write-index.ts';

/** What a board starts from. */
export interface BoardSource {
  readonly settings: Settings;
  readonly files: FileIndex;
  readonly commands: Commands;
  readonly lanes?: Iterable<LaneFile>;
  /** The ids of lanes that are accepted or killed. */
  readonly ended?: Iterable<string>;
}

const NOBODY: Others<never> = { first: [], count: 0 };

/** A board with these lanes on it. What it answers depends on what is on it, not on the order in which it came. */
export function createBoard({
  settings,
  files,
  commands,
  lanes: first = [],
  ended: endedIds = [],
}: BoardSource): Board {
  const lanes = new Map<string, LaneFile>();
  const ended = new Set(endedIds);
  const ids = createIdIndex();
  const precedence = createPrecedence((id) => ids.withId(id));
  const decisions = createDecisionIndex();
  const writes = createWriteIndex(files, settings.defaults.never);
  const paragraphs = createParagraphIndex();
  const ofContent = [decisions, writes, paragraphs];
  const indexes = { lanes, ids, precedence, decisions, writes, paragraphs };

  const isRunning = (file: LaneFile) => !ended.has(file.id);
  const runsBeside = (file: LaneFile) => (other: LaneFile) =>
    isRunning(file) &&
    isRunning(other) &&
    !ids.areOne(file, other) &&
    !precedence.around(file.path).has(other.path);
  const isAnother = (file: LaneFile) => (other: LaneFile) =>
    isRunning(file) && isRunning(other) && !ids.areOne(file, other);

  const board: Board = {
    settings,
    files,
    commands,
    script: remember(parseShell),
    lanes,
    put(file) {
      if (!lanes.has(file.path)) precedence.changed();
      lanes.set(file.path, file);
      ids.put(file);
      precedence.put(file);
      for (const index of ofContent) {
        if (isSound(file)) index.put(file);
        else index.remove(file.path);
      }
    },
    remove(path) {
      if (!lanes.delete(path)) return;
      precedence.changed();
      for (const index of [ids, precedence, ...ofContent]) index.remove(path);
    },
    end(id, hasEnded) {
      if (hasEnded) ended.add(id);
      else ended.delete(id);
    },
    hasEnded: (id) => ended.has(id),
    withId: (id) => ids.withId(id),
    namesakes: (file) => takeOthers(ids.namesakes(file), () => true),
    nearestId: (id) => ids.nearest(id),
    runTogether: (a, b) => runsBeside(a)(b),
    cycle: (file, id) => precedence.cycle(file.path, id),
    writeOverlaps: (file) => writes.overlaps(file, runsBeside(file)),
    writersOf: (path, limit) => writes.writers(path, isRunning, limit),
    decisionsOf: (file) => decisions.of(file),
    decisionsBeside(file, key, state, answer) {
      if (!decisions.isUsedBeside(key, state, file.path)) return NOBODY;
      const isBeside = runsBeside(file);
      return takeOthers(decisions.uses(key, state, answer), (use) => isBeside(use.file));
    },
    freeDecisionsIn: (text) => decisions.freeNames.namedIn(text),
    copies: (file) => paragraphs.copies(file, isAnother(file)),
    *usersOf(path) {
      for (const file of lanes.values()) if (isSound(file) && namesFile(file.lane, path, files)) yield file;
    },
    affectedBy: (before, after) => lanesAffected(indexes, { before, after }),
  };
  for (const file of first) board.put(file);
  return board;
}
