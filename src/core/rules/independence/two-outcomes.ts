import type { Lane } from '../../lane/lane.ts';
import { findWords } from '../../prose/find-words.ts';
import { maskProse } from '../../prose/mask.ts';
import { phrase } from '../../prose/phrase.ts';
import { reportHit, textRule } from '../../prose/text-rule.ts';

/** Words that bring in something else wherever they stand. */
const AT_IT = phrase(
  "(?:while|since) (?:you|we|I)(?: are|'re| am|'m)?(?: already)? (?:at it|there|in there|on it|touching (?:this|it|that))",
  "when (?:you|we)(?: are|'re)? (?:already )?(?:at it|touching (?:this|it|that))",
  'while (?:already )?at it',
  'in the same go',
  '(?:as a bonus|as a side task)(?! for)',
);
/** Words that do so in one outcome, and elsewhere go on about the same thing. */
const ASIDE = phrase(
  '(?:in addition|additionally|separately|independently|unrelatedly|furthermore|besides)(?=,)',
  '(?:on an? (?:different|separate|side|unrelated) note|unrelated(?:ly)?(?=[,:])|unrelated to (?:this|that)(?=,))',
  'and,? (?:separately|independently|unrelatedly)(?=,)',
);
const SPLIT = /(?<=[.;!])\s+|,?\s+(?:and|as well as|plus)\s+(?:also\s+)?/gi;
const DULL =
  /^(?:src|lib|libs|apps?|packages|tests?|__tests__|spec|specs|docs?|scripts|modules|components|features|services|internal|pkg|cmd|core|common|shared|main|index|public|assets|lanes|fixtures)$/;

/** Flags an outcome that holds two unrelated effects. */
const asides = textRule({
  id: 'two-outcomes',
  move: 1,
  severity: 'hint',
  summary: 'One outcome holds two unrelated effects on different paths.',
  why: 'Two effects are reviewed, returned and reverted together, although one may be right and the other not. Two small lanes can run at the same time.',
  question: 'Could one of the two be accepted without the other?',
  fields: ['outcome', 'why', 'context', 'done'],
  phrases: [AT_IT, ASIDE],
  examples: {
    bad: [
      {
        lane: 'lane: 1\nbrief:\n  outcome: Customers can cancel an order. «While we are at it», the admin list gets a search box\n',
      },
      {
        lane: 'lane: 1\nbrief:\n  outcome: «Customers can cancel payments within a day and reports arrive every Monday»\nlimits:\n  write: [src/payments/**, src/reports/**]\n',
      },
    ],
    good: [
      {
        lane: 'lane: 1\nbrief:\n  outcome: Customers can cancel payments and see the refund in the same view\nlimits:\n  write: [src/payments/**, test/payments/**]\n',
      },
    ],
  },
  *find(prose, field) {
    // A long text says "additionally" about one and the same thing.
    const patterns = field === 'outcome' && prose.value.length <= 1000 ? [AT_IT, ASIDE] : [AT_IT];
    for (const { start, end, words } of patterns.flatMap((pattern) => [...findWords(prose, pattern)])) {
      yield { start, end, message: `"${words}" brings in a second outcome. Give it a lane of its own.` };
    }
  },
});

/** `two-outcomes`, complete with the clauses of an outcome that meet different write paths. */
export const twoOutcomes: typeof asides = {
  ...asides,
  *check(file, board, prose) {
    yield* asides.check(file, board, prose);
    const { outcome } = file.lane.brief;
    const areas = outcome === undefined ? [] : areasOfClauses(file.lane, outcome.value);
    if (outcome === undefined || areas.length < 2) return;
    const message = `The outcome has two effects on different paths: "${areas[0]}" and "${areas[1]}". Split the lane if one could be accepted without the other.`;
    const value = outcome.value;
    const start = value.length - value.trimStart().length;
    yield reportHit(file, outcome, { start, end: value.trimEnd().length, message });
  },
};

/** The write paths that exactly one clause of the outcome speaks of, if two clauses speak of different ones. */
function areasOfClauses(lane: Lane, outcome: string): readonly string[] {
  const areas = new Map<string, string>();
  for (const { value } of lane.limits.write.slice(0, 20)) {
    for (const word of value.toLowerCase().match(/[a-z]{4,}/g) ?? []) {
      if (!DULL.test(word)) areas.set(stem(word), value);
    }
  }
  const named = maskProse(outcome.slice(0, 2000))
    .split(SPLIT)
    .map(
      (clause) =>
        new Set(
          (clause.toLowerCase().match(/[a-z]{4,}/g) ?? []).flatMap((word) => areas.get(stem(word)) ?? []),
        ),
    )
    .filter((paths) => paths.size > 0);
  const [first, ...others] = named;
  const other = others.find((paths) => [...paths].every((path) => !first?.has(path)));
  if (first === undefined || other === undefined) return [];
  return [[...first][0] as string, [...other][0] as string];
}

function stem(word: string): string {
  return word.replace(/(?:ies|es|s|ing|ed)$/, '');
}
