import type { LaneFile } from '../lane/lane-file.ts';
import { coveredLines } from './covered-lines.ts';
import type { Finding } from './finding.ts';

/** A suppression as it would be written: at an offset, these words, then the reason, then these. */
export interface NewSuppression {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** How to suppress a finding where it stands; nothing for what is wrong with the file itself, which no comment can excuse. */
export function suppress(file: LaneFile, { rule, span, move }: Finding): NewSuppression | undefined {
  if (move === 'file') return undefined;
  const { start } = coveredLines(file.text, span.start);
  const beside = file.suppressions.find(({ covers, rules }) => covers.start === start && rules.length > 0);
  const last = beside?.rules.at(-1);
  if (beside?.reason && last) return { at: last.span.end, before: `, ${rule}`, after: '' };
  const indent = /^[ \t]*/.exec(file.text.slice(start))?.[0] ?? '';
  return { at: start, before: `${indent}# lanekeeper-disable-next-line ${rule} -- `, after: '\n' };
}
