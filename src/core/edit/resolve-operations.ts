import laneSchema from '../../../schemas/lane.schema.json' with { type: 'json' };
import { knownKeys, type SchemaNode, schemaAt } from '../schema/schema-node.ts';
import type { TextEdit } from '../text/span.ts';
import {
  isMap,
  isScalar,
  isSeq,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlSeq,
} from '../yaml/node.ts';
import { child, findPair, isWritten, keyText, nodeSpan } from '../yaml/nodes.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import type { Operation, YamlPath, YamlValue } from './operation.ts';
import { renderFlow, renderItem, renderPair } from './render-yaml.ts';

/** An operation on the file itself. */
type Change = Exclude<Operation, { kind: 'create' }>;

/** A text with its syntax tree, so that several operations on one file parse it once. */
export interface EditableYaml {
  readonly text: string;
  readonly root: YamlMap | undefined;
}

/** Parses a text for editing. */
export function editableYaml(text: string): EditableYaml {
  return { text, root: parseYaml(text).root };
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
    return item ? [{ span: trimmed(file.text, item), newText: renderFlow(value) }] : [];
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

function replaceValue(file: EditableYaml, pair: YamlPair, value: YamlValue): TextEdit {
  const { key, value: node } = pair;
  const indent = columnOf(file.text, key.start);
  const lines = indented(renderPair(keyText(pair), value), indent).slice(indent.length);
  if (isWritten(node) && typeof value !== 'object')
    return { span: trimmed(file.text, node), newText: renderFlow(value) };
  const end = isWritten(node) ? trimmed(file.text, node).end : file.text.indexOf(':', key.end) + 1;
  return { span: { start: key.start, end }, newText: lines };
}

function insertPair(
  file: EditableYaml,
  parent: YamlMap,
  at: YamlPath,
  key: string,
  value: YamlValue,
): TextEdit {
  const order = knownKeys(schemaAt(laneSchema as SchemaNode, at));
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const before = parent.items.findLast((pair) => rank(keyText(pair)) <= rank(key));
  const first = nodeSpan(parent.items[0]?.key).start;
  const indent = columnOf(file.text, first);
  const lines = indented(renderPair(key, value), indent);
  if (!before)
    return { span: { start: first, end: first }, newText: `${lines.slice(indent.length)}\n${indent}` };
  const isSpaced = at.length === 0 && typeof value === 'object' && /\n\r?\n\S/.test(file.text);
  return insertLines(file.text, endOf(before), `${isSpaced ? '\n' : ''}${lines}`);
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
    const last = list.items.at(-1);
    const indent = columnOf(file.text, list.start);
    return [
      insertLines(file.text, trimmed(file.text, last ?? list).end, indented(renderItem(value), indent)),
    ];
  }
  if (isScalar(list) && list.value !== null) {
    const span = trimmed(file.text, list);
    return [{ span, newText: `[${renderFlow(String(list.value))}, ${renderFlow(value)}]` }];
  }
  return setValue(file, path, [value]);
}

function insertIntoFlow({ items, start, end }: YamlMap | YamlSeq, rendered: string): TextEdit[] {
  const last = items.at(-1);
  return [last ? at(Math.min(endOf(last), end - 1), `, ${rendered}`) : at(start + 1, rendered)];
}

function remove(file: EditableYaml, path: YamlPath): TextEdit[] {
  const key = path.at(-1);
  const parent = path.slice(0, -1).reduce<unknown>(child, file.root);
  if (key === undefined || !(isMap(parent) || isSeq(parent))) return [];
  const items: readonly (YamlNode | YamlPair)[] = parent.items;
  const index = isSeq(parent) ? Number(key) : parent.items.findIndex((item) => keyText(item) === key);
  const item = items[index];
  if (!item) return [];
  // A list or mapping must not be left without an entry: then its key goes too.
  if (items.length === 1 && path.length > 1) return remove(file, path.slice(0, -1));
  const start = startOf(item);
  const end = endOf(item);
  if (!parent.flow) return [{ span: wholeLines(file.text, start, end), newText: '' }];
  const next = items[index + 1];
  const previous = items[index - 1];
  if (next) return [{ span: { start, end: startOf(next) }, newText: '' }];
  return [{ span: { start: previous ? endOf(previous) : start, end }, newText: '' }];
}

function wholeLines(text: string, start: number, end: number): { start: number; end: number } {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  if (end > 0 && text[end - 1] === '\n') return { start: from, end };
  const newline = text.indexOf('\n', end);
  return { start: from, end: newline < 0 ? text.length : newline + 1 };
}

function startOf(item: YamlNode | YamlPair): number {
  return 'key' in item ? item.key.start : item.start;
}

function endOf(item: YamlNode | YamlPair): number {
  if (!('key' in item)) return item.end;
  return isWritten(item.value) ? item.value.end : item.key.end;
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
