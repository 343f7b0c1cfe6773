/** The lane of the format's documentation: every section, every form. */
export const REFUND_MAIL = `lane: 1
title: Customers get a refund confirmation within a minute
owner: ana@example.com
kind: feature                                # optional

brief:
  outcome: |
    Every customer whose refund is issued receives exactly one e-mail within a minute,
    naming the amount, the card and the day it will arrive.
  why: 40 support tickets a week ask "where is my refund?" (tag refund-status, October).
  evidence:                                  # customers, first-hand
    - { who: 5 of 8 people interviewed, said: "I refresh my bank app every hour", when: 2026-11-03, source: research/2026-11-refunds.md }
  context:                                   # written once, used by many lanes
    - lanes/context/payments.md
    - docs/adr/0012-mail-provider.md
    - text: Refunds reach us as refund-issued events; nothing polls the bank.
  good:                                      # what good looks like
    - test/fixtures/mails/receipt.html

limits:
  write: [src/refunds/**, test/refunds/**]
  never: [src/ledger/**]
  decisions:
    settled: { mail provider: Postmark (docs/adr/0012-mail-provider.md) }
    free: [mail wording, template markup]
    reserved: [anything that changes a ledger row]
  budget: { time: 2h, changed-lines: 400, cost: 5 USD }
  stop-when: [a database migration turns out to be needed]

needs:
  - { lane: ledger-events, contract: docs/events/refund-issued.schema.json }

done:
  - says: A refund issued in the sandbox puts exactly one mail in the test inbox within 60 s
    proof: refund-mail
  - says: The mail renders in the three clients support sees most
    look: artifacts/mails/*.png

checks:
  unit: npm test -- refunds                  # short form: a test
  refund-mail: { kind: test, run: npm run e2e -- refunds, timeout: 5m }
  spam-score: { kind: eval, run: node evals/spam.mjs, score: $.spam, at-most: 0.1 }
  tone:
    kind: taste
    rubric:
      - Names the amount in the first sentence
      - Never blames the bank
`;
