import type { Decisions } from '../lane/lane.ts';
import { isSound, type LaneFile, type SoundLane } from '../lane/lane-file.ts';
import type { Text } from '../text/span.ts';
import type { DecisionState, DecisionUse } from './board.ts';
import { answersAgree, answerText } from './decision-answer.ts';
import { decisionKey } from './decision-key.ts';
import { createKeyedIndex } from './keyed-index.ts';
import { createWordSets, type WordSets } from './word-sets.ts';

/** What all lanes say of decisions, by key. */
export interface DecisionIndex {
  put(file: SoundLane): void;
  remove(path: string): void;
  /** Uses of a decision in one state, in order; where it is settled, those that agree with `answer` are left out. */
  uses(key: string, state: DecisionState, answer?: string): Iterable<DecisionUse>;
  /** Every lane that names a decision of this file in a way that may matter to it. */
  lanesConcerned(file: LaneFile): Iterable<SoundLane>;
  /** The keys of decisions that are free somewhere and have enough words to be recognised in a text. */
  readonly freeWords: WordSets;
}

/** Of these many words a free decision may be named in another lane's text: one word says too little, nine are a sentence. */
const fewestWords = 2;
const mostWords = 8;

/** No lanes yet. */
export function createDecisionIndex(): DecisionIndex {
  const open = createKeyedIndex<DecisionUse>();
  const settled = createKeyedIndex<DecisionUse>();
  /** The distinct answers to a decision, so that thousands who agree are passed over at once. */
  const answers = createKeyedIndex<string>();
  const uses = new Map<string, readonly KeyedUse[]>();
  const freeWords = createWordSets();

  function* usesOf(key: string, state: DecisionState, answer?: string): Iterable<DecisionUse> {
    if (state !== 'settled') {
      for (const { value } of open.get(`${state} ${key}`)) yield value;
      return;
    }
    const own = answer === undefined ? undefined : answerText(answer);
    for (const { path: group, value: other } of answers.get(key)) {
      if (other === '' || (own !== undefined && answersAgree(own, other))) continue;
      for (const { value } of settled.get(group)) yield value;
    }
  }

  const remove = (path: string) => {
    open.remove(path);
    settled.remove(path);
    for (const { key, use } of uses.get(path) ?? []) {
      const group = use.answer && answerGroup(key, use.answer);
      if (group !== undefined && settled.get(group).length === 0) answers.remove(group);
      if (isMentionable(use, key)) freeWords.remove(key);
    }
    uses.delete(path);
  };

  return {
    freeWords,
    put(file) {
      remove(file.path);
      const own = decisionUses(file);
      if (own.length > 0) uses.set(file.path, own);
      for (const { key, use } of own) {
        if (use.answer !== undefined) {
          const group = answerGroup(key, use.answer);
          if (settled.get(group).length === 0) answers.add(key, group, answerText(use.answer.value));
          settled.add(group, file.path, use);
        } else open.add(`${use.state} ${key}`, file.path, use);
        if (isMentionable(use, key)) freeWords.add(key);
      }
    },
    remove,
    uses: usesOf,
    *lanesConcerned(file) {
      for (const { key, use } of isSound(file) ? decisionUses(file) : []) {
        for (const state of ['settled', 'free', 'reserved'] as const) {
          // That two lanes reserve one decision is as it should be, and so is that they agree.
          if (state === 'reserved' && use.state === 'reserved') continue;
          for (const { file: other } of usesOf(key, state, use.answer?.value)) yield other;
        }
      }
    },
  };
}

function answerGroup(key: string, answer: Text): string {
  return `${key}\n${answerText(answer.value)}`;
}

function isMentionable({ state }: DecisionUse, key: string): boolean {
  const words = key.split(' ', mostWords + 1).length;
  return state === 'free' && words >= fewestWords && words <= mostWords;
}

interface KeyedUse {
  readonly key: string;
  readonly use: DecisionUse;
}

/** Every decision of a lane with its key; each key once per state, and empty names left out. */
function decisionUses(file: SoundLane): readonly KeyedUse[] {
  const found = new Map<string, KeyedUse>();
  for (const use of namedDecisions(file, file.lane.limits.decisions)) {
    const key = decisionKey(use.name.value);
    const once = `${use.state} ${key}`;
    if (key !== '' && !found.has(once)) found.set(once, { key, use });
  }
  return [...found.values()];
}

function namedDecisions(file: SoundLane, { settled, free, reserved }: Decisions): readonly DecisionUse[] {
  return [
    ...settled.map(({ name, answer }) => ({ file, state: 'settled' as const, name, answer })),
    ...free.map((name) => ({ file, state: 'free' as const, name })),
    ...reserved.map((name) => ({ file, state: 'reserved' as const, name })),
  ];
}
