import assert from 'node:assert/strict';
import { boardOf, found } from './board-of.ts';

describe('eval-without-score', () => {
  for (const score of [
    '$',
    '$.mae',
    '$..mae',
    '$.results[0].score',
    "$['a]b'].x",
    '$.results[?(@.name == "a (b")].score',
    '/mae: ([0-9.]+)/',
    '/(?:mae|rmse): (\\d+)/',
    '/^((?:a+)+)$/',
    '/[(]x[)] (?<score>\\d+)/',
    '/\\((\\d+)\\)/',
  ]) {
    it(`reads ${score}`, () => assert.deepEqual(flagged(score), []));
  }

  for (const score of [
    '$mae',
    '$.',
    '$.a[0',
    '$.a]',
    '$.a[(0])',
    "$['a]",
    '$..[?(@.x',
    '/mae: (/',
    '/mae: [0-9]+/',
    '/(a)(b)/',
    '/(?=x)(\\d)/',
    '/(?<!x)(\\d)/',
    '/(a)\\1/',
    '/(?<n>a)\\k<n>/',
    '/+(a)/',
    '/((?:a|b|ab){90})/',
    '/(a{1001})/',
    '/((a{100}){100})/',
    `/(${'a'.repeat(1000)})/`,
    '$.a-b',
    '$[?match(@.a, "x")]',
    '$..a..b..c',
  ]) {
    it(`does not read ${score}`, () => assert.equal(flagged(score).length, 1));
  }

  it('says nothing of an eval that has no bound either, nor of other checks', () => {
    const text =
      'lane: 1\nchecks:\n  a: { kind: eval, run: x }\n  b: { kind: test, run: x }\n  c: { kind: eval, run: x, at-least: 1 }\n';
    assert.deepEqual(found(boardOf({ 'a.lane.yaml': text }), 'a', 'eval-without-score'), [
      'eval-without-score: c',
    ]);
  });
});

function flagged(score: string): readonly string[] {
  const text = `lane: 1\nchecks:\n  it:\n    kind: eval\n    run: x\n    at-most: 1\n    score: |-\n      ${score}\n`;
  return found(boardOf({ 'a.lane.yaml': text }), 'a', 'eval-without-score');
}
