import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import laneSchema from '../../../schemas/lane.schema.json' with { type: 'json' };
import { knownKeys, type SchemaNode, schemaAt } from '../schema/schema-node.ts';
import type { TextEdit } from '../text/span.ts';
import { child, findPair, keyText, nodeSpan } from '../yaml/nodes.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import type { Operation, YamlPath, YamlValue } from './operation.ts';
import { renderFlow, renderItem, renderPair } from './render-yaml.ts';

/** An operation on the file itself. */
type Change = Exclude<Operation, { kind: 'create' }>;

/** A text with its syntax tree, so that several operations on one file parse it once. */
export interface EditableYaml {
  readonly text: string;
  readonly root: YAMLMap | undefined;
}

/** Parses a text for editing. */
export function editableYaml(text: string): EditableYaml {
  return { text, root: parseYaml(text).root as YAMLMap | undefined };
}

/**
 * The edits of one file's text that an operation means, in the file's own line endings and indentation. None where the place it
 * names is not there.
 */
export function resolveOperation(file: EditableYaml, operation: Change): TextEdit[] {
  switch (operation.kind) {
    case 'replace':
      return [{ span: operation.span, newText: operation.text }];
    case 'set':
      return withLineEndings(file, setValue(file, operation.at, operation.value));
    case 'append':
      return withLineEndings(file, append(file, operation.at, operation.value));
    case 'remove':
      return remove(file, operation.at);
  }
}

function withLineEndings({ text }: EditableYaml, edits: TextEdit[]): TextEdit[] {
  if (!text.includes('\r\n')) return edits;
  return edits.map(({ span, newText }) => ({ span, newText: newText.replaceAll(/\r?\n/g, '\r\n') }));
}

function setValue(file: EditableYaml, at: YamlPath, value: YamlValue): TextEdit[] {
  const key = at.at(-1);
  const parentPath = at.slice(0, -1);
  if (key === undefined) return [];
  const parent = parentPath.reduce<unknown>(child, file.root);
  if (isSeq(parent)) {
    const item = parent.items[Number(key)];
    return item ? [{ span: trimmed(file.text, nodeSpan(item as Node)), newText: renderFlow(value) }] : [];
  }
  if (parent === undefined || !isMap(parent)) return setInMissing(file, parentPath, { [String(key)]: value });
  const pair = findPair(parent, String(key));
  if (pair) return [replaceValue(file, pair, value)];
  return parent.flow
    ? insertIntoFlow(parent, `${renderFlow(String(key))}: ${renderFlow(value)}`)
    : [insertPair(file, parent, parentPath, String(key), value)];
}

/** The parent is not there or has no value yet: it is made with the value in it. */
function setInMissing(file: EditableYaml, at: YamlPath, value: YamlValue): TextEdit[] {
  if (at.length > 0) return setValue(file, at, value);
  const [[key, inner] = []] = Object.entries(value as object) as [string, YamlValue][];
  if (
    key === undefined ||
    inner === undefined ||
    /\S/.test(file.text.replace(/^\uFEFF/, '').replaceAll(/^\s*#.*$/gm, ''))
  )
    return [];
  const start = file.text.startsWith('\uFEFF') ? 1 : 0;
  return [{ span: { start, end: start }, newText: `${renderPair(key, inner)}\n` }];
}

function replaceValue(file: EditableYaml, pair: Pair, value: YamlValue): TextEdit {
  const key = nodeSpan(pair.key as Node);
  const node = pair.value as Node | null;
  const indent = columnOf(file.text, key.start);
  const lines = indented(renderPair(keyText(pair), value), indent).slice(indent.length);
  if (node?.range && node.range[1] > node.range[0] && typeof value !== 'object')
    return { span: trimmed(file.text, nodeSpan(node)), newText: renderFlow(value) };
  const end =
    node?.range && node.range[1] > node.range[0]
      ? trimmed(file.text, nodeSpan(node)).end
      : file.text.indexOf(':', key.end) + 1;
  return { span: { start: key.start, end }, newText: lines };
}

function insertPair(
  file: EditableYaml,
  parent: YAMLMap,
  at: YamlPath,
  key: string,
  value: YamlValue,
): TextEdit {
  const order = knownKeys(schemaAt(laneSchema as SchemaNode, at));
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const before = parent.items.findLast((pair) => rank(keyText(pair)) <= rank(key));
  const first = nodeSpan(parent.items[0]?.key as Node).start;
  const indent = columnOf(file.text, first);
  const lines = indented(renderPair(key, value), indent);
  if (!before)
    return { span: { start: first, end: first }, newText: `${lines.slice(indent.length)}\n${indent}` };
  const isSpaced = at.length === 0 && typeof value === 'object' && /\n\r?\n\S/.test(file.text);
  return insertLines(file.text, pairEnd(before), `${isSpaced ? '\n' : ''}${lines}`);
}

/** Inserts whole lines after the line on which something ends. */
function insertLines(text: string, end: number, lines: string): TextEdit {
  if (end > 0 && text[end - 1] === '\n') return at(end, `${lines}\n`);
  const newline = text.indexOf('\n', end);
  return newline < 0 ? at(text.length, `\n${lines}\n`) : at(newline + 1, `${lines}\n`);
}

function at(offset: number, newText: string): TextEdit {
  return { span: { start: offset, end: offset }, newText };
}

function append(file: EditableYaml, path: YamlPath, value: YamlValue): TextEdit[] {
  const list = path.reduce<unknown>(child, file.root);
  if (isSeq(list)) {
    if (list.flow) return insertIntoFlow(list, renderFlow(value));
    const last = list.items.at(-1) as Node | undefined;
    const indent = columnOf(file.text, nodeSpan(list).start);
    return [
      insertLines(
        file.text,
        trimmed(file.text, nodeSpan(last ?? list)).end,
        indented(renderItem(value), indent),
      ),
    ];
  }
  if (isScalar(list) && list.value !== null) {
    const span = trimmed(file.text, nodeSpan(list));
    return [{ span, newText: `[${renderFlow(String(list.value))}, ${renderFlow(value)}]` }];
  }
  return setValue(file, path, [value]);
}

function insertIntoFlow(node: YAMLMap | YAMLSeq, rendered: string): TextEdit[] {
  const last = node.items.at(-1) as Node | Pair | undefined;
  const { start, end } = nodeSpan(node);
  if (!last) return [at(start + 1, rendered)];
  const lastEnd = 'key' in last ? pairEnd(last) : nodeSpan(last).end;
  return [at(Math.min(lastEnd, end - 1), `, ${rendered}`)];
}

function remove(file: EditableYaml, path: YamlPath): TextEdit[] {
  const key = path.at(-1);
  const parent = path.slice(0, -1).reduce<unknown>(child, file.root);
  if (key === undefined || !(isMap(parent) || isSeq(parent))) return [];
  const items = parent.items as (Node | Pair)[];
  const index = isSeq(parent) ? Number(key) : items.findIndex((item) => keyText(item as Pair) === key);
  const item = items[index];
  if (!item) return [];
  // A list or mapping must not be left without an entry: then its key goes too.
  if (items.length === 1 && path.length > 1) return remove(file, path.slice(0, -1));
  const start = 'key' in item ? nodeSpan(item.key as Node).start : nodeSpan(item).start;
  const end = 'key' in item ? pairEnd(item) : nodeSpan(item).end;
  if (!parent.flow) return [{ span: wholeLines(file.text, start, end), newText: '' }];
  const next = items[index + 1];
  const previous = items[index - 1];
  if (next)
    return [
      {
        span: { start, end: 'key' in next ? nodeSpan(next.key as Node).start : nodeSpan(next).start },
        newText: '',
      },
    ];
  const from = previous ? ('key' in previous ? pairEnd(previous) : nodeSpan(previous).end) : start;
  return [{ span: { start: from, end }, newText: '' }];
}

function wholeLines(text: string, start: number, end: number): { start: number; end: number } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  if (end > 0 && text[end - 1] === '\n') return { start: from, end };
  const newline = text.indexOf('\n', end);
  return { start: from, end: newline < 0 ? text.length : newline + 1 };
}

function pairEnd(pair: Pair): number {
  const value = pair.value as Node | null;
  return value?.range && value.range[1] > value.range[0]
    ? nodeSpan(value).end
    : nodeSpan(pair.key as Node).end;
}

/** A span without the white space at its end, such as the last line break of a block. */
function trimmed(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** The white space that puts a line in the column of an offset. */
function columnOf(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return ' '.repeat(offset - lineStart - (lineStart === 0 && text.startsWith('\uFEFF') ? 1 : 0));
}

function indented(lines: string, indent: string): string {
  return lines.replaceAll(/^(?=.)/gm, indent);
}
