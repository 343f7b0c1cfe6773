import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { givenWorkspaces, lanekeeper } from './lanekeeper.ts';
import { placesIn, readFindings } from './lint-schema.ts';
import { SOUND_FILES, soundLane } from './sound-lane.ts';

interface Case {
  readonly name: string;
  readonly text: string | Uint8Array;
  /** `rule line:column` of each finding of the file, hints aside; with `…` at the end others are among them. */
  readonly found: readonly string[];
}

const PATH = 'lanes/bad.lane.yaml';
/** A sound lane that writes elsewhere, with this text after its first line. */
const sound = (text: string) => soundLane('bad').replace('lane: 1\n', `lane: 1\n${text}`);
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const CASES: readonly Case[] = [
  { name: 'an empty file', text: '', found: ['unknown-version 1:1'] },
  { name: 'only comments', text: '# nothing yet\n', found: ['unknown-version 1:1'] },
  { name: 'a list', text: '- a\n- b\n', found: ['wrong-type 1:1'] },
  {
    name: 'a binary file',
    text: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3),
    found: ['broken-yaml 1:1'],
  },
  { name: 'a NUL byte in text', text: sound('owner: an\u0000a\n'), found: ['hidden-character 2:10'] },
  {
    name: 'text that is not UTF-8',
    text: Uint8Array.of(0x6c, 0x61, 0x6e, 0x65, 0x3a, 0x20, 0xff, 0xfe, 0x80),
    found: ['broken-yaml 1:1'],
  },
  {
    name: 'UTF-16 without a byte order mark',
    text: Buffer.from(sound(''), 'utf16le'),
    found: ['broken-yaml 1:1'],
  },
  { name: 'UTF-16', text: Buffer.from('\ufefflane: 1\n', 'utf16le'), found: ['broken-yaml 1:1'] },
  { name: '5 MB', text: `lane: 1\ntitle: ${'x'.repeat(5 * 1024 * 1024)}\n`, found: ['oversized-lane 1:1'] },
  {
    name: 'more than 5,000 lines',
    text: `lane: 1\n${'# line\n'.repeat(6_000)}`,
    found: ['oversized-lane 1:1'],
  },
  {
    name: 'deep nesting',
    text: `lane: 1\ntitle: ${'['.repeat(2_000)}${']'.repeat(2_000)}\n`,
    found: ['oversized-lane 1:1'],
  },
  {
    name: '10,000 checks',
    text: `lane: 1\nchecks:\n${many(10_000, (index) => `  c${index}: npm test`)}\n`,
    found: ['oversized-lane 1:1'],
  },
  { name: 'one line of 100,000 brackets', text: '] '.repeat(100_000), found: ['oversized-lane 1:1'] },
  {
    name: 'a billion laughs',
    text: `a0: &a0 [lol, lol]\n${many(9, (i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`)}\n`,
    found: ['plain-yaml 1:5'],
  },
  { name: 'an alias to itself', text: 'lane: 1\ntitle: &a [*a]\n', found: ['plain-yaml 2:8'] },
  { name: 'an unknown version', text: 'lane: 7\ntitel: x\nchecks: 3\n', found: ['unknown-version 1:7'] },
  { name: 'a second document', text: `${sound('')}---\nlane: 1\n`, found: ['plain-yaml 23:1'] },
  { name: 'a merge key', text: sound('<<: { title: x }\n'), found: ['plain-yaml 2:1'] },
  { name: 'a tag', text: sound('owner: !!js/function "ana"\n'), found: ['plain-yaml 2:8'] },
  { name: 'a tab as indentation', text: 'lane: 1\nbrief:\n\toutcome: x\n', found: ['broken-yaml 3:1', '…'] },
  { name: 'a key twice', text: sound('owner: ana\nowner: bea\n'), found: ['broken-yaml 3:1'] },
  { name: 'an unknown key', text: sound('ownr: ana\n'), found: ['unknown-key 2:1'] },
  { name: 'a reserved character', text: sound('owner: @ana\n'), found: ['broken-yaml 2:8'] },
  {
    name: 'a command that is a boolean',
    text: soundLane('bad').replace('unit: npm test', 'unit: true'),
    found: ['wrong-type 22:9'],
  },
  {
    name: 'a CRLF file with a byte order mark',
    text: `\ufeff${sound('ownr: ana\n').replaceAll('\n', '\r\n')}`,
    found: ['unknown-key 2:1'],
  },
  {
    name: 'a catastrophic glob',
    text: sound('').replace('src/bad/**', '"src/bad/*a*a*a*a*a*a*a*b"'),
    found: ['…'],
  },
  {
    name: 'paths that leave the workspace',
    text: sound('').replace('[src/bad/**]', '["../../**"]'),
    found: ['path-outside-workspace 12:11', '…'],
  },
  { name: '__proto__ as a key', text: sound('__proto__: { polluted: true }\n'), found: ['unknown-key 2:1'] },
  {
    name: 'ids that every object has',
    text: soundLane('bad').replace(
      '  unit: npm test',
      '  unit: npm test\n  constructor: npm test\n  toString: npm test',
    ),
    found: [],
  },
  {
    name: 'a character that turns the writing',
    text: sound('owner: an\u202ea\n'),
    found: ['hidden-character 2:10'],
  },
];

describe('lanekeeper lint, given bad input', function () {
  this.timeout(30_000);
  const workspace = givenWorkspaces();

  for (const { name, text, found } of CASES) {
    it(`says where ${name} is wrong, and lints the other lanes`, () => {
      const cwd = workspace({ ...SOUND_FILES, 'src/bad/a.ts': '', [PATH]: text });
      const ran = lanekeeper(['lint', '--json'], { cwd });
      const places = placesIn(ran.stdout, PATH);
      if (found.at(-1) === '…')
        assert.deepEqual(
          found.slice(0, -1).filter((place) => !places.includes(place)),
          [],
        );
      else assert.deepEqual(places, found);
      assert.deepEqual(placesIn(ran.stdout, 'lanes/refund-mail.lane.yaml'), []);
      assert.equal(readFindings(ran.stdout).summary.lanes, 2);
      assert.equal(ran.code, readFindings(ran.stdout).summary.errors > 0 ? 1 : 0);
      assert.equal(ran.stderr, '');
      assert.deepEqual(readFileSync(join(cwd, PATH)), Buffer.from(text as string));
    });
  }

  it('says of UTF-16 what it is, with a byte order mark or without', () => {
    for (const [text, words] of [
      [sound(''), /This file looks like UTF-16\. Save it as UTF-8\./],
      [`\ufeff${sound('')}`, /This file is UTF-16\. Save it as UTF-8\./],
    ] as const) {
      const little = Buffer.from(text, 'utf16le');
      const big = Buffer.from(little).swap16();
      const { stdout } = lanekeeper(['lint'], {
        cwd: workspace({ 'lanes/a.lane.yaml': little, 'lanes/b.lane.yaml': big }),
      });
      assert.equal(stdout.match(new RegExp(words, 'g'))?.length, 2, stdout);
    }
  });

  it('lets no control character through to the terminal', () => {
    const bad = CASES.map(({ text }, index) => [`lanes/bad-${index}.lane.yaml`, text]);
    const { stdout, stderr } = lanekeeper(['lint'], {
      cwd: workspace({ ...SOUND_FILES, ...Object.fromEntries(bad) }),
    });
    assert.doesNotMatch((stdout + stderr).replaceAll('\n', ''), /[\p{Cc}\u202e]/u);
  });
});
