import type { FieldChange, LaneGates, Reason } from '../core/index.ts';
import type { Texts } from './lint-json.ts';
import { placeJson } from './reason-lines.ts';

/** The gates of a lane as `--json` prints them. */
export function gatesJson({ intent, outcome, stage, next }: LaneGates, texts: Texts) {
  const reasons = (because: readonly Reason[]) =>
    because.map(({ message, place }) => ({ message, ...placeJson(place, texts) }));
  const changes = (changed: readonly FieldChange[]) =>
    changed.map(({ place, ...change }) => ({ ...change, ...placeJson(place, texts) }));
  return {
    stage,
    next,
    intent: {
      state: intent.state,
      ...('changed' in intent ? { changed: changes(intent.changed) } : {}),
      ...('because' in intent ? { because: reasons(intent.because) } : {}),
      ...('remarks' in intent ? { remarks: intent.remarks } : {}),
    },
    outcome: {
      state: outcome.state,
      ...('because' in outcome ? { because: reasons(outcome.because) } : {}),
      ...('toJudge' in outcome ? { 'to-judge': outcome.toJudge } : {}),
    },
  };
}
