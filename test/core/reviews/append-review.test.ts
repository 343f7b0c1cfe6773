import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appendReview, handInReview } from '../../../src/core/reviews/append-review.ts';
import { readReviews } from '../../../src/core/reviews/read-reviews.ts';

const PATH = 'lanes/a.reviews.yaml';
const ENTRY = {
  verdict: 'returned',
  by: 'Bea <bea@example.com>',
  at: '2026-11-22T09:10:00Z',
  note: undefined,
};
const ADDED = '  - verdict: returned\n    by: Bea <bea@example.com>\n    at: 2026-11-22T09:10:00Z\n';

function appended(text: string | undefined, entry: Record<string, string | undefined> = ENTRY): string {
  const changed = appendReview(PATH, text, 'intent', entry);
  assert.ok('text' in changed, JSON.stringify(changed));
  return changed.text;
}

describe('appendReview', () => {
  const one = '- { verdict: approved, by: A <a@b.c>, at: 2026-11-22T09:10:00Z }';
  const cases: [name: string, before: string | undefined, after: string][] = [
    ['begins a file', undefined, `reviews: 1\nintent:\n${ADDED}`],
    ['begins an empty one', '', `reviews: 1\nintent:\n${ADDED}`],
    ['begins after comments', '# ours', `# ours\nreviews: 1\nintent:\n${ADDED}`],
    [
      'adds at the end of a list',
      `# ours\nreviews: 1\nintent:\n  ${one} # yes\n\noutcome: []\n# end\n`,
      `# ours\nreviews: 1\nintent:\n  ${one} # yes\n${ADDED}\noutcome: []\n# end\n`,
    ],
    ['adds a list', 'reviews: 1\nmood: good', `reviews: 1\nmood: good\nintent:\n${ADDED}`],
    [
      'adds to a list without indentation',
      `reviews: 1\nintent:\n${one}\n`,
      `reviews: 1\nintent:\n${one}\n${ADDED.replaceAll(/^ {2}/gm, '')}`,
    ],
    [
      'adds to a list in brackets',
      'reviews: 1\nintent: []\n',
      'reviews: 1\nintent: [{ verdict: returned, by: Bea <bea@example.com>, at: 2026-11-22T09:10:00Z }]\n',
    ],
    [
      'keeps the line endings of Windows and a byte order mark',
      `\uFEFFreviews: 1\r\nintent:\r\n  ${one}\r\n`,
      `\uFEFFreviews: 1\r\nintent:\r\n  ${one}\r\n${ADDED.replaceAll('\n', '\r\n')}`,
    ],
  ];
  for (const [name, before, after] of cases) it(name, () => assert.equal(appended(before), after));

  it('does not touch a file that is broken or too large', () => {
    for (const text of ['reviews: 1\nintent: [\n', 'reviews: 1\nintent:\n  - { verdict: fine }\n', '- a\n']) {
      const changed = appendReview(PATH, text, 'intent', ENTRY);
      assert.match('problem' in changed ? changed.problem : '', /cannot be added to/);
    }
    let text = 'reviews: 1\n';
    for (let changed = appendReview(PATH, text, 'intent', ENTRY); 'text' in changed; ) {
      text = changed.text + changed.text.slice('reviews: 1\nintent:\n'.length);
      changed = appendReview(PATH, text, 'intent', ENTRY);
    }
    assert.equal(readReviews(PATH, text).problems[0]?.rule, 'oversized-lane');
  });

  it('keeps every word, whatever it is, and every line that was there', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (notes, isWindows) => {
          let text = isWindows ? '# ours\r\nreviews: 1\r\n' : '# ours\nreviews: 1\n';
          for (const [note, because] of notes) {
            const before = text;
            const changed = appendReview(PATH, text, 'outcome', { ...ENTRY, note, mood: because });
            assert.ok('text' in changed, JSON.stringify([changed, note]));
            text = changed.text;
            assert.ok(text.startsWith(before.trimEnd()));
          }
          const said = readReviews(PATH, text).outcome.map((review) => review.note?.value);
          assert.deepEqual(
            said,
            notes.map(([note]) => note),
          );
        },
      ),
    );
  });
});

describe('handInReview', () => {
  const at = '2026-11-22T13:31:00Z';
  const cases: [name: string, before: string, after: string][] = [
    [
      'completes the last hand-over',
      'reviews: 1\nhanded:\n  - over: 2026-11-22T09:20:00Z\n    by: A\n    to: claude # fast\nanswers: []\n',
      `reviews: 1\nhanded:\n  - over: 2026-11-22T09:20:00Z\n    by: A\n    to: claude # fast\n    in: ${at}\n    commit: 9c1d4e7\nanswers: []\n`,
    ],
    [
      'completes one in braces',
      'reviews: 1\nhanded:\n  - { over: 2026-11-22T09:20:00Z, by: A }\n',
      `reviews: 1\nhanded:\n  - { over: 2026-11-22T09:20:00Z, by: A, in: ${at}, commit: 9c1d4e7 }\n`,
    ],
  ];
  for (const [name, before, after] of cases)
    it(name, () => assert.deepEqual(handInReview(PATH, before, at, '9c1d4e7'), { text: after }));

  it('says when nothing was handed over', () => {
    assert.deepEqual(handInReview(PATH, 'reviews: 1\n', at), { problem: 'It was never handed over.' });
  });
});
