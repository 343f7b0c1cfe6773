import { type HandOver, unanswered } from '../reviews/review.ts';
import type { GateFacts } from './gate-facts.ts';
import type { IntentGate, LaneGates, Next, OutcomeGate, Stage } from './gate-state.ts';
import { intentGate } from './intent-gate.ts';
import { currentHandOver, outcomeGate } from './outcome-gate.ts';

/** Derives both gates of a lane, its stage and what comes next. The same facts give the same gates; nothing is stored. */
export function deriveGates(facts: GateFacts): LaneGates {
  const intent = intentGate(facts);
  const outcome = outcomeGate(facts, intent);
  const given = currentHandOver(facts);
  const stage = stageOf(intent, outcome, given);
  return { intent, outcome, stage, next: nextOf(stage, outcome, facts) };
}

function stageOf(intent: IntentGate, outcome: OutcomeGate, given: HandOver | undefined): Stage {
  if (outcome.state === 'killed') return 'killed';
  if (outcome.state === 'passed') return 'accepted';
  if (intent.state === 'passed' || given?.anyway) return given?.in ? 'outcome review' : 'in the lane';
  if (intent.state === 'ready' || (intent.state === 'stale' && intent.because.length === 0))
    return 'intent review';
  return 'drafting';
}

function nextOf(stage: Stage, outcome: OutcomeGate, facts: GateFacts): Next {
  const isAsked = facts.reviews !== undefined && unanswered(facts.reviews).length > 0;
  switch (stage) {
    case 'drafting':
      return 'draw';
    case 'intent review':
      return 'approve';
    case 'in the lane':
      if (isAsked) return 'answer';
      return currentHandOver(facts) ? 'work' : 'hand over';
    case 'outcome review':
      if (isAsked) return 'answer';
      return outcome.state === 'ready' ? 'judge' : 'check';
    case 'accepted':
    case 'killed':
      return 'none';
  }
}
