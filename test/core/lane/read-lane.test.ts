import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/edit/apply-edits.ts';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { REFUND_MAIL } from './refund-mail.ts';

const read = (text: string) => readLaneFile('lanes/refund-mail.lane.yaml', text);
const rules = (text: string) => read(text).problems.map(({ rule }) => rule);
const flagged = (text: string) =>
  read(text).problems.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);

describe('readLaneFile', () => {
  it('reads every section of a whole lane, without a problem', () => {
    const { problems, lane, id } = read(REFUND_MAIL);
    assert.deepEqual(problems, []);
    assert.equal(id, 'refund-mail');
    assert.equal(lane?.kind?.value, 'feature');
    assert.deepEqual(
      lane?.brief.context.map(({ kind }) => kind),
      ['path', 'path', 'text'],
    );
    assert.deepEqual(
      lane?.limits.write.map(({ value }) => value),
      ['src/refunds/**', 'test/refunds/**'],
    );
    assert.equal(
      lane?.limits.decisions.settled[0]?.answer.value,
      'Postmark (docs/adr/0012-mail-provider.md)',
    );
    assert.equal(lane?.limits.budget.changedLines?.value, 400);
    assert.equal(lane?.needs[0]?.contract?.value, 'docs/events/refund-issued.schema.json');
    assert.deepEqual(
      lane?.done.map(({ proof, look }) => [proof.length, look.length]),
      [
        [1, 0],
        [0, 1],
      ],
    );
    assert.deepEqual(
      lane?.checks.map(({ id: name, kind }) => `${name.value} ${kind}`),
      ['unit test', 'refund-mail test', 'spam-score eval', 'tone taste'],
    );
    assert.equal(lane?.checks[2]?.atMost?.value, 0.1);
  });

  it('keeps the place of every field', () => {
    const { lane } = read(REFUND_MAIL);
    const at = (span?: { start: number; end: number }) => span && REFUND_MAIL.slice(span.start, span.end);
    assert.equal(at(lane?.header), 'lane: 1');
    assert.equal(at(lane?.title?.span), 'Customers get a refund confirmation within a minute');
    assert.equal(at(lane?.limits.never[0]?.span), 'src/ledger/**');
    assert.equal(at(lane?.checks[3]?.rubric[1]?.span), 'Never blames the bank');
    assert.equal(at(lane?.needs[0]?.lane.span), 'ledger-events');
    assert.equal(at(lane?.sections.done?.key), 'done');
  });

  const mistakes: [name: string, text: string, expected: string[]][] = [
    ['an empty file', '', ['unknown-version: ']],
    ['only a comment', '# later\n', ['unknown-version: # later']],
    ['a list', '- a\n', ['wrong-type: - a']],
    ['one word', 'hello\n', ['wrong-type: hello']],
    ['no version', 'title: A\n', ['unknown-version: t']],
    [
      'another version, and nothing else is said',
      'lane: 2\nnonsense: yes\ndone: 5\n',
      ['unknown-version: 2'],
    ],
    ['a version in quotes', 'lane: "1"\n', ['unknown-version: "1"']],
    ['an unknown key', 'lane: 1\ntilte: A\n', ['unknown-key: tilte']],
    ['an unknown key deeper', 'lane: 1\nlimits: { wirte: [a] }\n', ['unknown-key: wirte']],
    ['a key of another section', 'lane: 1\noutcome: A\n', ['unknown-key: outcome']],
    [
      'two mistakes at once',
      'lane: 1\ntilte: A\ndone:\n  - proof: x\n',
      ['unknown-key: tilte', 'wrong-type: p'],
    ],
    ['a truth value for text', 'lane: 1\nchecks:\n  a: { run: true }\n', ['wrong-type: true']],
    ['a number for text', 'lane: 1\ntitle: 012\n', ['wrong-type: 012']],
    [
      'a time that YAML 1.1 would count',
      'lane: 1\nchecks:\n  a: { run: x, timeout: 1:30 }\n',
      ['wrong-type: 1:30'],
    ],
    ['an unknown kind', 'lane: 1\nkind: featrue\n', ['wrong-type: featrue']],
    ['a word that cannot begin a value', 'lane: 1\nowner: @ana\n', ['broken-yaml: @ana']],
    ['a colon in a value', 'lane: 1\ntitle: Refunds: now\n', ['broken-yaml: Refunds']],
    ['a tab', 'lane: 1\nbrief:\n\toutcome: A\n', ['broken-yaml: \t']],
    ['a key twice', 'lane: 1\ntitle: A\ntitle: B\n', ['broken-yaml: title']],
    ['an open quote', 'lane: 1\ntitle: "A\n', ['broken-yaml: "A']],
    ['a glob that YAML reads as an alias', 'lane: 1\nlimits: { write: [*.md] }\n', ['plain-yaml: *.md']],
    ['an anchor', 'lane: 1\ntitle: &t A\nowner: *t\n', ['plain-yaml: &t']],
    ['a merge key', 'lane: 1\n<<: { title: A }\n', ['plain-yaml: <<']],
    ['a tag', 'lane: 1\ntitle: !!str A\n', ['plain-yaml: !!str']],
    ['a second document', 'lane: 1\n---\nlane: 1\n', ['plain-yaml: ---']],
    [
      'a second document that holds the rest',
      'lane: 1\ntitle: A\n---\nchecks: { a: npm test }\n',
      ['plain-yaml: ---'],
    ],
    ['a merge of an alias', 'lane: 1\n<<: *base\n', ['plain-yaml: <<']],
    ['words that begin like an alias', 'lane: 1\ntitle: *The* x\n', ['plain-yaml: *The*']],
    ['a misspelt key that must be there', 'lane: 1\ndone:\n  - sayss: A\n', ['unknown-key: sayss']],
    [
      'a suppression in words of other linters',
      'lane: 1\n# lanekeeper-disable-line no-good -- x\n',
      ['unused-suppression: # lanekeeper-disable-line no-good -- x'],
    ],
    ['a check id that is a number', 'lane: 1\nchecks:\n  7: npm test\n', []],
    [
      'keys of the object prototype',
      'lane: 1\nchecks:\n  __proto__: npm test\n  constructor: npm test\n  toString: npm test\n',
      [],
    ],
  ];
  for (const [name, text, expected] of mistakes) {
    it(`gives one clear problem for ${name}`, () => assert.deepEqual(flagged(text), expected));
  }

  const mended: [name: string, text: string, expected: string | undefined][] = [
    ['keeps a comment out of the quotes', 'lane: 1\nowner: @ana # lead\n', 'lane: 1\nowner: "@ana" # lead\n'],
    ['quotes a value with a colon', 'lane: 1\ntitle: Note: a # keep\n', 'lane: 1\ntitle: "Note: a" # keep\n'],
    ['quotes what is a text then', 'lane: 1\ntitle: 012\n', 'lane: 1\ntitle: "012"\n'],
    [
      'does not quote what would be no duration all the same',
      'lane: 1\nlimits: { budget: { time: 60 } }\n',
      undefined,
    ],
    ['corrects a key', 'lane: 1\ntilte: A\n', 'lane: 1\ntitle: A\n'],
  ];
  for (const [name, text, expected] of mended) {
    it(`${name}, where it mends`, () => {
      const [operation] = read(text)
        .problems.flatMap(({ remedies }) => remedies?.filter(({ safe }) => safe) ?? [])
        .flatMap(({ operations }) => operations);
      const after =
        operation?.kind === 'replace'
          ? applyEdits(text, [{ span: operation.span, newText: operation.text }])
          : undefined;
      assert.equal(after, expected);
    });
  }

  it('offers to take an anchor out, and quotes only what is a plain value', () => {
    const titles = (text: string) =>
      read(text).problems.flatMap(({ remedies }) => remedies?.map(({ title }) => title) ?? []);
    assert.deepEqual(titles('lane: 1\nlimits: { write: &paths [src/**] }\n'), ['Remove &paths']);
    assert.deepEqual(titles('lane: 1\ntitle: &Co is here\n'), ['Quote "&Co is here"', 'Remove &Co']);
    assert.deepEqual(titles('lane: 1\nlimits: { write: [*.md] }\n'), ['Quote "*.md"']);
  });

  it('reads the same from a file with CRLF and a byte order mark', () => {
    const text = `\uFEFF${REFUND_MAIL.replaceAll('\n', '\r\n')}`;
    const { problems, lane } = read(text);
    assert.deepEqual(problems, []);
    assert.equal(
      text.slice(lane?.title?.span.start, lane?.title?.span.end),
      'Customers get a refund confirmation within a minute',
    );
  });

  it('does not take a section for missing whose key is misspelt, or that a key of its own stands beside', () => {
    const { lane } = read('lane: 1\ndoen: []\noutcome: A\n');
    assert.equal(lane?.sections.done?.sound, false);
    assert.equal(lane?.sections.brief?.sound, false);
  });

  it('does not take the sections after a broken line for missing', () => {
    const { lane } = read('lane: 1\ntitle: "A\ndone:\n  - says: B\nchecks:\n  a: npm test\n');
    assert.equal(lane?.sections.done?.sound, false);
    assert.equal(lane?.sections.checks?.sound, false);
  });

  it('reads what is sound beside what is not', () => {
    const { lane } = read('lane: 1\ndone:\n  - says: It works\n  - 7\n');
    assert.deepEqual(
      lane?.done.map(({ says }) => says.value),
      ['It works'],
    );
    assert.equal(lane?.sections.done?.sound, false);
  });

  const beyond: [string, string][] = [
    ['bytes', `lane: 1\ntitle: ${'a'.repeat(300_000)}\n`],
    ['lines', `lane: 1\n${'\n'.repeat(5_001)}`],
    ['depth', `lane: 1\ntitle: ${'['.repeat(40)}${']'.repeat(40)}\n`],
    [
      'block depth',
      `lane: 1\ntitle:\n${Array.from({ length: 40 }, (_, i) => `${' '.repeat(i + 1)}a:\n`).join('')}`,
    ],
    [
      'keys',
      `lane: 1\nchecks:\n${Array.from({ length: 10_000 }, (_, i) => `  c${i}: a\n`)
        .join('')
        .slice(0, 200_000)}`,
    ],
    ['brackets on one line', '] '.repeat(100_000)],
    ['escapes in one text', `lane: 1\ntitle: "${'\\x'.repeat(120_000)}"\n`],
  ];
  for (const [name, text] of beyond) {
    it(`gives one problem, and parses nothing, beyond the cap: ${name}`, () =>
      assert.deepEqual(rules(text), ['oversized-lane']));
  }

  it('ends an alias bomb at its first anchor', () => {
    const bomb = `lane: 1\na: &a [x,x]\n${'bcdefghi'
      .split('')
      .map((c, i) => `${c}: &${c} [${`*${'abcdefgh'[i]},`.repeat(9)}]\n`)
      .join('')}`;
    assert.deepEqual(rules(bomb), ['plain-yaml']);
  });

  it('reports at most twenty mistakes of a broken file and counts the rest', () => {
    const { problems } = read(
      `lane: 1\n${Array.from({ length: 900 }, (_, i) => `k${i}: "\\q${i}"\n`).join('')}`,
    );
    const broken = problems.filter(({ rule }) => rule === 'broken-yaml');
    assert.equal(broken.length, 20);
    assert.match(broken[19]?.message ?? '', /880 more/);
  });

  it('never throws, and every problem lies inside the file, whatever is done to a lane', () => {
    const mutation = fc.record({
      at: fc.nat(REFUND_MAIL.length),
      cut: fc.nat(80),
      insert: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.constantFrom('\t', '"', '- ', ': ', '[', '}', '&a ', '*a', '\r\n', '|\n', '---\n', '!!x '),
      ),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const text = mutations.reduce(
          (t, { at, cut, insert }) => t.slice(0, at) + insert + t.slice(at + cut),
          REFUND_MAIL,
        );
        for (const { span, message } of read(text).problems) {
          assert.ok(
            0 <= span.start && span.start <= span.end && span.end <= text.length,
            JSON.stringify({ span, message }),
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});
