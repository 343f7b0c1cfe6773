import type { Span, Text } from './span.ts';

/**
 * The place in the file of a stretch `[start, end)` of a text's value. Works for plain, quoted and block scalars: white space is
 * folded and indented differently in the file and in the value, so the two are brought back in step at each word.
 */
export function spanWithin(source: string, text: Text, start: number, end: number): Span {
  const from = sourceOffset(source, text, Math.min(start, text.value.length));
  if (end <= start) return { start: from, end: from };
  const last = sourceOffset(source, text, end - 1);
  return {
    start: from,
    end: Math.min(last + characterAt(source, last, styleOf(source, text)).width, text.span.end),
  };
}

type Style = 'block' | 'double' | 'single' | 'plain';

function styleOf(source: string, { span }: Text): Style {
  switch (source[span.start]) {
    case '|':
    case '>':
      return 'block';
    case '"':
      return 'double';
    case "'":
      return 'single';
    default:
      return 'plain';
  }
}

function sourceOffset(source: string, text: Text, index: number): number {
  const style = styleOf(source, text);
  const { value } = text;
  let at = contentStart(source, text, style);
  let i = 0;
  if (/\S/.test(value[0] ?? ' ')) at = spaceEnd(source, at, text.span.end);
  while (i < index && at < text.span.end) {
    const next = spaceEnd(source, at, text.span.end);
    if (next > at && source.slice(at, next).includes('\n')) {
      const word = spaceEnd(value, i, value.length);
      if (word > index) return Math.min(at + index - i, next);
      i = word;
      at = next;
    } else {
      const { width, units } = characterAt(source, at, style);
      at += width;
      i += units;
    }
  }
  const { width, units } = characterAt(source, at, style);
  return units === 0 ? at + width : at;
}

function contentStart(source: string, { span }: Text, style: Style): number {
  if (style !== 'block') return style === 'plain' ? span.start : span.start + 1;
  const newline = source.indexOf('\n', span.start);
  return newline < 0 ? span.end : newline + 1;
}

function spaceEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/.test(text[at] ?? '')) at++;
  return at;
}

/** How many characters of the file, and how many code units of the value, the character at an offset takes. */
function characterAt(source: string, at: number, style: Style): { width: number; units: number } {
  if (style === 'single' && source.startsWith("''", at)) return { width: 2, units: 1 };
  if (style !== 'double' || source[at] !== '\\') return { width: 1, units: 1 };
  const lineBreak = /^\\\r?\n[ \t]*/.exec(source.slice(at, at + 200));
  if (lineBreak) return { width: lineBreak[0].length, units: 0 };
  const width = { x: 4, u: 6, U: 10 }[source[at + 1] ?? ''] ?? 2;
  const isPair = width === 10 && Number.parseInt(source.slice(at + 2, at + 10), 16) > 0xffff;
  return { width, units: isPair ? 2 : 1 };
}
