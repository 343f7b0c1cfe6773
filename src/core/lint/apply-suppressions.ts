import type { LaneFile } from '../lane/lane-file.ts';
import { RULES } from '../rules/catalogue.ts';
import { nearest } from '../text/nearest.ts';
import type { Problem } from './report.ts';
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
      ? unused(file, suppression, (rule) => used.has(`${index} ${rule}`))
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

function unused(file: LaneFile, { span, rules }: Suppression, isUsed: (rule: string) => boolean): Problem[] {
  if (rules.length === 0) {
    const message = 'This suppression names no rule. Write the id of the rule before ` -- `.';
    return [{ rule: 'unused-suppression', span, message }];
  }
  const unknown = rules.filter(({ id }) => !RULES.some((rule) => rule.id === id));
  // What is broken is not looked into, so nobody knows what would be found there.
  const idle = isWhole(file) ? rules.filter((rule) => !unknown.includes(rule) && !isUsed(rule.id)) : [];
  const remove = { kind: 'replace' as const, span: lineOf(file.text, span), text: '' };
  const remedies =
    idle.length === rules.length
      ? [{ title: 'Remove the suppression', safe: true, operations: [remove] }]
      : [];
  return [
    ...unknown.map(unknownRule),
    ...idle.map((rule) => ({
      rule: 'unused-suppression',
      span: rule.span,
      message: `"${rule.id}" finds nothing on the next line. Remove the suppression.`,
      remedies,
    })),
  ];
}

function unknownRule({ id, span }: Suppression['rules'][number]): Problem {
  const near = nearest(
    id,
    RULES.map((rule) => rule.id),
  );
  return {
    rule: 'unused-suppression',
    span,
    message: `There is no rule "${id}". ${near ? `Did you mean \`${near}\`?` : '`lanekeeper explain` lists them all.'}`,
    remedies: near
      ? [{ title: `Change to ${near}`, operations: [{ kind: 'replace', span, text: near }] }]
      : [],
  };
}

/** True if every section of the lane could be read. */
function isWhole({ lane }: LaneFile): boolean {
  return lane !== undefined && Object.values(lane.sections).every(({ sound }) => sound);
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
