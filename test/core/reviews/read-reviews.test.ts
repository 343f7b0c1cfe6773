import assert from 'node:assert/strict';
import { readReviews } from '../../../src/core/reviews/read-reviews.ts';
import { howEnded, unanswered } from '../../../src/core/reviews/review.ts';
import { timeProblems } from '../../../src/core/reviews/review-times.ts';

const PATH = 'lanes/a.reviews.yaml';
const WHOLE = `reviews: 1
intent:
  - { verdict: approved, by: Bea <bea@example.com>, at: 2026-11-22T09:10:00Z, digest: sha256-9f2c, base: 4f2a, mood: good }
outcome:
  - { verdict: returned, by: Bea <bea@example.com>, at: 2026-11-22T13:40:00Z, commit: 9c1d, because: done, note: Twice }
  - { verdict: accepted, by: Bea <bea@example.com>, at: 2026-11-22T15:05:00Z, commit: 77ab, evidence: { unit: passed } }
handed:
  - { over: 2026-11-22T09:20:00Z, by: Ana <ana@example.com>, to: claude, digest: sha256-9f2c, in: 2026-11-22T13:31:00Z, commit: 9c1d }
asked:
  - { decision: a row, by: Ana <ana@example.com>, at: 2026-11-22T10:02:00Z }
answers:
  - { decision: a row, answer: none, by: Ana <ana@example.com>, at: 2026-11-22T11:02:00Z }
`;

function problems(text: string): readonly string[] {
  return readReviews(PATH, text).problems.map(
    ({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`,
  );
}

describe('readReviews', () => {
  it('reads every kind of entry', () => {
    const file = readReviews(PATH, WHOLE);
    assert.deepEqual(file.problems, []);
    assert.equal(file.intent[0]?.base?.value, '4f2a');
    assert.deepEqual([...(file.outcome[1]?.evidence ?? [])], [['unit', 'passed']]);
    assert.equal(file.handed[0]?.in?.value, '2026-11-22T13:31:00Z');
    assert.equal(file.answers[0]?.answer.value, 'none');
    assert.deepEqual([howEnded(file), unanswered(file).length], ['accepted', 0]);
  });

  const broken: [name: string, text: string, expected: RegExp][] = [
    ['an unknown verdict', WHOLE.replace('accepted', 'acepted'), /^acepted: .*accepted/],
    ['a verdict of the other gate', WHOLE.replace('approved', 'killed'), /^killed: /],
    ['a time that is none', WHOLE.replace('2026-11-22T15:05:00Z', 'yesterday'), /^yesterday: /],
    ['an entry without a name', 'reviews: 1\nintent: [{ verdict: approved }]\n', /`by` is missing/],
    ['a list', '- a\n', /no reviews file/],
    ['no YAML', 'reviews: 1\nintent: [\n', /./],
  ];
  for (const [name, text, expected] of broken)
    it(`says what is wrong with ${name}`, () => assert.match(problems(text).join('\n'), expected));

  it('keeps an entry whose verdict it does not know', () => {
    assert.equal(
      readReviews(PATH, WHOLE.replace('accepted', 'praised')).outcome[1]?.verdict.value,
      'praised',
    );
  });

  it('tells times that are still to come, given the time', () => {
    const said = timeProblems(readReviews(PATH, WHOLE), '2026-11-22T13:35:00Z').map(({ message }) => message);
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /15:05.*has not come yet/);
    assert.match(
      timeProblems(readReviews(PATH, WHOLE.replace('T15:05', 'T99:05')), '2026-11-22T13:35:00Z')[0]
        ?.message ?? '',
      /is no time/,
    );
  });

  it('is quick with 10,000 entries', () => {
    const entry = '  - { verdict: returned, by: Bea <bea@example.com>, at: 2026-11-22T13:40:00Z }\n';
    const started = performance.now();
    assert.match(problems(`reviews: 1\nintent:\n${entry.repeat(10_000)}`).join('\n'), /larger than 256 KiB/);
    assert.ok(performance.now() - started < 2000);
  });
});
