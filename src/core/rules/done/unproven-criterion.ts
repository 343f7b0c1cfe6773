import { contentWords } from '../../board/decision-key.ts';
import type { Operation } from '../../edit/operation.ts';
import type { Check, Criterion } from '../../lane/lane.ts';
import type { Rule } from '../../lint/rule.ts';
import { checksOf } from '../known-checks.ts';

/** Flags a criterion that nothing proves and nobody can look at. */
export const unprovenCriterion: Rule = {
  id: 'unproven-criterion',
  move: 3,
  severity: 'warning',
  summary: 'A criterion has neither a `proof` nor a `look`.',
  why: 'What no check proves and nothing shows, somebody has to find out by reading the work. That is the middle.',
  question: 'Which check would fail if this were not so, or what would you look at?',
  examples: {
    bad: [
      { lane: 'lane: 1\ndone:\n  - says: «One mail is in the test inbox within 60 s»\n' },
      { lane: 'lane: 1\ndone:\n  - «One mail is in the test inbox within 60 s»\n' },
    ],
    good: [
      {
        lane: 'lane: 1\ndone:\n  - says: One mail is in the test inbox within 60 s\n    proof: mail\n  - says: The mail renders in three clients\n    look: artifacts/*.png\nchecks: { mail: npm run mail }\n',
      },
    ],
  },
  *check(file, board) {
    const { done, sections } = file.lane;
    if (sections.done?.sound === false) return;
    if (!done.some(isUnproven)) return;
    const checks = describe(checksOf(file, board));
    for (const [index, criterion] of done.entries()) {
      if (!isUnproven(criterion)) continue;
      const check = likeliestCheck(criterion, checks);
      yield {
        span: criterion.says.span,
        message:
          'Nothing proves this criterion. Add `proof:` with the id of a check, or `look:` with what to look at.',
        remedies:
          check === undefined
            ? []
            : [
                {
                  title: `Prove it with the check "${check.id.value}"`,
                  operations: [link(criterion, index, check)],
                },
              ],
      };
    }
  },
};

function isUnproven({ says, proof, look }: Criterion): boolean {
  return proof.length === 0 && look.length === 0 && says.value.trim() !== '';
}

interface DescribedCheck {
  readonly check: Check;
  /** The words of its id, command and rubric. */
  readonly words: ReadonlySet<string>;
}

/** Among more checks than this, the likeliest is sought only at the start of the file. */
const mostCompared = 100;

function describe(checks: readonly Check[]): readonly DescribedCheck[] {
  return checks.slice(0, mostCompared).map((check) => {
    const texts = [check.id.value, check.run?.value ?? '', ...check.rubric.map(({ value }) => value)];
    return { check, words: new Set(texts.flatMap((text) => contentWords(text).map(({ word }) => word))) };
  });
}

/** The only check, or the one that shares most words with the criterion. */
function likeliestCheck({ says }: Criterion, checks: readonly DescribedCheck[]): Check | undefined {
  if (checks.length === 1) return checks[0]?.check;
  const words = [...new Set(contentWords(says.value).map(({ word }) => word))];
  let best: { readonly check: Check; readonly shared: number } | undefined;
  for (const { check, words: told } of checks) {
    const shared = words.filter((word) => told.has(word)).length;
    if (shared > (best?.shared ?? 0)) best = { check, shared };
  }
  return best?.check;
}

function link({ span, says }: Criterion, index: number, check: Check): Operation {
  const proof = check.id.value;
  const isBare = span.start === says.span.start && span.end === says.span.end;
  return isBare
    ? { kind: 'set', at: ['done', index], value: { says: says.value, proof } }
    : { kind: 'set', at: ['done', index, 'proof'], value: proof };
}
