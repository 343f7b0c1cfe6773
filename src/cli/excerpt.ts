import type { LineIndex, Span } from '../core/index.ts';
import { visible } from './visible.ts';

const WIDTH = 100;
const BEFORE = 30;

/** Two lines that show where a span begins: the text of its line, cut to fit, and carets below. Empty where there is nothing to show. */
export function excerpt(text: string, lines: LineIndex, span: Span): readonly string[] {
  const { line, column } = lines.position(span.start);
  const bounds = lines.line(line);
  const whole = text.slice(bounds.start, bounds.end);
  if (whole.trim() === '') return [];
  const from = whole.length > WIDTH ? Math.max(0, column - 1 - BEFORE) : 0;
  const shown = whole.slice(from, from + WIDTH);
  const start = column - 1 - from;
  const end = Math.min(shown.length, span.end - bounds.start - from);
  const indent = visible(shown.slice(0, start)).length;
  const carets = Math.max(1, visible(shown.slice(start, end)).length);
  const gutter = `${line} | `;
  return [
    gutter + visible(shown),
    `${' '.repeat(gutter.length - 2)}| ${' '.repeat(indent)}${'^'.repeat(carets)}`,
  ];
}
