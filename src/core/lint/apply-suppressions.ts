import type { LaneFile } from '../lane/lane-file.ts';
import type { Problem } from './rule.ts';
import type { Suppression } from './suppression.ts';

/** The reports that no suppression covers, and one for each suppression that has no reason or covers nothing. */
export function applySuppressions(file: LaneFile, reports: readonly Problem[]): Problem[] {
  if (file.suppressions.length === 0) return [...reports];
  const used = new Set<string>();
  const kept = reports.filter((report) => {
    const index = file.suppressions.findIndex(
      (suppression) => suppression.reason && covers(suppression, report),
    );
    if (index >= 0) used.add(`${index} ${report.rule}`);
    return index < 0;
  });
  const about = file.suppressions.flatMap((suppression, index) =>
    suppression.reason
      ? unused(file.text, suppression, (rule) => used.has(`${index} ${rule}`))
      : [withoutReason(suppression)],
  );
  return [...kept, ...about];
}

function covers({ covers: line, rules }: Suppression, { span, rule }: Problem): boolean {
  return span.start >= line.start && span.start <= line.end && rules.some(({ id }) => id === rule);
}

function withoutReason({ span }: Suppression): Problem {
  const message =
    'This suppression gives no reason, so it does not count. Write ` -- ` and why the finding does not matter here.';
  return { rule: 'suppression-without-reason', span, message };
}

function unused(text: string, { span, rules }: Suppression, isUsed: (rule: string) => boolean): Problem[] {
  if (rules.length === 0) {
    const message = 'This suppression names no rule. Write the id of the rule before ` -- `.';
    return [{ rule: 'unused-suppression', span, message }];
  }
  const idle = rules.filter(({ id }) => !isUsed(id));
  return idle.map((rule) => ({
    rule: 'unused-suppression',
    span: rule.span,
    message: `"${rule.id}" finds nothing on the next line. Remove the suppression.`,
    remedies:
      idle.length === rules.length
        ? [
            {
              title: 'Remove the suppression',
              safe: true,
              operations: [{ kind: 'replace' as const, span: lineOf(text, span), text: '' }],
            },
          ]
        : [],
  }));
}

/** The comment with its line, if it stands alone there. */
function lineOf(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const isAlone = !text.slice(lineStart, start).trim();
  return isAlone ? { start: lineStart, end: newline < 0 ? text.length : newline + 1 } : { start, end };
}
