import assert from 'node:assert/strict';
import fc from 'fast-check';
import { holdScore, readScore, scoreText } from '../../../src/core/checks/read-score.ts';
import { plannedCheck } from './planned.ts';

describe('readScore', () => {
  const PRETTY =
    '{\n  "results": [\n    { "name": "spam", "score": 0.25 },\n    { "name": "ham", "score": 1 }\n  ],\n  "spam": 0.25\n}\n';
  const numbers: [name: string, stdout: string, score: string, expected: number][] = [
    ['one line of JSON', '{"spam":0.25}', '$.spam', 0.25],
    ['pretty JSON', PRETTY, '$.spam', 0.25],
    ['a filter', PRETTY, '$.results[?(@.name == "ham")].score', 1],
    ['JSON after a banner of npm', `\n> shop@1.0.0 spam\n> node evals/spam.mjs\n\n${PRETTY}`, '$.spam', 0.25],
    [
      'JSON among log lines',
      `[INFO] start\n[1] job\n{"spam":0.25}\n[INFO] {end\nDone in 1.2 s.\n`,
      '$.spam',
      0.25,
    ],
    ['the last of many documents', '{"spam":1}\n{"spam":0.5}\n{"spam":0.25}\n', '$.spam', 0.25],
    ['JSON in a fence', '```json\n{"spam": 0.25}\n```\n', '$.spam', 0.25],
    ['a list', '[0.25]', '$[0]', 0.25],
    ['a number alone', '0.25\n', '$', 0.25],
    ['a number on the last line', '> eval\nready\n0.25\n', '$', 0.25],
    ['braces in strings', 'log\n{"a": "}{\\"", "spam": 0.25}\n', '$.spam', 0.25],
    ['a number in quotes', '{"spam":"0.250"}', '$.spam', 0.25],
    ['the same number twice', '{"a":[{"x":2},{"x":2}]}', '$.a[*].x', 2],
    ['Windows line ends', 'log\r\n{"spam":0.25}\r\ndone\r\n', '$.spam', 0.25],
    ['a pattern', 'a\nscore: 0.25\nb', '/^score: ([0-9.]+)$/', 0.25],
    ['a pattern over Windows line ends', 'score: 0.25\r\n', '/^score: ([0-9.]+)$/', 0.25],
    ['a pattern in colours', '\u001b[1mscore:\u001b[0m \u001b[32m0.25\u001b[39m', '/score: ([0-9.]+)/', 0.25],
    ['a pattern that finds it twice', 'score: 1\nscore: 1\n', '/score: (\\d)/', 1],
    ['an exponent and a sign', 'x=-1.5e-3', '/x=(\\S+)/', -0.0015],
  ];
  for (const [name, stdout, score, expected] of numbers) {
    it(`reads ${name}`, () => assert.deepEqual(readScore(stdout, score), { score: expected }));
  }

  const problems: [name: string, stdout: string, score: string, expected: RegExp][] = [
    ['nothing', '', '$.spam', /printed nothing/],
    ['white space', ' \n', '/(a)/', /printed nothing/],
    ['no JSON', 'spam: 0.2\nend\n', '$.spam', /no JSON that can be read/],
    ['JSON that is cut', '{"spam": 0.2', '$.spam', /no JSON that can be read/],
    ['NaN in JSON', '{"spam": NaN}', '$.spam', /"NaN" is no JSON/],
    ['NaN by a pattern', 'spam: NaN', '/spam: (\\S+)/', /finds "NaN", which is no number/],
    ['1e999 in JSON', '{"spam": 1e999}', '$.spam', /too large/],
    ['1e999 by a pattern', 'spam: 1e999', '/spam: (\\S+)/', /too large/],
    ['a path that leads nowhere', '{"spam": 1}', '$.ham', /"\$\.ham" finds nothing/],
    ['two numbers by a path', '{"a":[1,2]}', '$.a[*]', /finds 2 different values: 1, 2\./],
    ['two numbers by a pattern', 'score: 1\nscore: 2', '/score: (\\d)/', /2 different values: "1", "2"/],
    ['a list', '{"a":[1]}', '$.a', /finds a list, which is no number/],
    ['an object', '{"a":{}}', '$.a', /finds an object/],
    ['null', '{"a":null}', '$.a', /finds null/],
    ['true', '{"a":true}', '$.a', /finds true/],
    ['a percentage', 'score: 93%', '/score: (.*)/', /finds "93%"/],
    ['a pattern that matches nothing', 'x', '/y(\\d)/', /matches nothing/],
    ['an empty group', 'y', '/y(\\d*)/', /finds "", which/],
    ['a score that cannot be read', '{}', '$.a[', /missing/],
    ['a path with a pattern that could explode', '[]', '$[?match(@.a, "(a+)+")]', /linear time/],
    ['a path that branches too often', '[]', '$..a..b..c', /more than 2/],
    ['a path that nobody can read', '{}', '$.a-b', /from "-b" on/],
  ];
  for (const [name, stdout, score, expected] of problems) {
    it(`says why there is no number: ${name}`, () => {
      const read = readScore(stdout, score);
      assert.match('problem' in read ? read.problem : String(read.score), expected);
    });
  }

  const LONG = 500_000;
  const hostile: [name: string, stdout: string, score: string][] = [
    ['a pattern that explodes elsewhere', `${'a'.repeat(LONG)}b`, '/^((?:a+)+)$/'],
    ['a pattern that explodes on repetition', 'ab'.repeat(LONG / 2), '/(?:.*a){20}(\\d)/'],
    ['a pattern that matches everywhere', '1'.repeat(LONG), '/(\\d)(?:.*z)?/'],
    ['open brackets on every line', '{\n'.repeat(LONG / 2), '$.a'],
    ['lists on every line that are not closed', '[1,\n'.repeat(LONG / 4), '$.a'],
    ['a list as deep as it gets', `${'['.repeat(LONG)}${']'.repeat(LONG)}`, '$..a'],
    ['a string of escapes that is not closed', `{"${'\\"'.repeat(LONG / 2)}`, '$.a'],
    ['many documents', '{"a":1}\n'.repeat(LONG / 8), '$.a'],
  ];
  for (const [name, stdout, score] of hostile) {
    it(`ends soon with ${name}`, () => {
      readScore(stdout, score);
    }).timeout(10_000);
  }

  it('finds any report among any lines', () => {
    const line = fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[\n\r[\]{}]/g, ' '));
    fc.assert(
      fc.property(
        fc.array(line),
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true }),
        fc.array(line),
        fc.constantFrom(0, 2),
        fc.double({ noDefaultInfinity: true, noNaN: true }),
        (before, report, after, indent, score) => {
          const json = JSON.stringify({ ...report, score }, undefined, indent);
          const read = readScore([...before, json, ...after].join('\n'), '$.score');
          assert.deepEqual(read, { score: score === 0 ? 0 : score });
        },
      ),
    );
  });

  it('never throws', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('$', '$.a', '$..*', '/(.)/', '/^(.*)$/'),
        (text, score) => {
          readScore(text, score);
        },
      ),
    ));
});

describe('holdScore', () => {
  const check = (bounds: string) => plannedCheck(`{ kind: eval, run: x, score: $, ${bounds} }`);
  it('takes the bound itself', () => {
    assert.deepEqual(holdScore(0.1, check('at-most: 0.1')), { state: 'passed' });
    assert.deepEqual(holdScore(0.8, check('at-least: 0.8')), { state: 'passed' });
  });
  it('holds both bounds, and says the number and what it must be', () =>
    assert.deepEqual(holdScore(3, check('at-least: 1, at-most: 2')), {
      state: 'failed',
      because: 'The number is 3; it must be at least 1 and at most 2.',
    }));
  it('says a number that passes with its bound', () =>
    assert.equal(scoreText(0.05, check('at-most: 0.1')), '0.05; it must be at most 0.1'));
});
