import type { EffectiveLane } from '../checks/effective-lane.ts';
import type { SoundLane } from '../lane/lane-file.ts';
import { SETTINGS_PATH } from '../settings/read-settings.ts';
import { fieldSpan } from './field-span.ts';
import type { FieldChange, ReasonPlace } from './gate-state.ts';

type Data = string | number | boolean | undefined | readonly Data[] | { readonly [key: string]: Data };

/** One value that differs, by the keys that lead to it. */
interface Difference {
  readonly at: readonly string[];
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The fields that mean something else than what was approved, in the order of a lane; empty if both mean the same. */
export function changedFields(
  approved: EffectiveLane,
  now: EffectiveLane,
  file: SoundLane,
): readonly FieldChange[] {
  return differences(approved, now, []).map(({ at, before, after }) => ({
    field: fieldName(at),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    place: placeOf(at, file),
  }));
}

function differences(before: Data, after: Data, at: readonly string[]): readonly Difference[] {
  if (isKeyed(before) && isKeyed(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => differences(own(before, key), own(after, key), [...at, key]));
  }
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, at);
  const [old, now] = [textOf(before), textOf(after)];
  return old === now ? [] : [{ at, before: old, after: now }];
}

/** Entries that came and went; where all are there in another order, both lists. */
function listDifferences(
  before: readonly Data[],
  after: readonly Data[],
  at: readonly string[],
): readonly Difference[] {
  const [old, now] = [before.map(entryText), after.map(entryText)];
  if (old.join('\0') === now.join('\0')) return [];
  const gone = without(old, now).join('\n');
  const come = without(now, old).join('\n');
  return gone === '' && come === ''
    ? [{ at, before: old.join('\n'), after: now.join('\n') }]
    : [{ at, before: gone || undefined, after: come || undefined }];
}

/** The entries of one list that the other lacks; one that stands twice must be there twice. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const text of other) left.set(text, (left.get(text) ?? 0) + 1);
  return list.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function isKeyed(data: Data): data is { readonly [key: string]: Data } {
  return typeof data === 'object' && !Array.isArray(data);
}

function own(data: { readonly [key: string]: Data }, key: string): Data {
  return Object.hasOwn(data, key) ? data[key] : undefined;
}

/** A value as a person reads it; undefined for nothing at all. */
function textOf(data: Data): string | undefined {
  if (data === undefined) return undefined;
  return typeof data === 'object' ? entryText(data) : String(data);
}

/** An entry of a list in words: `says: It works; proof: unit`. */
function entryText(data: Data): string {
  if (typeof data !== 'object') return String(data ?? '');
  if (Array.isArray(data)) return data.map(entryText).join(', ');
  return Object.entries(data)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([key, value]) => `${spelled(key)}: ${entryText(value)}`)
    .join('; ');
}

function fieldName([first = '', ...rest]: readonly string[]): string {
  return first === 'contexts' ? `context ${rest.join('.')}` : [first, ...rest].map(spelled).join('.');
}

/** Keys that a lane file spells in another way than the data. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ['timeoutMs', 'timeout in ms'],
  ['stopWhen', 'stop-when'],
  ['changedLines', 'changed-lines'],
  ['atLeast', 'at-least'],
  ['atMost', 'at-most'],
]);

function spelled(key: string): string {
  return SPELLED.get(key) ?? key;
}

const TOP = { start: 0, end: 0 };

function placeOf(at: readonly string[], file: SoundLane): ReasonPlace {
  if (at[0] === 'inherited') return { kind: 'file', path: SETTINGS_PATH, span: TOP };
  if (at[0] === 'contexts') return { kind: 'file', path: at[1] ?? '', span: TOP };
  return { kind: 'file', path: file.path, span: fieldSpan(file.lane, at) };
}
