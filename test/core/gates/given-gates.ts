import assert from 'node:assert/strict';
import { effectiveLane } from '../../../src/core/checks/effective-lane.ts';
import { laneDigest } from '../../../src/core/checks/lane-digest.ts';
import { planChecks } from '../../../src/core/checks/plan-checks.ts';
import { deriveGates } from '../../../src/core/gates/derive-gates.ts';
import type { GateFacts } from '../../../src/core/gates/gate-facts.ts';
import type { LaneGates } from '../../../src/core/gates/gate-state.ts';
import { isSound } from '../../../src/core/lane/lane-file.ts';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { lintLane } from '../../../src/core/lint/lint.ts';
import { readReviews } from '../../../src/core/reviews/read-reviews.ts';
import { readSettings } from '../../../src/core/settings/read-settings.ts';
import { boardOf } from '../rules/board-of.ts';

/** A lane in which nothing is found but hints. */
export const LANE = `lane: 1
title: Refund mails
owner: ana@example.com
brief:
  outcome: Every customer whose refund is issued gets one mail within a minute, naming the amount.
  context: [docs/mails.md, { text: "For example: a refund of 12.50 EUR puts one mail in the inbox." }]
  good: [docs/mails.md]
limits:
  write: [src/mail/**]
  decisions: { free: [mail wording], reserved: [a new field] }
  stop-when: [a migration turns out to be needed]
done: [{ says: A refund of 12.50 EUR puts exactly one mail in the inbox, proof: unit }]
checks: { unit: npm test }
`;
const PATH = 'lanes/refund-mail.lane.yaml';
const FILES = {
  'package.json': '{ "scripts": { "test": "x" } }',
  'docs/mails.md': '# Mails\n',
  'src/mail/a.ts': '',
};

/** What a test says of a lane. Every `DIGEST` in the reviews becomes the digest of the approved lane. */
export interface Given {
  readonly lane?: string;
  readonly approved?: string;
  readonly reviews?: string;
  readonly settings?: string;
  /** How checks ended, by id; the built-in ones pass. */
  readonly checks?: { readonly [id: string]: 'passed' | 'failed' };
  readonly isUnknown?: true;
}

/** The facts of a lane as a test describes it. */
export function factsOf({ lane = LANE, approved = LANE, reviews, settings = '', ...more }: Given): GateFacts {
  const texts = { ...FILES, [PATH]: lane, 'lanekeeper.yaml': settings };
  const board = boardOf(texts);
  const file = board.lanes.get(PATH);
  assert.ok(file);
  const { settings: known, problems } = readSettings(settings);
  const then = readLaneFile(PATH, approved);
  assert.ok(isSound(then));
  const contexts = new Map([['docs/mails.md', '# Mails\n']]);
  const before = effectiveLane(then, known, contexts);
  const path = 'lanes/refund-mail.reviews.yaml';
  const ended = { limits: 'passed', 'own-standard': 'passed', ...more.checks } as const;
  return {
    file,
    findings: lintLane(file, board),
    ...(reviews === undefined
      ? {}
      : { reviews: readReviews(path, reviews.replaceAll('DIGEST', laneDigest(before))) }),
    policy: known.policy,
    settingsProblems: problems,
    ...(isSound(file) ? { effective: effectiveLane(file, known, contexts) } : {}),
    approved: more.isUnknown ? { problem: 'Git no longer knows it.' } : before,
    checks: isSound(file)
      ? planChecks(file, known, 'lanekeeper.yaml').map((check) => {
          const state = (ended as { [id: string]: 'passed' | 'failed' })[check.id];
          if (!state) return { check };
          const result = state === 'passed' ? { state } : { state, because: 'Two tests fail.' };
          return { check, evidence: { result } as never };
        })
      : [],
    now: '2026-11-27T12:00:00Z',
  };
}

/** The gates of a lane as a test describes it. */
export function gatesOf(given: Given): LaneGates {
  return deriveGates(factsOf(given));
}
