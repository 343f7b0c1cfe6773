import type { Decisions } from '../lane/lane.ts';
import { isSound, type LaneFile, type SoundLane } from '../lane/lane-file.ts';
import type { DecisionState, DecisionUse, KeyedDecision } from './board.ts';
import { answersAgree, answerText } from './decision-answer.ts';
import { decisionKey } from './decision-key.ts';
import { createDecisionNames, type DecisionNames } from './decision-names.ts';
import { createKeyedIndex } from './keyed-index.ts';

/** What all lanes say of decisions, by key. */
export interface DecisionIndex {
  put(file: SoundLane): void;
  remove(path: string): void;
  /** The decisions of one lane with their keys. */
  of(file: SoundLane): readonly KeyedDecision[];
  /** Uses of a decision in one state, in order; where it is settled, those that agree with `answer` are left out. */
  uses(key: string, state: DecisionState, answer?: string): Iterable<DecisionUse>;
  /** Whether a lane other than the one at this path says something of a decision in one state. */
  isUsedBeside(key: string, state: DecisionState, path: string): boolean;
  /** Every lane that names a decision of this file in a way that may matter to it. */
  lanesConcerned(file: LaneFile): Iterable<SoundLane>;
  /** The decisions that are free somewhere, to be found in texts. */
  readonly freeNames: DecisionNames;
}

/** All lanes that give one answer to a decision. */
interface SameAnswer {
  readonly text: string;
  readonly uses: readonly DecisionUse[];
}

const STATES = ['settled', 'free', 'reserved'] as const;

/** No lanes yet. */
export function createDecisionIndex(): DecisionIndex {
  const named = {
    settled: createKeyedIndex<DecisionUse>(),
    free: createKeyedIndex<DecisionUse>(),
    reserved: createKeyedIndex<DecisionUse>(),
  };
  const ofFile = new Map<string, readonly KeyedDecision[]>();
  /** The distinct answers to a decision, so that thousands who agree are passed over at once; made when they are asked for. */
  const answers = new Map<string, readonly SameAnswer[]>();
  const freeNames = createDecisionNames();

  const remove = (path: string) => {
    for (const { key, use } of ofFile.get(path) ?? []) {
      named[use.state].remove(key, path);
      if (use.state === 'free') freeNames.remove(key);
      answers.delete(key);
    }
    ofFile.delete(path);
  };
  const answersTo = (key: string) => {
    const known = answers.get(key) ?? groupAnswers(named.settled.get(key).map(({ value }) => value));
    answers.set(key, known);
    return known;
  };
  function* usesOf(key: string, state: DecisionState, answer?: string): Iterable<DecisionUse> {
    if (state !== 'settled') {
      for (const { value } of named[state].get(key)) yield value;
      return;
    }
    const own = answer === undefined ? undefined : answerText(answer);
    for (const { text, uses } of answersTo(key)) {
      if (text !== '' && (own === undefined || !answersAgree(own, text))) yield* uses;
    }
  }

  return {
    freeNames,
    put(file) {
      remove(file.path);
      const own = keyedDecisions(file);
      if (own.length === 0) return;
      ofFile.set(file.path, own);
      for (const { key, use } of own) {
        named[use.state].add(key, file.path, use);
        if (use.state === 'free') freeNames.add(key);
        answers.delete(key);
      }
    },
    remove,
    of(file) {
      const known = ofFile.get(file.path);
      return known?.[0]?.use.file === file ? known : keyedDecisions(file);
    },
    uses: usesOf,
    isUsedBeside(key, state, path) {
      const entries = named[state].get(key);
      return entries.length > 1 || (entries[0] !== undefined && entries[0].path !== path);
    },
    *lanesConcerned(file) {
      for (const { key, use } of isSound(file) ? keyedDecisions(file) : []) {
        for (const state of STATES) {
          // That two lanes reserve one decision is as it should be, and so is that they agree.
          if (state === 'reserved' && use.state === 'reserved') continue;
          for (const { file: other } of usesOf(key, state, use.answer?.value)) yield other;
        }
      }
    },
  };
}

function groupAnswers(uses: readonly DecisionUse[]): readonly SameAnswer[] {
  const groups = new Map<string, DecisionUse[]>();
  for (const use of uses) {
    const text = answerText(use.answer?.value ?? '');
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [use]);
    else group.push(use);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([text, ofAnswer]) => ({ text, uses: ofAnswer }));
}

/** Every decision of a lane with its key; each key once per state, and empty names left out. */
function keyedDecisions(file: SoundLane): readonly KeyedDecision[] {
  const found: KeyedDecision[] = [];
  for (const use of namedDecisions(file, file.lane.limits.decisions)) {
    const key = decisionKey(use.name.value);
    const isKnown = found.some((other) => other.key === key && other.use.state === use.state);
    if (key !== '' && !isKnown) found.push({ key, use });
  }
  return found;
}

function namedDecisions(file: SoundLane, { settled, free, reserved }: Decisions): readonly DecisionUse[] {
  return [
    ...settled.map(({ name, answer }) => ({ file, state: 'settled' as const, name, answer })),
    ...free.map((name) => ({ file, state: 'free' as const, name })),
    ...reserved.map((name) => ({ file, state: 'reserved' as const, name })),
  ];
}
