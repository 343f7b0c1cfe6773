import { readProse } from '../prose/prose.ts';
import { isTextRule } from '../prose/text-rule.ts';
import { RULES } from '../rules/catalogue.ts';
import { CUES } from '../rules/cues.ts';
import type { Severity } from './finding.ts';

/** Which part of a lane a text is read as: one criterion, or the outcome with all that surrounds it. */
export type TextField = 'done' | 'brief';

/** What a rule reports about a text that stands in no lane; offsets in UTF-16 code units. */
export interface TextFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Reads a criterion line or a description by the rules that read sentences, in the order of their places. */
export function lintText(field: TextField, text: string): readonly TextFinding[] {
  const read = field === 'done' ? 'done' : 'outcome';
  const prose = readProse(text, CUES);
  const findings = RULES.flatMap((rule) => {
    const { severity } = rule;
    if (!isTextRule(rule) || severity === 'off' || !rule.fields.includes(read)) return [];
    return [...rule.find(prose, read)].map((hit) => ({ rule: rule.id, severity, ...hit }));
  });
  return findings.sort((a, b) => a.start - b.start || a.end - b.end);
}
