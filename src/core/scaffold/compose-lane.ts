import type { LaneKind } from '../lane/lane.ts';
import type { DraftCheck, DraftContext, DraftCriterion, LaneDraft } from './lane-draft.ts';
import { firstSentence, proposeTitle } from './propose-name.ts';
import { writeLane } from './write-lane.ts';

/** What a person said about the work. Every answer can be skipped. */
export interface LaneAnswers {
  /** What changes for somebody when the work is done. */
  readonly outcome?: string | undefined;
  /** Without it the first sentence of the outcome serves. */
  readonly title?: string | undefined;
  readonly owner?: string | undefined;
  readonly kind?: LaneKind | undefined;
  readonly why?: string | undefined;
  readonly context?: readonly DraftContext[] | undefined;
  readonly good?: readonly DraftContext[] | undefined;
  readonly write?: readonly string[] | undefined;
  readonly never?: readonly string[] | undefined;
  readonly free?: readonly string[] | undefined;
  readonly reserved?: readonly string[] | undefined;
  readonly checks?: readonly DraftCheck[] | undefined;
}

/** The text of a new lane. What is not known is absent; there is no placeholder to fill in. */
export function composeLane(answers: LaneAnswers): string {
  return writeLane(draftLane(answers));
}

/** A lane from the answers, with limits that hold for any work and a criterion that the first check proves. */
export function draftLane(answers: LaneAnswers): LaneDraft {
  return {
    ...answers,
    title: answers.title || (answers.outcome && proposeTitle(answers.outcome)),
    budget: { time: '2h', changedLines: 400 },
    stopWhen: [
      `a change outside ${answers.write?.length ? 'the paths above' : 'this lane'} turns out to be needed`,
    ],
    done: outcomeCriterion(answers),
  };
}

/** The ids of the checks that can prove what somebody would notice: the first test, else the first check. */
export function provingCheck(checks: readonly DraftCheck[] = []): readonly string[] {
  const check = checks.find(({ kind }) => (kind ?? 'test') === 'test') ?? checks[0];
  return check ? [check.id] : [];
}

function outcomeCriterion({ outcome, checks }: LaneAnswers): readonly DraftCriterion[] {
  const says = outcome ? firstSentence(outcome) : '';
  return says ? [{ says, proof: provingCheck(checks) }] : [];
}
