import { equal, match, ok } from 'node:assert/strict';
import { Marked } from 'marked';
import { hover } from '../../../src/core/language/hover.ts';
import { atCursor, shop } from './shop.ts';

const PATH = 'lanes/new.lane.yaml';

/** The words of the hover at the cursor, as they are shown; the text that it belongs to comes first. */
function shown(marked: string, board = shop(), path = PATH): string {
  const { text, offset } = atCursor(marked);
  const found = hover(text, offset, board, path);
  if (!found) return '';
  const html = new Marked({ gfm: true }).parse(found.markdown, { async: false });
  const words = html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
  return `${text.slice(found.span.start, found.span.end)} | ${words.replace(/\s+/g, ' ').trim()}`;
}

const HOVERS: readonly (readonly [name: string, marked: string, shown: RegExp])[] = [
  ['a key', 'limits:\n  wri|te: [a]', /^write \| The complete set of paths .*write: \[?.*src\/refunds\/\*\*/],
  ['a key with few values', 'ki|nd: bug', /^kind \| .*One of feature , bug ,/],
  ['one of few values', 'kind: bu|g', /^bug \| What sort of work it is\./],
  ['the version', 'la|ne: 1', /^lane \| The version of the lane format/],
  [
    'a lane',
    'needs: [{ lane: refund|-mail }]',
    /^refund-mail \| Lane refund-mail : Customers get a refund confirmation within a minute Owner: ana@example\.com Writes src\/refunds\/\*\* , test\/refunds\/\*\*$/,
  ],
  ['a lane that is not there', 'needs: [nobo|dy]', /no lane of this workspace has that id/],
  ['a check', 'done: [{ proof: "a|" }]\nchecks: { a: { run: make x } }', /^a \| Check a : make x$/],
  ['an inherited check', 'done: [{ proof: li|nt }]', /^lint \| Check lint : npm run lint Every lane has it/],
  ['a check that is not there', 'done: [{ proof: x| }]', /this lane has no check of that id/],
  [
    'a decision',
    'limits: { decisions: { reserved: [mail| wording] } }',
    /^mail wording \| Decision mail wording free in refund-mail reserved in report$/,
  ],
  [
    'a settled decision',
    'limits:\n  decisions:\n    settled:\n      mail pro|vider: X',
    /settled in refund-mail : Postmark settled in ledger-events : Postmark$/,
  ],
  [
    'a decision of this lane alone',
    'limits: { decisions: { free: [nothing |else] } }',
    /It stands in no other lane\./,
  ],
  [
    'a file',
    'brief: { good: [src/refunds/|refund.ts] }',
    /^src\/refunds\/refund\.ts \| .*this file exists\. Written by refund-mail$/,
  ],
  ['a missing file', 'brief: { good: [docs/|no.md] }', /no such file in this workspace\.$/],
  ['a folder', 'checks: { a: { cwd: src/led|ger } }', /this folder exists\.$/],
  [
    'a glob',
    'limits: { write: [src/**|] }',
    /^src\/\*\* \| src\/\*\* : matches 4 files\. Written by refund-mail , ledger-events$/,
  ],
  ['a glob of nothing', 'limits: { write: ["nowhere/**|"] }', /matches no file of this workspace\.$/],
  [
    'a rule in a suppression',
    '# lanekeeper-disable-next-line no-|good -- why\nlane: 1',
    /^no-good \| no-good : Nothing shows what good looks like/,
  ],
];

describe('hover', () => {
  for (const [name, marked, expected] of HOVERS) it(`explains ${name}`, () => match(shown(marked), expected));

  for (const [name, marked] of [
    ['prose', 'title: so|me words'],
    ['a block scalar', 'brief:\n  outcome: >\n    wri|te\n'],
    ['a comment', '# wri|te\nlane: 1'],
    ['a key that is unknown', 'li|mit: 1'],
    ['a key of the language JavaScript', 'const|ructor: 1'],
    ['an unknown rule', '# lanekeeper-disable-next-line no|ne'],
    ['an empty file', '|'],
  ] as const) {
    it(`says nothing about ${name}`, () => equal(shown(marked), ''));
  }

  it('knows the settings file', () => {
    match(shown('pol|icy: {}', shop(), 'lanekeeper.yaml'), /^policy \| Who may approve/);
    equal(shown('pol|icy: {}', shop(), 'other.yaml'), '');
  });

  it('says that a lane has ended', () => {
    const board = shop();
    board.end('report', true);
    match(shown('needs: [repo|rt]', board), /This lane has ended\.$/);
  });

  it('lists at most eight', () => {
    const lanes = Array.from({ length: 12 }, (_, at) => [
      `lanes/l${at}.lane.yaml`,
      'lane: 1\nlimits: { decisions: { free: [colour] } }',
    ]);
    match(
      shown('limits: { decisions: { free: [colou|r] } }', shop(Object.fromEntries(lanes))),
      /and 4 more$/,
    );
  });

  const HOSTILE = [
    '<img src=x onerror=alert(1)>',
    '<a href="command:workbench.action.quit">x</a>',
    '[click](command:workbench.action.quit)',
    '![pixel](https://evil.example/p.png)',
    '[a]: https://evil.example',
    'https://evil.example www.evil.example me@evil.example',
    '`</code><script>alert(1)</script>',
    '``` ` `` code',
    '</details>\\[x](y) **bold** _it_ ~~no~~ # head &lt; @team #12 | a | b',
    '$(trash) $(sync~spin)',
  ];

  for (const text of HOSTILE) {
    it(`shows a file's text as text: ${text}`, () => {
      const quoted = `'${text.replaceAll("'", "''")}'`;
      const lane = `lane: 1\ntitle: ${quoted}\nowner: ${quoted}\nlimits: { write: [${quoted}], decisions: { settled: { colour: ${quoted} } } }\n`;
      const board = shop({ 'lanes/evil.lane.yaml': lane });
      for (const marked of [
        'needs: [ev|il]',
        'limits: { decisions: { free: [colou|r] } }',
        `needs: [${quoted.slice(0, -1)}|']`,
        `limits: { write: [${quoted.slice(0, -1)}|'] }`,
        `done: [{ proof: x }]\nchecks: { x|: ${quoted} }`,
        `limits: { decisions: { free: [${quoted.slice(0, -1)}|'] } }`,
      ]) {
        const { text: source, offset } = atCursor(marked);
        const found = hover(source, offset, board, PATH);
        if (!found) continue;
        const html = new Marked({ gfm: true }).parse(found.markdown, { async: false });
        const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
        ok(
          tags.every((tag) => ['p', 'strong', 'code', 'ul', 'li'].includes(tag ?? '')),
          html,
        );
        equal((html.match(/<strong>/g) ?? []).length <= 1, true, html);
      }
    });
  }

  it('makes hidden characters visible and keeps to one line', () => {
    const board = shop({ 'lanes/evil.lane.yaml': 'lane: 1\ntitle: "a\u202eb\\u0007\\n\\n# c"\n' });
    match(shown('needs: [ev|il]', board), /a\\u\{202e\}b\\u\{7\} # c$/);
  });

  it('cuts what is long', () => {
    const board = shop({ 'lanes/long.lane.yaml': `lane: 1\ntitle: ${'long '.repeat(1_000)}\n` });
    ok(shown('needs: [lon|g]', board).length < 400);
  });
});
