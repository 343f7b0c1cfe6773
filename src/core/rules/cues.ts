import { type CueIndex, indexCues } from '../prose/cue-index.ts';
import { isTextRule } from '../prose/text-rule.ts';
import { RULES } from './catalogue.ts';
import words from './cue-words.json' with { type: 'json' };

const WORDS: { readonly [rule: string]: readonly (readonly (string | null)[] | null)[] } = words;

/** The cues of every phrase that the rules look for. */
export const CUES: CueIndex = indexCues(
  new Map(
    RULES.filter(isTextRule).flatMap(({ id, phrases = [] }) =>
      phrases.flatMap((phrase, index) => {
        const cues = WORDS[id]?.[index];
        return cues ? [[phrase, cues]] : [];
      }),
    ),
  ),
);
