import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { Document, parse, stringify } from 'yaml';
import { effectiveLane } from '../../../src/core/checks/effective-lane.ts';
import { laneDigest } from '../../../src/core/checks/lane-digest.ts';
import { loadContexts, sharedContext } from '../../../src/core/checks/shared-context.ts';
import { createFileIndex } from '../../../src/core/glob/file-index.ts';
import { isSound } from '../../../src/core/lane/lane-file.ts';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { readSettings } from '../../../src/core/settings/read-settings.ts';
import { REFUND_MAIL } from '../lane/refund-mail.ts';
import { memoryFiles } from '../workspace/memory-files.ts';

const SETTINGS = 'defaults:\n  limits: { never: [.github/**] }\n  checks: { style: npm run lint }\n';
const CONTEXTS = new Map([['lanes/context/payments.md', 'Money is counted in cents.\n']]);

function digest(text: string, settings = SETTINGS, contexts: ReadonlyMap<string, string> = CONTEXTS): string {
  const file = readLaneFile('lanes/refund-mail.lane.yaml', text);
  assert.ok(isSound(file));
  assert.deepEqual(file.problems, []);
  return laneDigest(effectiveLane(file, readSettings(settings).settings, contexts));
}

describe('laneDigest', () => {
  const whole = digest(REFUND_MAIL);

  it('is sha256- and base64url', () => assert.match(whole, /^sha256-[A-Za-z0-9_-]{43}$/));

  it('stays the same however the lane is written', () => {
    const styles = fc.record({
      defaultStringType: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL'),
      blockQuote: fc.constantFrom('literal' as const, false),
      collectionStyle: fc.constantFrom('any', 'block', 'flow'),
      indent: fc.integer({ min: 1, max: 8 }),
      lineWidth: fc.constantFrom(0, 40, 80),
    } as const);
    fc.assert(
      fc.property(styles, fc.infiniteStream(fc.nat(9)), fc.boolean(), (style, order, isWindows) => {
        const shuffled = shuffleKeys(parse(REFUND_MAIL), () => order.next().value);
        const document = new Document(shuffled);
        document.commentBefore = ' a comment';
        const text = document.toString({ ...style, defaultKeyType: 'PLAIN' });
        fc.pre(isDeepStrictEqual(parse(text), shuffled)); // the library folds some long texts wrongly
        assert.equal(digest(isWindows ? `\uFEFF${text.replaceAll('\n', '\r\n')}` : text), whole);
      }),
    );
  });

  it('stays the same in the short and the long form', () => {
    const [one, other] = [
      'lane: 1\nlimits: { write: src/** }\nneeds: [a]\ndone: [It works]\nchecks: { unit: npm test }\n',
      'lane: 1\nlimits: { write: [src/**] }\nneeds: [{ lane: a }]\ndone: [{ says: It works }]\nchecks: { unit: { kind: test, run: npm test, timeout: 600s, serial: false, votes: 1 } }\n',
    ];
    assert.equal(digest(one), digest(other));
  });

  it('changes with every value of the lane', () => {
    const lane = parse(REFUND_MAIL);
    const leaves = leavesOf(lane).filter(([at]) => at[0] !== 'lane');
    assert.ok(leaves.length > 40);
    for (const [at, value] of leaves) {
      const changed = structuredClone(lane);
      put(changed, at, changedValue(value));
      assert.notEqual(digest(stringify(changed)), whole, at.join('.'));
    }
  });

  it('changes with every value that is taken out, except those that are the default', () => {
    const lane = parse(REFUND_MAIL);
    for (const [at, value] of leavesOf(lane).filter(([path]) => path[0] !== 'lane')) {
      if (value === 'test' || at.at(-1) === 'says') continue;
      const changed = structuredClone(lane);
      put(changed, at, undefined);
      const text = stringify(changed);
      if (readLaneFile('a.lane.yaml', text).problems.length > 0) continue;
      assert.notEqual(digest(text), whole, at.join('.'));
    }
  });

  it('changes with what the lane inherits, but not with what it replaces', () => {
    assert.notEqual(digest(REFUND_MAIL, SETTINGS.replace('.github', '.gitlab')), whole);
    assert.notEqual(digest(REFUND_MAIL, SETTINGS.replace('run lint', 'run style')), whole);
    assert.equal(digest(REFUND_MAIL, SETTINGS.replace('checks: {', 'checks: { unit: other,')), whole);
    assert.equal(digest(REFUND_MAIL, `${SETTINGS}rules: { no-good: off }\n`), whole);
  });

  it('changes with its shared context, but not with line endings there', () => {
    const path = 'lanes/context/payments.md';
    const with_ = (text: string) => digest(REFUND_MAIL, SETTINGS, new Map([[path, text]]));
    assert.equal(with_('\uFEFFMoney is counted in cents.\r\n'), whole);
    assert.notEqual(with_('Money is counted in euros.\n'), whole);
    assert.notEqual(digest(REFUND_MAIL, SETTINGS, new Map()), whole);
  });

  it('takes any name for data', () => {
    const named = (name: string) => digest(`lane: 1\nchecks:\n  ${name}: npm test\n`);
    const names = ['__proto__', 'constructor', 'toString', 'toJSON', '7', '"\\ud800"', '"\\ud801"'];
    assert.equal(new Set(names.map(named)).size, names.length);
  });
});

describe('sharedContext', () => {
  const read = (lane: string, paths: readonly string[]) => {
    const file = readLaneFile('lanes/a.lane.yaml', `lane: 1\n${lane}`);
    assert.ok(isSound(file));
    return sharedContext(file, readSettings('').settings, createFileIndex(paths));
  };

  it('is the Markdown that the context names, by path, glob or heading, sorted, each once', () =>
    assert.deepEqual(
      read(
        'brief: { context: [docs/b.md#limits, "docs/*.md", ./docs/b.md, src/a.ts, { text: docs/c.md }] }',
        ['docs/a.md', 'docs/b.md', 'src/a.ts'],
      ),
      ['docs/a.md', 'docs/b.md'],
    ));

  it('is not what the lane itself writes', () =>
    assert.deepEqual(
      read(
        'brief: { context: [docs/a.md, docs/b.md] }\nlimits: { write: [docs/**], never: [docs/b.md] }',
        [],
      ),
      ['docs/b.md'],
    ));

  it('leaves out what cannot be read', async () => {
    const files = memoryFiles({ 'a.md': 'A', 'b.md': new Uint8Array([0xff, 0xfe, 0x41]) });
    assert.deepEqual([...(await loadContexts(['a.md', 'b.md', 'c.md'], files))], [['a.md', 'A']]);
  });
});

function shuffleKeys(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return value.map((one) => shuffleKeys(one, next));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [next(), key, shuffleKeys(one, next)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => a - b).map(([, key, one]) => [key, one]));
}

type At = readonly (string | number)[];

function leavesOf(value: unknown, at: At = []): readonly [At, unknown][] {
  if (typeof value !== 'object' || value === null) return [[at, value]];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => leavesOf((value as Record<string | number, unknown>)[key], [...at, key]));
}

function put(root: unknown, at: At, value: unknown): void {
  let place = root as Record<string | number, unknown>;
  for (const key of at.slice(0, -1)) place = place[key] as typeof place;
  const last = at.at(-1) as string | number;
  if (value !== undefined) place[last] = value;
  else if (Array.isArray(place)) place.splice(Number(last), 1);
  else delete place[last];
}

/** Another value that the schema takes at the same place. */
function changedValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  const others: Record<string, string> = { feature: 'bug', test: 'lint', eval: 'test', taste: 'test' };
  if (others[text]) return others[text];
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return '2026-01-01';
  return /^\d+[smh]$/.test(text) ? `7${text}` : `${text}x`;
}
