import assert from 'node:assert/strict';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { applySuppressions } from '../../../src/core/lint/apply-suppressions.ts';

/** What is left of a report of `quality-word` on the word "soon" after the suppressions of the text. */
function left(text: string): string[] {
  const start = text.indexOf('soon');
  const report = { rule: 'quality-word', span: { start, end: start + 4 }, message: '' };
  const file = readLaneFile('a.lane.yaml', text);
  return applySuppressions(file, [report]).map(
    ({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`,
  );
}

const mark = '# lanekeeper-disable-next-line';

describe('suppressions', () => {
  const cases: [name: string, text: string, expected: string[]][] = [
    ['cover the next line', `lane: 1\n${mark} quality-word -- the team knows\ntitle: soon\n`, []],
    [
      'cover the next line that says something',
      `lane: 1\n${mark} quality-word -- known\n\n# more\ntitle: soon\n`,
      [],
    ],
    [
      'may name several rules',
      `lane: 1\n${mark} open-list, quality-word -- known\ntitle: soon\n`,
      ['unused-suppression: open-list'],
    ],
    [
      'do not cover further lines',
      `lane: 1\n${mark} quality-word -- known\ntitle: x\nowner: soon\n`,
      ['quality-word: soon', 'unused-suppression: quality-word'],
    ],
    [
      'do not cover other rules',
      `lane: 1\n${mark} open-list -- known\ntitle: soon\n`,
      ['quality-word: soon', 'unused-suppression: open-list'],
    ],
    [
      'do not count without a reason',
      `lane: 1\n${mark} quality-word\ntitle: soon\n`,
      ['quality-word: soon', `suppression-without-reason: ${mark} quality-word`],
    ],
    [
      'do not count with an empty reason',
      `lane: 1\n${mark} quality-word -- \ntitle: soon\n`,
      ['quality-word: soon', `suppression-without-reason: ${mark} quality-word -- `],
    ],
    [
      'must name a rule',
      `lane: 1\n${mark} -- known\ntitle: soon\n`,
      ['quality-word: soon', `unused-suppression: ${mark} -- known`],
    ],
    [
      'are comments only, not text',
      `lane: 1\ntitle: |\n  ${mark} quality-word -- no\n  soon\n`,
      ['quality-word: soon'],
    ],
    ['work with CRLF', `lane: 1\r\n${mark} quality-word -- known\r\ntitle: soon\r\n`, []],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepEqual(left(text), expected));
});
