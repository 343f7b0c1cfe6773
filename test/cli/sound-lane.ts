/** A lane in which nothing is found, with the files that it names. */
export const SOUND_LANE = `lane: 1
title: Customers get a refund mail within a minute

brief:
  outcome: Every customer whose refund is issued gets one mail within a minute, naming the amount.
  context:
    - docs/mails.md
    - text: "For example: a refund of 12.50 EUR puts one mail in the test inbox."
  good: [docs/mails.md]

limits:
  write: [src/refunds/**]
  decisions:
    free: [mail wording]
  stop-when: [a database migration turns out to be needed]

done:
  - says: A refund issued in the sandbox puts exactly one mail in the test inbox within 60 s
    proof: unit

checks:
  unit: npm test
`;

export const SOUND_FILES = {
  'package.json': '{ "name": "shop", "scripts": { "test": "node --test" } }\n',
  'docs/mails.md': '# Mails\n',
  'src/refunds/refund.ts': 'export const refund = 1;\n',
  'lanes/refund-mail.lane.yaml': SOUND_LANE,
} as const;

/** A sound lane for another part of the shop: it writes `src/PART/` and leaves another decision free. */
export function soundLane(part: string): string {
  return SOUND_LANE.replaceAll('refunds', part).replace('mail wording', `${part} wording`);
}
