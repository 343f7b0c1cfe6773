import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { applyEdits } from '../../../src/core/edit/apply-edits.ts';
import type { Operation, YamlPath, YamlValue } from '../../../src/core/edit/operation.ts';
import { editableYaml, resolveOperation } from '../../../src/core/edit/resolve-operations.ts';

type Change = Exclude<Operation, { kind: 'create' }>;
const edit = (text: string, operation: Change) =>
  applyEdits(text, resolveOperation(editableYaml(text), operation));
const set = (at: YamlPath, value: YamlValue): Change => ({ kind: 'set', at, value });
const append = (at: YamlPath, value: YamlValue): Change => ({ kind: 'append', at, value });
const remove = (at: YamlPath): Change => ({ kind: 'remove', at });

describe('resolveOperation', () => {
  const cases: [name: string, before: string, operation: Change, after: string][] = [
    ['sets the first key of an empty file', '', set(['lane'], 1), 'lane: 1\n'],
    ['sets the first key below a comment', '# mine\n', set(['lane'], 1), 'lane: 1\n# mine\n'],
    [
      'puts a key where the format has it',
      'lane: 1\nowner: a # me\ndone: []\n',
      set(['title'], 'T'),
      'lane: 1\ntitle: T\nowner: a # me\ndone: []\n',
    ],
    ['puts a first key first', 'title: T\n', set(['lane'], 1), 'lane: 1\ntitle: T\n'],
    [
      'sets apart a new section where sections are',
      'lane: 1\n\nbrief:\n  why: x\n',
      set(['done'], [{ says: 'A' }]),
      'lane: 1\n\nbrief:\n  why: x\n\ndone:\n  - says: A\n',
    ],
    [
      'makes missing parents',
      'lane: 1\n',
      set(['limits', 'write'], ['src/**']),
      'lane: 1\nlimits:\n  write: [src/**]\n',
    ],
    [
      'fills a key without a value',
      'lane: 1\nlimits:\ndone: []\n',
      set(['limits', 'write'], ['a']),
      'lane: 1\nlimits:\n  write: [a]\ndone: []\n',
    ],
    [
      'replaces a value and keeps the comment',
      'lane: 1\ntitle: A # c\n',
      set(['title'], 'B: c'),
      'lane: 1\ntitle: "B: c" # c\n',
    ],
    [
      'adds to a list in brackets',
      'lane: 1\nlimits: { write: [ a, b ] }\n',
      append(['limits', 'write'], 'c'),
      'lane: 1\nlimits: { write: [ a, b, c ] }\n',
    ],
    [
      'adds to an empty list',
      'limits: { write: [] }\n',
      append(['limits', 'write'], 'c'),
      'limits: { write: [c] }\n',
    ],
    [
      'adds to a list of lines',
      'limits:\n  never:\n    - a # why\n  stop-when: [x]\n',
      append(['limits', 'never'], 'b/**'),
      'limits:\n  never:\n    - a # why\n    - b/**\n  stop-when: [x]\n',
    ],
    [
      'makes a list of a single value',
      'limits:\n  never: a/**\n',
      append(['limits', 'never'], 'b'),
      'limits:\n  never: [a/**, b]\n',
    ],
    [
      'makes a missing list',
      'limits:\n  write: [a]\n',
      append(['limits', 'never'], 'b'),
      'limits:\n  write: [a]\n  never: [b]\n',
    ],
    [
      'adds to a mapping in braces',
      'limits: { write: [a] }\n',
      set(['limits', 'never'], ['b']),
      'limits: { write: [a], never: [b] }\n',
    ],
    [
      'adds below a block of text',
      'brief:\n  outcome: |\n    Text\n\n  context: []\n',
      set(['brief', 'why'], 'W'),
      'brief:\n  outcome: |\n    Text\n  why: W\n\n  context: []\n',
    ],
    [
      'removes a line',
      'limits:\n  write:\n    - a\n    - b # c\n    - d\n',
      remove(['limits', 'write', 1]),
      'limits:\n  write:\n    - a\n    - d\n',
    ],
    ['removes from brackets', 'x: [a, b, c]\n', remove(['x', 1]), 'x: [a, c]\n'],
    ['removes the last in brackets', 'x: [a, b]\n', remove(['x', 1]), 'x: [a]\n'],
    [
      'removes a key whose only entry goes',
      'lane: 1\nlimits:\n  write: [a]\n',
      remove(['limits', 'write', 0]),
      'lane: 1\n',
    ],
    [
      'changes an entry of a list',
      'needs:\n  - a\n',
      set(['needs', 0], { lane: 'a', contract: 'b' }),
      'needs:\n  - { lane: a, contract: b }\n',
    ],
    [
      'changes an entry of lines and nothing after it',
      'brief:\n  context:\n    - url: https://a.example/x\n      gist: G\n  good: [a]\n',
      set(['brief', 'context', 0], 'b.md'),
      'brief:\n  context:\n    - b.md\n  good: [a]\n',
    ],
    [
      'keeps CRLF',
      'lane: 1\r\ndone:\r\n  - says: A\r\n',
      set(['done', 0, 'proof'], 'unit'),
      'lane: 1\r\ndone:\r\n  - says: A\r\n    proof: unit\r\n',
    ],
    [
      'ends a file without a last line break',
      'lane: 1\ntitle: A',
      set(['owner'], 'B'),
      'lane: 1\ntitle: A\nowner: B\n',
    ],
  ];
  for (const [name, before, operation, after] of cases) {
    it(name, () => assert.equal(edit(before, operation), after));
  }

  it('sets any text so that it is read back as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('lane: 1\nlimits: { write: [a] }\n', 'lane: 1\nlimits:\n  write:\n    - a\n'),
        (value, text) => {
          assert.deepEqual(parse(edit(text, append(['limits', 'write'], value))).limits.write, ['a', value]);
          assert.deepEqual(parse(edit(text, set(['title'], value))).title, value);
        },
      ),
      {
        examples: [
          ['\u00a0', 'lane: 1\nlimits: { write: [a] }\n'],
          ['\n', 'limits:\n  write:\n    - a\n'],
        ],
      },
    );
  });
});
