import type { Field, Text } from '../text/span.ts';
import { isMap, isScalar, isSeq, type YamlNode } from '../yaml/node.ts';
import {
  asLooseText,
  asText,
  asTexts,
  child,
  findPair,
  keyText,
  nodeSpan,
  pairSection,
  pairsOf,
} from '../yaml/nodes.ts';
import {
  type Brief,
  CHECK_KINDS,
  type Check,
  type ContextEntry,
  type Criterion,
  type Decisions,
  LANE_KINDS,
  type Lane,
  type Limits,
  type Need,
  type Section,
  type SettledDecision,
} from './lane.ts';

type Keys<K extends string> = { readonly [key in K]?: Section };

/** Title, owner and kind, as far as they hold. */
export function readHead(root: unknown): Pick<Lane, 'title' | 'owner' | 'kind'> {
  const kind = asText(child(root, 'kind'));
  const known = LANE_KINDS.find((name) => name === kind?.value);
  return {
    ...optional('title', asText(child(root, 'title'))),
    ...optional('owner', asText(child(root, 'owner'))),
    ...(kind && known ? { kind: { value: known, span: kind.span } } : {}),
  };
}

/** The brief; lists that are not there are empty. */
export function readBrief(node: unknown, section: Section | undefined): Brief {
  return {
    ...optional('outcome', asText(child(node, 'outcome'))),
    ...optional('why', asText(child(node, 'why'))),
    evidence: entries(child(node, 'evidence'))
      .filter(isMap)
      .map((entry) => ({
        span: nodeSpan(entry),
        ...optional('who', asLooseText(child(entry, 'who'))),
        ...optional('said', asLooseText(child(entry, 'said'))),
        ...optional('when', asLooseText(child(entry, 'when'))),
        ...optional('source', asText(child(entry, 'source'))),
      })),
    context: readContext(child(node, 'context')),
    good: readContext(child(node, 'good')),
    keys: readKeys(node, section, ['outcome', 'why', 'evidence', 'context', 'good']),
  };
}

/** The limits; lists that are not there are empty. */
export function readLimits(node: unknown, section: Section | undefined): Limits {
  const budget = child(node, 'budget');
  return {
    write: asTexts(child(node, 'write')),
    never: asTexts(child(node, 'never')),
    decisions: readDecisions(child(node, 'decisions'), section),
    budget: {
      ...optional('time', asText(child(budget, 'time'))),
      ...optional('changedLines', asNumber(child(budget, 'changed-lines'))),
      ...optional('cost', asLooseText(child(budget, 'cost'))),
    },
    stopWhen: asTexts(child(node, 'stop-when')),
    keys: readKeys(node, section, ['write', 'never', 'decisions', 'budget', 'stop-when']),
  };
}

/** The lanes that must come first. */
export function readNeeds(node: unknown): Need[] {
  return entries(node).flatMap((entry) => {
    const lane = asText(isMap(entry) ? child(entry, 'lane') : entry);
    return lane
      ? [{ span: nodeSpan(entry), lane, ...optional('contract', asText(child(entry, 'contract'))) }]
      : [];
  });
}

/** The criteria that say something. */
export function readDone(node: unknown): Criterion[] {
  return entries(node).flatMap((entry) => {
    const says = asText(isMap(entry) ? child(entry, 'says') : entry);
    return says
      ? [
          {
            span: nodeSpan(entry),
            says,
            proof: asTexts(child(entry, 'proof')),
            look: asTexts(child(entry, 'look')),
          },
        ]
      : [];
  });
}

/** The checks by id, in the order of the file; an entry that is neither a command nor keys with values is left out. */
export function readChecks(node: unknown): Check[] {
  return pairsOf(node).flatMap((pair) => {
    const { value } = pair;
    if (value && !isMap(value) && asText(value) === undefined && !(isScalar(value) && value.value === null))
      return [];
    return [readCheck({ value: keyText(pair), span: nodeSpan(pair.key) }, value)];
  });
}

function readCheck(id: Text, node: YamlNode | undefined): Check {
  const kind = asText(child(node, 'kind'))?.value;
  const serial = child(node, 'serial');
  return {
    id,
    span: { start: id.span.start, end: Math.max(id.span.end, nodeSpan(node).end) },
    kind: CHECK_KINDS.find((name) => name === kind) ?? 'test',
    ...optional('run', asText(isMap(node) ? child(node, 'run') : node)),
    ...optional('timeout', asText(child(node, 'timeout'))),
    ...optional('cwd', asText(child(node, 'cwd'))),
    env: asTexts(child(node, 'env')),
    inputs: asTexts(child(node, 'inputs')),
    artifacts: asTexts(child(node, 'artifacts')),
    serial: isScalar(serial) && serial.value === true,
    ...optional('score', asText(child(node, 'score'))),
    ...optional('atLeast', asNumber(child(node, 'at-least'))),
    ...optional('atMost', asNumber(child(node, 'at-most'))),
    rubric: asTexts(child(node, 'rubric')),
    ...optional('judge', asText(child(node, 'judge'))),
    ...optional('votes', asNumber(child(node, 'votes'))),
  };
}

function readDecisions(node: unknown, section: Section | undefined): Decisions {
  return {
    settled: pairsOf(child(node, 'settled')).map((pair): SettledDecision => {
      const name = { value: keyText(pair), span: nodeSpan(pair.key) };
      return { name, answer: asLooseText(pair.value) ?? { value: '', span: name.span } };
    }),
    free: readNames(child(node, 'free')),
    reserved: readNames(child(node, 'reserved')),
    keys: readKeys(node, section, ['settled', 'free', 'reserved']),
  };
}

/** Names of decisions; one that is left empty is an empty text, for a rule to find. */
function readNames(node: unknown): Text[] {
  if (node === undefined || (isScalar(node) && node.value === null)) return [];
  return (isSeq(node) ? node.items : [node]).map(asLooseText).filter((text) => text !== undefined);
}

const URL = /^[a-z][a-z0-9+.-]*:\/\//i;

function readContext(node: unknown): ContextEntry[] {
  return entries(node).flatMap((entry): ContextEntry[] => {
    const span = nodeSpan(entry);
    const bare = asText(entry);
    if (bare) return [bareEntry(bare)];
    const url = asText(child(entry, 'url'));
    if (url) return [{ kind: 'url', span, url, ...optional('gist', asText(child(entry, 'gist'))) }];
    const text = asText(child(entry, 'text'));
    return text ? [{ kind: 'text', span, text }] : [];
  });
}

/** A bare entry is a URL, a path, or text that somebody wrote without `text:`. */
function bareEntry(text: Text): ContextEntry {
  const { value, span } = text;
  if (URL.test(value)) return { kind: 'url', span, url: text };
  const isPath =
    !/\s/.test(value) ||
    (/^[^\s].*\.[a-z0-9]{1,8}(#\S*)?$/i.test(value) && value.includes('/') && !/[.!?]\s/.test(value));
  return isPath ? { kind: 'path', span, path: text } : { kind: 'text', span, text };
}

/** The entries of a list; a single value is a list of one, nothing is none. */
function entries(node: unknown): readonly YamlNode[] {
  if (isSeq(node)) return node.items;
  return node === undefined || (isScalar(node) && node.value === null) ? [] : [node as YamlNode];
}

function asNumber(node: unknown): Field<number> | undefined {
  return isScalar(node) && typeof node.value === 'number'
    ? { value: node.value, span: nodeSpan(node) }
    : undefined;
}

function readKeys<K extends string>(
  node: unknown,
  section: Section | undefined,
  names: readonly K[],
): Keys<K> {
  const keys: { [key in K]?: Section } = {};
  for (const name of names) {
    const pair = findPair(node, name);
    if (pair) keys[name] = pairSection(pair, section?.sound ?? true);
  }
  return keys;
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [key in K]?: V };
}
