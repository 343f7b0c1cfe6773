import type { SoundLane } from '../lane/lane-file.ts';
import type { Remedy, Report } from '../lint/report.ts';
import type { Rule } from '../lint/rule.ts';
import { spanWithin } from '../text/source-map.ts';
import type { Text } from '../text/span.ts';
import type { Phrase } from './phrase.ts';
import type { Prose } from './prose.ts';
import type { LaneProse, ProseField } from './prose-field.ts';

/** What a text rule finds in one piece of prose: `[start, end)` in that prose, and what to say about it. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A rule that reads sentences, wherever they stand: in a lane's fields or in any text given. */
export interface TextRule extends Rule {
  readonly fields: readonly ProseField[];
  /** If given, texts that hold none of these are not read. */
  readonly phrases?: readonly Phrase[];
  find(prose: Prose, field: ProseField): Iterable<Hit>;
}

/** Completes a text rule with the walk over its fields; `remedy` gives the edit for a hit where there is one. */
export function textRule(
  rule: Omit<TextRule, 'check'>,
  remedy?: (file: SoundLane, text: Text, hit: Hit) => readonly Remedy[],
): TextRule & Required<Pick<Rule, 'check'>> {
  return {
    ...rule,
    *check(file, _board, prose) {
      for (const { text, hit } of hitsOf(rule, prose))
        yield reportHit(file, text, hit, remedy?.(file, text, hit));
    },
  };
}

/** What the rule finds in the texts of a lane that it reads. */
export function* hitsOf(
  { fields, phrases, find }: Pick<TextRule, 'fields' | 'phrases' | 'find'>,
  lane: LaneProse,
): Iterable<{ readonly text: Text; readonly hit: Hit }> {
  if (phrases && !phrases.some((one) => lane.mayHold(one))) return;
  for (const { field, text, prose } of lane.texts) {
    if (!fields.includes(field) || phrases?.every((one) => prose.partsOf(one) === 0)) continue;
    for (const hit of find(prose, field)) yield { text, hit };
  }
}

/** The report of a hit in a field of a lane. */
export function reportHit(file: SoundLane, text: Text, hit: Hit, remedies: readonly Remedy[] = []): Report {
  return { span: spanWithin(file.text, text, hit.start, hit.end), message: hit.message, remedies };
}

/** True if the rule reads sentences. */
export function isTextRule(rule: Rule): rule is TextRule {
  return 'find' in rule;
}

/** A hit for what a text lacks as a whole: it stands at the first line. Nothing for an empty text. */
export function* wholeText(text: string, message: string): Iterable<Hit> {
  const start = text.search(/\S/);
  if (start < 0) return;
  const stop = text.indexOf('\n', start);
  yield { start, end: stop < 0 ? text.trimEnd().length : stop, message };
}
