import { compileGlob, matchesGlob } from '../glob/glob.ts';
import { normalizePath } from '../glob/workspace-path.ts';
import type { LaneFile } from '../lane/lane-file.ts';
import type { DecisionIndex } from './decision-index.ts';
import { decisionKey } from './decision-key.ts';
import type { IdIndex } from './id-index.ts';
import type { ParagraphIndex } from './paragraph-index.ts';
import type { Precedence } from './precedence.ts';
import type { WriteIndex } from './write-index.ts';

/** What a board knows of its lanes. */
export interface BoardIndexes {
  readonly lanes: ReadonlyMap<string, LaneFile>;
  readonly ids: IdIndex;
  readonly precedence: Precedence;
  readonly decisions: DecisionIndex;
  readonly writes: WriteIndex;
  readonly paragraphs: ParagraphIndex;
}

/** One lane file as it was and as it is. */
export interface Change {
  readonly before: LaneFile | undefined;
  readonly after: LaneFile | undefined;
}

/** The paths of other lanes whose findings may differ after a change: those that share something with either side of it. */
export function lanesAffected(indexes: BoardIndexes, change: Change): ReadonlySet<string> {
  const found = new Set([
    ...sharing(indexes, change.before),
    ...sharing(indexes, change.after),
    ...ordered(indexes, change),
    ...depending(indexes, change),
    ...mentioning(indexes, change),
  ]);
  for (const file of [change.before, change.after]) if (file !== undefined) found.delete(file.path);
  return found;
}

/** Lanes that say something of the same decisions, write the same paths, repeat the same paragraphs or have the same id. */
function* sharing(
  { ids, decisions, writes, paragraphs }: BoardIndexes,
  file: LaneFile | undefined,
): Iterable<string> {
  if (file === undefined) return;
  for (const { path } of ids.namesakes(file)) yield path;
  const limits = file.lane?.limits;
  for (const { value } of limits?.write ?? []) yield* pathsOf(writes.lanesMeeting(value));
  yield* pathsOf(decisions.lanesConcerned(file));
  yield* pathsOf(paragraphs.lanesRepeating(file));
}

/** Where the order of lanes changes, all that came or come before or after this one. */
function* ordered({ ids, precedence }: BoardIndexes, { before, after }: Change): Iterable<string> {
  if (
    before !== undefined &&
    after !== undefined &&
    before !== after &&
    neededIds(before) === neededIds(after)
  )
    return;
  for (const file of [before, after]) {
    if (file === undefined) continue;
    const next = [
      ...precedence.needing(file.id),
      ...neededIds(file)
        .split('\n')
        .flatMap((id) => ids.withId(id).map(({ path }) => path)),
    ];
    for (const path of next) yield* [path, ...precedence.around(path).paths()];
  }
}

/** Lanes that need a contract which this lane may write now and could not before, or the other way round. */
function* depending({ lanes }: BoardIndexes, { before, after }: Change): Iterable<string> {
  const was = writeGlobs(before);
  const is = writeGlobs(after);
  const changed =
    before === after ? [...is] : [...was, ...is].filter((glob) => was.has(glob) !== is.has(glob));
  if (changed.length === 0) return;
  const globs = changed.flatMap((text) => {
    const glob = compileGlob(text);
    return 'problem' in glob ? [] : [glob];
  });
  for (const { path, lane } of lanes.values()) {
    const contracts = (lane?.needs ?? []).flatMap(({ contract }) => contract?.value ?? []);
    if (contracts.some((contract) => globs.some((glob) => matchesGlob(glob, normalizePath(contract)))))
      yield path;
  }
}

/** Lanes whose text may name a decision that became free or is free no more, or a lane that came or went. */
function* mentioning({ lanes, ids, precedence }: BoardIndexes, { before, after }: Change): Iterable<string> {
  const was = new Set(freeKeys(before));
  const is = new Set(freeKeys(after));
  const keys = before === after ? [...is] : [...was, ...is].filter((key) => was.has(key) !== is.has(key));
  const wanted = keys.map((key) => key.split(' ').map((word) => wordStart(word)));
  const id = before === undefined ? after?.id : after === undefined ? before.id : undefined;
  if (id !== undefined) {
    wanted.push([wordStart(id)]);
    for (const needed of precedence.needed())
      if (ids.withId(needed).length === 0) yield* precedence.needing(needed);
  }
  if (wanted.length === 0) return;
  for (const { path, text } of lanes.values()) {
    if (wanted.some((patterns) => patterns.every((pattern) => pattern.test(text)))) yield path;
  }
}

/** Finds a word in any number: the last letter may have changed with the plural. */
function wordStart(word: string): RegExp {
  const start = word.length > 3 ? word.slice(0, -1) : word;
  return new RegExp(start.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'iu');
}

function freeKeys(file: LaneFile | undefined): readonly string[] {
  return (file?.lane?.limits.decisions.free ?? []).map(({ value }) => decisionKey(value));
}

function writeGlobs(file: LaneFile | undefined): ReadonlySet<string> {
  const { write = [], never = [] } = file?.lane?.limits ?? {};
  return new Set([...write, ...never].map(({ value }) => normalizePath(value)));
}

function neededIds(file: LaneFile): string {
  return (file.lane?.needs ?? []).map(({ lane }) => lane.value.normalize('NFC')).join('\n');
}

function* pathsOf(files: Iterable<LaneFile>): Iterable<string> {
  for (const { path } of files) yield path;
}
