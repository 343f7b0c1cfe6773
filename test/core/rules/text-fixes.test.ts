import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/edit/apply-edits.ts';
import { lintLane } from '../../../src/core/lint/lint.ts';
import { boardOf } from './board-of.ts';

const PATH = 'lanes/example.lane.yaml';

/** The criterion, and what the first fix for it makes of it; the same where there is none. */
const MENDED: readonly (readonly [before: string, after: string])[] = [
  ['A table, or something similar, is shown', 'A table is shown'],
  ['Visitors see a chart or similar', 'Visitors see a chart'],
  ['Visitors see a chart, or something like that', 'Visitors see a chart'],
  ['Visitors see a chart (or similar) at noon', 'Visitors see a chart at noon'],
  ['The card has a border and/or a shadow', 'The card has a border and a shadow'],
  ['The card has either a border or a shadow', 'The card has a border'],
  ['The price list lies in Redis, or maybe memory', 'The price list lies in Redis'],
  ['Either a table or a list is shown', 'Either a table or a list is shown'],
  ['The changelog is updated if needed', 'The changelog is updated'],
  ['Error pages are, where applicable, translated', 'Error pages are translated'],
  ['Error pages are translated (where applicable)', 'Error pages are translated'],
  ['If possible, old links keep working', 'Old links keep working'],
  ['Ideally the import finishes within 5 s', 'The import finishes within 5 s'],
];

describe('the fixes of rules that read sentences', () => {
  for (const [before, after] of MENDED) {
    for (const quote of ['', '"', "'"]) {
      it(`make ${JSON.stringify(after)} of ${quote}${before}${quote}`, () => {
        const text = `lane: 1\ndone:\n  - says: ${quote}${before}${quote}\n`;
        assert.equal(firstFixed(text), text.replace(before, after));
      });
    }
  }

  it('leave words alone that run over a line', () => {
    const text = 'lane: 1\ndone:\n  - says: |\n      The changelog is updated if\n      needed\n';
    assert.equal(firstFixed(text), text);
  });

  it('offer a form to fill in only where there is room for it', () => {
    const flow = 'lane: 1\nkind: bug\nbrief: { outcome: Refunds are right, context: [docs/refunds.md] }\n';
    assert.deepEqual(
      findingsOf(flow, 'bug-without-evidence').flatMap(({ fixes }) => fixes),
      [],
    );
  });

  it('move a decision that is marked as open to those that are reserved', () => {
    const text = 'lane: 1\nlimits:\n  decisions:\n    settled:\n      colour: TBD\n      size: 10 px\n';
    assert.equal(
      firstFixed(text),
      'lane: 1\nlimits:\n  decisions:\n    settled:\n      size: 10 px\n    reserved: [colour]\n',
    );
  });
});

function findingsOf(text: string, rule?: string) {
  const file = boardOf({ [PATH]: text }).lanes.get(PATH);
  assert(file);
  const findings = lintLane(file, boardOf({ [PATH]: text }));
  return findings.filter((finding) => rule === undefined || finding.rule === rule);
}

function firstFixed(text: string): string {
  const rules = new Set(['alternatives-left-open', 'escape-clause', 'undecided-marker']);
  const [fix] = findingsOf(text)
    .filter(({ rule }) => rules.has(rule))
    .flatMap(({ fixes }) => fixes);
  const changes = fix?.edits.flatMap((edit) => (edit.kind === 'change' ? edit.edits : [])) ?? [];
  return applyEdits(text, changes);
}
