import assert from 'node:assert/strict';
import { lintWorkspace } from '../../../src/core/lint/lint.ts';
import { boardOf, found } from './board-of.ts';

const FILES = {
  'README.md': '',
  'docs/mail.md': '',
  'docs/adr/0012-mail-provider.md': '',
  'src/mail/send.ts': '',
  'app/[id]/page.tsx': '',
  'lanes/context/payments.md': '',
};

describe('missing-file', () => {
  for (const [section, flagged] of [
    ['brief:\n  context: [docs/mial.md]', 'docs/mial.md'],
    ['brief:\n  context: docs/mail.md#limits', ''],
    ['brief:\n  context: [src/mail/send.ts:40, src/mail/send.ts:40-60, src/mail/send.ts#L4]', ''],
    ['brief:\n  context: [src/mail/sned.ts:40]', 'src/mail/sned.ts:40'],
    ['brief:\n  context: [docs, docs/, ./docs/mail.md, "docs/*.md", "docs/**"]', ''],
    ['brief:\n  context: ["docs/*.txt"]', '"docs/*.txt"'],
    ['brief:\n  context: [https://example.com/missing.md, { url: http://example.com/x.md, gist: x }]', ''],
    ['brief:\n  context: ["app/[id]/page.tsx"]', ''],
    ['brief:\n  context:\n    - text: See docs/none.md for more', ''],
    ['brief:\n  good: [docs/none.md]', 'docs/none.md'],
    ['brief:\n  evidence: [{ who: Ana, source: research/none.md }]', 'research/none.md'],
    [
      'brief:\n  evidence: [{ who: Ana, source: "interview, 3 May" }, { who: Bo, source: example.com/a.md }]',
      '',
    ],
    ['limits:\n  write: [src/mail/**, src/new/deep/**, docs/new.md, NEW.md, "**/*.ts", "*.json"]', ''],
    ['limits:\n  write: [sorce/mail/**]', 'sorce/mail/**'],
    ['limits:\n  write: [CLAUDE.md]', ''],
    ['limits:\n  write: [RAEDME.md]', 'RAEDME.md'],
    ['limits:\n  write: [src/mail]', 'src/mail'],
    ['limits:\n  never: [none/**]', ''],
    ['done:\n  - { says: x, look: artifacts/none.png }', ''],
    ['checks:\n  a: { run: x, artifacts: out/none.png, cwd: . }', ''],
    ['checks:\n  a: { run: x, cwd: pakages }', 'pakages'],
    ['checks:\n  a: { run: x, inputs: ["src/**", "none/**"] }', '"none/**"'],
    ['needs:\n  - { lane: ledger, contract: docs/new.md }', ''],
    // A contract that does not come is what `contract-unowned` speaks of.
    ['needs:\n  - { lane: other, contract: docs/new.md }', ''],
    ['limits:\n  write: [../x]\nbrief:\n  context: [~/x.md]', ''],
  ] as const) {
    it(`${JSON.stringify(section)} ${flagged ? `flags ${flagged}` : 'is fine'}`, () => {
      const board = boardOf({
        ...FILES,
        'a.lane.yaml': `lane: 1\n${section}\n`,
        'ledger.lane.yaml': 'lane: 1\nlimits:\n  write: [docs/new.md]\n',
        'other.lane.yaml': 'lane: 1\n',
      });
      assert.deepEqual(found(board, 'a', 'missing-file'), flagged ? [`missing-file: ${flagged}`] : []);
    });
  }

  it('says nothing where no file of the workspace is known', () => {
    const board = boardOf({});
    assert.equal(board.files.size, 0);
  });
});

describe('path-outside-workspace and complex-pattern', () => {
  for (const [path, rule] of [
    ['../../**', 'path-outside-workspace'],
    ['src/../../x', 'path-outside-workspace'],
    ['/etc/passwd', 'path-outside-workspace'],
    ['~/.ssh/config', 'path-outside-workspace'],
    ['C:/Users', 'path-outside-workspace'],
    ['//server/share', 'path-outside-workspace'],
    ['src\\mail', 'path-outside-workspace'],
    ['**/*a*a*a*a*b', 'complex-pattern'],
    [`{${'a,'.repeat(200)}b}`, 'complex-pattern'],
    ['src/../docs/**', undefined],
    ['src/**/*.{ts,tsx}', undefined],
  ] as const) {
    it(`${path.slice(0, 30)} is ${rule ?? 'fine'}, and that alone`, () => {
      const board = boardOf({ ...FILES, 'a.lane.yaml': `lane: 1\nlimits:\n  write: ['${path}']\n` });
      const rules = found(board, 'a').map((one) => one.split(':')[0]);
      const wanted = ['path-outside-workspace', 'complex-pattern', 'missing-file', 'hidden-character'];
      assert.deepEqual(
        rules.filter((one) => wanted.includes(one ?? '')),
        rule ? [rule] : [],
      );
    });
  }

  it('looks at every field that names a path', () => {
    const out = '../out.md';
    const lane = `lane: 1
brief:
  context: [${out}]
  good: [${out}]
  evidence: [{ source: ${out} }]
limits: { write: [${out}], never: [${out}] }
needs: [{ lane: b, contract: ${out} }]
done: [{ says: x, look: ${out} }]
checks: { a: { run: x, cwd: ${out}, inputs: [${out}], artifacts: [${out}] } }
`;
    const board = boardOf({ ...FILES, 'a.lane.yaml': lane, 'b.lane.yaml': 'lane: 1\n' });
    assert.equal(found(board, 'a', 'path-outside-workspace').length, 10);
    assert.deepEqual(found(board, 'a', 'missing-file'), []);
    assert.deepEqual(found(board, 'a', 'contract-unowned'), []);
  });
});

describe('hidden-character', () => {
  for (const [text, flagged] of [
    ['zero\u200bwidth', ['\u200b']],
    ['turned \u202etxet', ['\u202e']],
    ['soft\u00adhyphen', ['\u00ad']],
    ['C1 \u009b here', ['\u009b']],
    ['two \u200b\u200d in a row', ['\u200b\u200d']],
    ['a tag \u{e0041}\u{e0042}', ['\u{e0041}\u{e0042}']],
    ['isolate \u2067a\u2069', ['\u2067', '\u2069']],
    ['👩\u200d💻 and ❤️\u200d🔥 and 👨🏽\u200d🚀', []],
    ['می\u200cخواهم', []],
    ['שלום\u200f!', []],
    ['क्\u200dष', []],
    ['Zoë, naïve, 日本語, 🏴󠁧󠁢󠁥󠁮󠁧󠁿', []],
    ['no\u200fmark here', ['\u200f']],
    ['latin\u200djoiner', ['\u200d']],
  ] as const) {
    it(`${JSON.stringify(text)} ${flagged.length ? 'is flagged at the place' : 'is fine'}`, () => {
      const board = boardOf({ 'a.lane.yaml': `lane: 1\ntitle: "${text}"\n` });
      assert.deepEqual(
        found(board, 'a', 'hidden-character'),
        flagged.map((one) => `hidden-character: ${one}`),
      );
    });
  }

  it('allows a byte order mark at the start only, and counts from it', () => {
    const board = boardOf({ 'a.lane.yaml': '\ufefflane: 1\r\ntitle: a\ufeffb\r\n' });
    assert.deepEqual(found(board, 'a', 'hidden-character'), ['hidden-character: \ufeff']);
  });

  it('finds letters that only look Latin in ids, and leaves words of other scripts alone', () => {
    const lane = 'lane: 1\nneeds: [рlan, план, naïve]\ndone: [{ says: x, proof: "λ-calculus" }]\n';
    const board = boardOf({ 'a.lane.yaml': lane, 'lаne.lane.yaml': 'lane: 1\n' });
    assert.deepEqual(found(board, 'a', 'hidden-character'), ['hidden-character: р']);
    assert.deepEqual(found(board, 'lаne', 'hidden-character'), ['hidden-character: lane: 1']);
  });
});

describe('context-unused', () => {
  it('names shared context that no lane uses', () => {
    const board = boardOf({
      ...FILES,
      'lanes/context/used.md': '',
      'lanes/context/README.md': '',
      'a.lane.yaml': 'lane: 1\nbrief:\n  context: [lanes/context/used.md]\n',
    });
    assert.deepEqual(
      lintWorkspace(board).map(({ path, rule }) => `${rule} ${path}`),
      ['context-unused lanes/context/payments.md'],
    );
  });
});
