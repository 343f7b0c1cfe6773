import type { LaneFile } from '../lane/lane-file.ts';
import type { Span } from '../text/span.ts';
import { outlineCheck } from './check-outline.ts';
import { type Entry, entriesAt, readTree, type Tree, treeAt } from './tree.ts';

/** One line of a lane's outline. */
export interface LaneSymbol {
  readonly name: string;
  /** A few words beside the name. */
  readonly detail: string;
  readonly kind: 'section' | 'field' | 'decision' | 'need' | 'criterion' | 'check';
  /** All of it. */
  readonly span: Span;
  /** Its name in the text, inside `span`. */
  readonly selection: Span;
  readonly children: readonly LaneSymbol[];
}

/** The longest name in an outline. */
const LONGEST = 80;

/** The outline of a lane file in the order of its text; what is broken in it is left out. Never throws. */
export function symbols(file: LaneFile): readonly LaneSymbol[] {
  return entriesAt(readTree(file.text), []).flatMap((entry) => {
    switch (entry.key?.value) {
      case 'brief':
        return entrySymbol(entry, 'section', fieldsOf(entry.value));
      case 'limits':
        return entrySymbol(entry, 'section', limitsOf(entry.value));
      case 'needs':
        return entrySymbol(entry, 'section', itemsOf(entry.value, 'lane', 'need'));
      case 'done':
        return entrySymbol(entry, 'section', itemsOf(entry.value, 'says', 'criterion'));
      case 'checks':
        return entrySymbol(entry, 'section', checksOf(entry.value));
      default:
        return entrySymbol(entry, 'field');
    }
  });
}

function fieldsOf(section: Tree | undefined): LaneSymbol[] {
  return entriesAt(section, []).flatMap((entry) => entrySymbol(entry, 'field'));
}

function limitsOf(limits: Tree | undefined): LaneSymbol[] {
  return entriesAt(limits, []).flatMap((entry) => {
    if (entry.key?.value !== 'decisions') return entrySymbol(entry, 'field');
    return entrySymbol(entry, 'section', entriesAt(entry.value, []).flatMap(decisionsOf));
  });
}

/** The decisions below `settled`, `free` or `reserved`. */
function decisionsOf({ key, value }: Entry): LaneSymbol[] {
  if (value?.kind === 'map') return value.entries.flatMap((entry) => entrySymbol(entry, 'decision'));
  const names = value?.kind === 'list' ? value.items : [value];
  return names.flatMap((name) => (name ? partSymbol(name, name, 'decision', key?.value ?? '') : []));
}

function itemsOf(list: Tree | undefined, nameKey: string, kind: LaneSymbol['kind']): LaneSymbol[] {
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    const name = item?.kind === 'map' ? treeAt(item, [nameKey]) : item;
    return item && name ? partSymbol(item, name, kind, detailOf(item)) : [];
  });
}

/** What an entry of `needs` or `done` says beside its name. */
function detailOf(item: Tree): string {
  const said = ['contract', 'proof', 'look'].map((key) => treeAt(item, [key])).find(Boolean);
  return summaryOf(said);
}

function checksOf(checks: Tree | undefined): LaneSymbol[] {
  return entriesAt(checks, []).flatMap((entry) =>
    entrySymbol(entry, 'check').map((symbol) => ({
      ...symbol,
      detail: firstLine(outlineCheck(entry.value)),
    })),
  );
}

function entrySymbol(
  { key, value }: Entry,
  kind: LaneSymbol['kind'],
  children: readonly LaneSymbol[] = [],
): LaneSymbol[] {
  const name = firstLine(key?.value ?? '');
  if (!key || name === '') return [];
  const span = { start: key.span.start, end: Math.max(key.span.end, value?.span.end ?? 0) };
  return [
    { name, kind, span, selection: key.span, detail: kind === 'section' ? '' : summaryOf(value), children },
  ];
}

function partSymbol(whole: Tree, name: Tree, kind: LaneSymbol['kind'], detail: string): LaneSymbol[] {
  const text = summaryOf(name);
  return text === ''
    ? []
    : [{ name: text, kind, span: whole.span, selection: name.span, detail, children: [] }];
}

function summaryOf(value: Tree | undefined): string {
  if (value?.kind === 'scalar') return firstLine(value.value);
  if (value?.kind !== 'list') return '';
  return firstLine(value.items.flatMap((item) => (item?.kind === 'scalar' ? [item.value] : [])).join(', '));
}

function firstLine(text: string): string {
  const [line = ''] = text.trim().split(/\r?\n/, 1);
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
