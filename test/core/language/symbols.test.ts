import { deepEqual, ok } from 'node:assert/strict';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { type LaneSymbol, symbols } from '../../../src/core/language/symbols.ts';
import { LANES } from './shop.ts';

const outline = (list: readonly LaneSymbol[], indent = ''): string[] =>
  list.flatMap(({ name, kind, detail, children }) => [
    `${indent}${kind} ${name}${detail ? ` (${detail})` : ''}`,
    ...outline(children, `${indent}  `),
  ]);

describe('outline', () => {
  it('names what a lane holds, in its order', () => {
    const file = readLaneFile('lanes/refund-mail.lane.yaml', LANES['lanes/refund-mail.lane.yaml'] ?? '');
    deepEqual(outline(symbols(file)), [
      'field lane (1)',
      'field title (Customers get a refund confirmation within a minute)',
      'field owner (ana@example.com)',
      'section brief',
      '  field outcome (Every customer gets one mail.)',
      '  field context (lanes/context/payments.md)',
      'section limits',
      '  field write (src/refunds/**, test/refunds/**)',
      '  section decisions',
      '    decision mail provider (Postmark)',
      '    decision mail wording (free)',
      '    decision ledger rows (reserved)',
      'section needs',
      '  need ledger-events (docs/events.schema.json)',
      'section done',
      '  criterion One mail (refund-mail, unit)',
      '  criterion It renders (artifacts/mails/*.png)',
      'section checks',
      '  check unit (npm test -- refunds)',
      '  check refund-mail (npm run e2e)',
    ]);
  });

  it('keeps each name inside its part of the text', () => {
    const text = LANES['lanes/refund-mail.lane.yaml'] ?? '';
    const each = (list: readonly LaneSymbol[]) => {
      for (const { span, selection, children } of list) {
        ok(span.start <= selection.start && selection.end <= span.end, text.slice(span.start, span.end));
        ok(children.every((child) => span.start <= child.span.start && child.span.end <= span.end));
        each(children);
      }
    };
    each(symbols(readLaneFile('lanes/refund-mail.lane.yaml', text)));
  });

  it('shows the sound parts of a broken lane', () => {
    const file = readLaneFile(
      'lanes/a.lane.yaml',
      'lane: 1\nneeds: [a, {]\ndone:\n  - says: It works\n  -\nchecks: 7\n',
    );
    deepEqual(outline(symbols(file)), [
      'field lane (1)',
      'section needs',
      '  need a',
      'section done',
      '  criterion It works',
      'section checks',
    ]);
  });
});
