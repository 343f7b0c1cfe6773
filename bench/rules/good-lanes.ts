/** A small workspace of sound lanes, by path: nothing is found in it until it is damaged. */
export const GOOD_LANES: { readonly [path: string]: string } = {
  'lanes/refund-mail.lane.yaml': `lane: 1
title: Customers get a refund confirmation within a minute
owner: ana@example.com
kind: feature

brief:
  outcome: |
    Every customer whose refund is issued receives exactly one e-mail within a minute,
    naming the amount, the card and the day on which it will arrive.
  why: 40 support tickets a week ask "where is my refund?" (tag refund-status, October).
  context:
    - lanes/context/payments.md
    - text: Refunds reach us as refund-issued events in src/events/bus.ts; nothing polls the bank.
  good:
    - test/fixtures/receipt.html

limits:
  write: [src/refunds/**, test/refunds/**]
  never: [src/ledger/**]
  decisions:
    settled: { mail provider: Postmark }
    free: [mail wording, template markup]
    reserved: [anything that changes a ledger row]
  budget: { time: 2h, changed-lines: 400 }
  stop-when: [a database migration turns out to be needed]

needs:
  - { lane: refund-events, contract: docs/refund-issued.schema.json }

done:
  - says: A refund issued in the sandbox puts exactly one mail in the test inbox within 60 s
    proof: refund-mail
  - says: The mail renders in the three clients that support sees most
    look: artifacts/mails/*.png

checks:
  unit: npm test -- refunds
  refund-mail: { kind: test, run: npm run e2e -- refunds, timeout: 5m }
  spam-score: { kind: eval, run: node evals/spam.mjs, score: $.spam, at-most: 0.1 }
  tone:
    kind: taste
    rubric:
      - Names the amount in the first sentence
      - Never blames the bank
`,
  'lanes/refund-events.lane.yaml': `lane: 1
title: Every refund is announced as one event
owner: bo@example.com
kind: feature

brief:
  outcome: Each refund is announced as one refund-issued event within 5 s, even if the bank answers twice.
  why: Three services poll the ledger table today, 20 times a minute each.
  context:
    - lanes/context/payments.md
    - text: The bus is src/events/bus.ts; an event is shaped like test/fixtures/order-paid.json.
  good:
    - test/fixtures/order-paid.json

limits:
  write: [src/events/**, docs/refund-issued.schema.json]
  never: [src/refunds/**]
  decisions:
    settled: { delivery guarantee: at least once }
    free: [names of private functions]
    reserved: [a second event for the same refund]
  budget: { time: 1h, changed-lines: 200 }
  stop-when: [the bank's answer has no id]

done:
  - says: Two answers of the bank for one refund publish one event
    proof: events

checks:
  events: npm test -- events
`,
};

/** The other files of that workspace. */
export const GOOD_FILES: { readonly [path: string]: string } = {
  'package.json': '{ "scripts": { "test": "node --test", "e2e": "node e2e.mjs" } }',
  'lanes/context/payments.md': '# Payments\n',
  'docs/refund-issued.schema.json': '{}\n',
  'src/refunds/refund.ts': '',
  'src/events/bus.ts': '',
  'src/ledger/ledger.ts': '',
  'src/shop/cart.ts': '',
  'src/shop/price.ts': '',
  'src/shop/search.ts': '',
  'test/refunds/refund.test.ts': '',
  'test/fixtures/receipt.html': '',
  'test/fixtures/order-paid.json': '{}',
  'evals/spam.mjs': '',
  'e2e.mjs': '',
  'README.md': '',
};
