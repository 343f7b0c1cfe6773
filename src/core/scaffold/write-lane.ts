import {
  Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { DraftCheck, DraftContext, DraftCriterion, LaneDraft } from './lane-draft.ts';
import { oneLine, plainText } from './plain-text.ts';
import { wrapMarkdown } from './wrap-markdown.ts';

const WIDTH = 100;
const LONGEST_LINE = 140;
/** Collections this short stand on one line, if nothing in them would need quotes for it. */
const FLOW_WIDTH = 80;
const FLOW_KEYS = new Set(['write', 'never', 'free', 'reserved', 'stop-when', 'proof', 'look', 'budget']);

/** The text of a lane file, in the format's order of keys, as plain YAML that is quoted only where it must be. */
export function writeLane(draft: LaneDraft): string {
  const document = new Document(pruned(contentOf(draft)), { aliasDuplicateObjects: false });
  layOut(document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function contentOf(draft: LaneDraft): object {
  return {
    lane: 1,
    title: draft.title && oneLine(draft.title),
    owner: draft.owner && oneLine(draft.owner),
    kind: draft.kind,
    brief: {
      outcome: prose(draft.outcome),
      why: prose(draft.why),
      context: draft.context?.map(contextEntry),
      good: draft.good?.map(contextEntry),
    },
    limits: {
      write: lines(draft.write),
      never: lines(draft.never),
      decisions: { free: lines(draft.free), reserved: lines(draft.reserved) },
      budget: { time: draft.budget?.time, 'changed-lines': draft.budget?.changedLines },
      'stop-when': lines(draft.stopWhen),
    },
    needs: draft.needs,
    done: draft.done?.map(criterion),
    checks: new Map(draft.checks?.map((check) => [oneLine(check.id), checkBody(check)])),
  };
}

function contextEntry(entry: DraftContext): unknown {
  if (typeof entry === 'string') return oneLine(entry);
  return 'text' in entry
    ? { text: prose(entry.text) }
    : { url: oneLine(entry.url), gist: entry.gist && oneLine(entry.gist) };
}

function criterion({ says, proof, look }: DraftCriterion): unknown {
  const text = prose(says);
  return proof?.length || look?.length ? { says: text, proof: single(proof), look: single(look) } : text;
}

function checkBody({ kind, run, cwd, rubric }: DraftCheck): unknown {
  const command = run && plainText(run).trim();
  const isShort = command && !cwd && !rubric?.length && (kind ?? 'test') === 'test';
  return isShort ? command : { kind, run: command, cwd, rubric: lines(rubric) };
}

function prose(text: string | undefined): string | undefined {
  return text && wrapMarkdown(plainText(text).trim(), WIDTH);
}

function lines(texts: readonly string[] | undefined): readonly string[] | undefined {
  return texts?.map(oneLine);
}

function single(values: readonly string[] | undefined): string | readonly string[] | undefined {
  return values?.length === 1 ? values[0] : values;
}

/** The value without what is empty, at every depth; nothing if all of it is. */
function pruned(value: unknown): unknown {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return filled(value.map(pruned).filter((item) => item !== undefined));
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  const kept = entries
    .map(([key, item]) => [key, pruned(item)] as const)
    .filter(([, item]) => item !== undefined);
  return kept.length > 0 ? new Map(kept) : undefined;
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** Blank lines between sections, block scalars for text of several lines, short collections on one line. */
function layOut(document: Document): void {
  if (!isMap(document.contents)) return;
  spaceSections(document.contents);
  visit(document, {
    Scalar: (_, node) => styleText(node),
    Pair: (_, { key, value }) => {
      if (isScalar(key) && FLOW_KEYS.has(String(key.value)) && isCollection(value)) onOneLine(value);
    },
  });
  for (const section of ['needs', 'checks']) {
    const entries = document.get(section);
    if (isCollection(entries)) entries.items.map(bodyOf).filter(isMap).forEach(onOneLine);
  }
}

function spaceSections(top: YAMLMap): void {
  for (const { key, value } of top.items) {
    if (isScalar(key) && isCollection(value)) key.spaceBefore = true;
  }
}

/** Long texts too: a block needs no quotes and no escapes, whatever it holds. */
function styleText(node: Scalar): void {
  if (typeof node.value !== 'string') return;
  if (node.value.includes('\n') || node.value.length > LONGEST_LINE) {
    node.value += '\n';
    node.type = 'BLOCK_LITERAL';
  }
  // Without quotes a reader of YAML 1.1 takes it for a merge key.
  if (node.value === '<<') node.type = 'QUOTE_DOUBLE';
}

function bodyOf(entry: unknown): unknown {
  return isPair(entry) ? entry.value : entry;
}

function onOneLine(collection: YAMLMap | YAMLSeq): void {
  collection.flow = fitsOneLine(collection);
  if (isMap(collection)) padBraces(collection);
}

/** `{ a: b }` beside `[a]`: the library has one padding for both. */
function padBraces(map: YAMLMap): void {
  const print = map.toString.bind(map);
  map.toString = (context, ...rest) => print(context && { ...context, flowCollectionPadding: ' ' }, ...rest);
}

function fitsOneLine(collection: YAMLMap | YAMLSeq): boolean {
  const texts = collection.items.flatMap((entry) => (isPair(entry) ? [entry.key, entry.value] : [entry]));
  return texts.every(fitsFlow) && texts.join(', ').length <= FLOW_WIDTH;
}

function fitsFlow(node: unknown): boolean {
  return isScalar(node) && !/[,[\]{}\n]/.test(String(node.value));
}
