import { GOOD_LANES } from './good-lanes.ts';

/** A good workspace with one thing damaged, and the rule that must say so. */
export interface Damage {
  readonly rule: string;
  /** Lanes by path; another file only has to be there. */
  readonly lanes: { readonly [path: string]: string };
}

const MAIL = 'lanes/refund-mail.lane.yaml';
const EVENTS = 'lanes/refund-events.lane.yaml';

/** One damage for every rule that asks about structure; where a rule has several sides, one for each. */
export const DAMAGES: readonly Damage[] = [
  damage('shared-write', swap(MAIL, 'src/refunds/**, test', 'src/events/**, test'), apart()),
  damage('shared-write', swap(MAIL, 'src/refunds/**, test', 'docs/refund-issued.schema.json, test'), apart()),
  damage('decision-free-twice', swap(EVENTS, 'names of private functions', 'wording of the mail'), apart()),
  damage(
    'decision-contradicted',
    swap(EVENTS, 'delivery guarantee: at least once', 'Mail provider: Sendgrid'),
    apart(),
  ),
  damage(
    'decision-elsewhere',
    swap(EVENTS, 'a second event for the same refund', 'template markup'),
    apart(),
  ),
  damage('need-without-contract', swap(MAIL, ', contract: docs/refund-issued.schema.json', '')),
  damage('need-missing', swap(MAIL, 'lane: refund-events', 'lane: refund-event')),
  damage(
    'need-cycle',
    swap(
      EVENTS,
      'done:',
      'needs:\n  - { lane: refund-mail, contract: docs/refund-issued.schema.json }\n\ndone:',
    ),
  ),
  damage('contract-unowned', swap(MAIL, 'contract: docs/refund-issued', 'contract: docs/refund-sent')),
  damage('missing-outcome', swap(EVENTS, /outcome: .*\n/, 'outcome:\n')),
  damage('missing-context', swap(EVENTS, / {2}context:\n(?: {4}- .*\n)+/, '')),
  damage('missing-file', swap(MAIL, 'lanes/context/payments.md', 'lanes/context/payment.md')),
  damage('missing-file', swap(MAIL, 'src/refunds/**, test', 'sources/refunds/**, test')),
  damage(
    'no-anchor',
    swap(
      EVENTS,
      / {2}outcome: .*\n {2}why: .*\n {2}context:\n(?: {4}- .*\n)+ {2}good:\n.*\n/,
      '  outcome: Refunds are announced once\n  why: Three services poll the table today\n  context:\n    - text: The bank may answer more than once.\n',
    ),
  ),
  damage('bug-without-evidence', swap(EVENTS, 'kind: feature', 'kind: bug')),
  damage('no-good', swap(EVENTS, / {2}good:\n.*\n/, '')),
  damage('context-copied', copyParagraph()),
  damage('context-unused', (lanes) => ({ ...lanes, 'lanes/context/old.md': '# Old\n' })),
  damage('link-without-gist', swap(MAIL, 'lanes/context/payments.md', 'https://example.com/payments')),
  damage(
    'private-link',
    swap(MAIL, 'lanes/context/payments.md', '{ url: https://acme.atlassian.net/wiki/1, gist: payments }'),
  ),
  damage('no-done', swap(EVENTS, /done:\n(?: .*\n)+/, 'done: []\n')),
  damage('unproven-criterion', swap(EVENTS, /\n {4}proof: events/, '')),
  damage('unknown-proof', swap(EVENTS, 'proof: events', 'proof: event')),
  damage('no-check', swap(EVENTS, /checks:\n(?: .*\n)+/, '')),
  damage('unknown-command', swap(MAIL, 'npm run e2e', 'npm run e2')),
  damage('always-passes', swap(EVENTS, 'npm test -- events', 'npm test -- events || true')),
  damage('always-passes', swap(EVENTS, 'npm test -- events', 'exit 0')),
  damage('own-standard', swap(MAIL, 'test/refunds/**]', 'test/refunds/**, evals/**]')),
  damage('eval-without-bound', swap(MAIL, ', at-most: 0.1', '')),
  damage('eval-without-score', swap(MAIL, 'score: $.spam', 'score: $spam')),
  damage('taste-without-rubric', swap(MAIL, / {4}rubric:\n(?: {6}.*\n)+/, '')),
  damage('no-limits', swap(EVENTS, /write: .*/, 'write: []')),
  damage('limits-too-wide', swap(EVENTS, /write: .*/, 'write: ["**"]')),
  damage('no-stop', swap(EVENTS, / {2}budget: .*\n {2}stop-when: .*\n/, '')),
  damage('no-decision-rights', swap(EVENTS, / {4}free: .*\n {4}reserved: .*\n/, '')),
  damage('broken-yaml', swap(EVENTS, 'why: Three', 'why: [Three')),
  damage('unknown-key', swap(EVENTS, '  why:', '  reason:')),
  damage('wrong-type', swap(EVENTS, 'changed-lines: 200', 'changed-lines: many')),
  damage('unknown-version', swap(EVENTS, 'lane: 1', 'lane: 7')),
  damage('plain-yaml', swap(EVENTS, 'why: Three', 'why: &reason Three')),
  damage('duplicate-id', (lanes) => ({ ...lanes, 'more/refund-events.lane.yaml': lanes[EVENTS] ?? '' })),
  damage('path-outside-workspace', swap(MAIL, 'lanes/context/payments.md', '../payments.md')),
  damage('complex-pattern', swap(MAIL, 'src/refunds/**, test', '"src/*a*b*c*d*e*/**", test')),
  damage('hidden-character', swap(EVENTS, 'why: Three', 'why: \u202eThree')),
  damage(
    'unused-suppression',
    swap(EVENTS, 'done:', '# lanekeeper-disable-next-line no-done -- a draft\ndone:'),
  ),
  damage(
    'suppression-without-reason',
    swap(EVENTS, 'done:', '# lanekeeper-disable-next-line no-done\ndone:'),
  ),
  damage('oversized-lane', swap(EVENTS, 'why: Three', `why: ${'x'.repeat(300_000)}`)),
];

type Step = (lanes: { readonly [path: string]: string }) => { readonly [path: string]: string };

function damage(rule: string, ...steps: readonly Step[]): Damage {
  return { rule, lanes: steps.reduce((lanes, step) => step(lanes), GOOD_LANES) };
}

/** Replaces what must be there, so that a damage that no longer applies is noticed. */
function swap(path: string, from: string | RegExp, to: string): Step {
  return (lanes) => {
    const before = lanes[path] ?? '';
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`Nothing to damage in ${path}: ${from}`);
    return { ...lanes, [path]: after };
  };
}

/** Lets both lanes run at once. */
function apart(): Step {
  return swap(MAIL, /needs:\n.*\n\n/, '');
}

function copyParagraph(): Step {
  const paragraph = `    - text: ${'The bank answers a refund with an id, an amount and a day; the amount is in cents of the card. '.repeat(3).trim()}\n`;
  return (lanes) =>
    [MAIL, EVENTS].reduce((all, path) => swap(path, '  good:\n', `${paragraph}  good:\n`)(all), lanes);
}
