import { readSuppressions } from '../lint/read-suppressions.ts';
import type { Rule } from '../lint/rule.ts';
import { RULES } from '../rules/catalogue.ts';
import type { Span } from '../text/span.ts';
import { scanSyntax } from '../yaml/scan-syntax.ts';

/** A rule that a suppression names, with the place of its name. */
export interface NamedRule {
  readonly rule: Rule;
  readonly span: Span;
}

/** The rule whose name in a suppression the offset stands in. */
export function suppressedRuleAt(text: string, offset: number): NamedRule | undefined {
  const scan = scanSyntax(text);
  const comment = commentAt('comments' in scan ? scan.comments : [], offset);
  const [suppression] = comment ? readSuppressions(text, [comment]) : [];
  const named = suppression?.rules.find(({ span }) => span.start <= offset && offset <= span.end);
  const rule = named && RULES.find(({ id }) => id === named.id);
  return rule && { rule, span: named.span };
}

/** The comment that an offset stands in, behind its `#`. */
export function commentAt(comments: readonly Span[], offset: number): Span | undefined {
  return comments.find(({ start, end }) => start < offset && offset <= end);
}
