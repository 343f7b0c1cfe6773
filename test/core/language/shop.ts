import type { Board } from '../../../src/core/board/board.ts';
import { createBoard } from '../../../src/core/board/create-board.ts';
import { createFileIndex } from '../../../src/core/glob/file-index.ts';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import type { Completion } from '../../../src/core/language/completion-item.ts';
import { readSettings } from '../../../src/core/settings/read-settings.ts';

/** Lanes of a small workspace, by path, for the tests of this folder. */
export const LANES: { readonly [path: string]: string } = {
  'lanes/refund-mail.lane.yaml': `lane: 1
title: Customers get a refund confirmation within a minute
owner: ana@example.com
brief:
  outcome: |
    Every customer gets one mail.
  context:
    - lanes/context/payments.md
limits:
  write: [src/refunds/**, "test/refunds/**"]
  decisions:
    settled:
      mail provider: Postmark
    free: [mail wording]
    reserved:
      - ledger rows
needs:
  - { lane: ledger-events, contract: docs/events.schema.json }
done:
  - says: One mail
    proof: [refund-mail, unit]
  - says: It renders
    look: artifacts/mails/*.png
checks:
  unit: npm test -- refunds
  refund-mail: { kind: test, run: npm run e2e }
`,
  'lanes/ledger-events.lane.yaml': `lane: 1
title: The ledger tells when a refund is issued
owner: Bea
brief:
  context: [lanes/context/payments.md, src/ledger/ledger.ts]
limits:
  write: [src/ledger/**]
  decisions:
    settled: { Provider of the mails: Postmark }
    free: [event names]
checks:
  unit: npm test
`,
  'lanes/report.lane.yml': `lane: 1
title: Refund report
limits:
  decisions:
    reserved: [mail wordings]
needs:
  - lane: "refund-mail"
  - ledger-events
`,
};

const FILES = [
  ...Object.keys(LANES),
  'lanes/context/payments.md',
  'lanes/context/mails.md',
  'lanes/refund-mail.reviews.yaml',
  'docs/events.schema.json',
  'src/refunds/refund.ts',
  'src/refunds/mail/render.ts',
  'src/ledger/ledger.ts',
  'src/app/[id]/page.tsx',
  'test/refunds/refund.test.ts',
  'package.json',
];

/** A board of these lanes and files. */
export function shop(changed: { readonly [path: string]: string } = {}): Board {
  const lanes = { ...LANES, ...changed };
  return createBoard({
    settings: readSettings('defaults:\n  checks:\n    lint: { kind: lint, run: npm run lint }\n').settings,
    files: createFileIndex([...FILES, ...Object.keys(changed)]),
    commands: {
      npmScripts: new Map([
        ['', ['test', 'e2e', 'lint']],
        ['packages/api', ['bench']],
      ]),
      npmNames: new Map(),
      makeTargets: new Map([['', ['release']]]),
    },
    lanes: Object.entries(lanes).map(([path, text]) => readLaneFile(path, text)),
  });
}

/** A text with a cursor `|` (the last one, so that block scalars may stand above it) as text and offset. */
export function atCursor(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.lastIndexOf('|');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

/** The text after choosing a completion, as an editor inserts a snippet: `stop` stands where writing goes on. */
export function inserted(text: string, { insert, replace }: Completion, stop: string): string {
  const indent = /[^\n]*$/.exec(text.slice(0, replace.start))?.[0].match(/^\s*/)?.[0] ?? '';
  const plain = insert
    .replaceAll('\n', `\n${indent}`)
    .replace('$1', () => stop)
    .replace(/(?<!\\)\$\d/g, '')
    .replace(/\\(.)/g, '$1');
  return text.slice(0, replace.start) + plain + text.slice(replace.end);
}
