import type { Rule } from '../../lint/rule.ts';
import { nearest } from '../../text/nearest.ts';
import { hasLookAlikes } from '../file/look-alikes.ts';
import { BUILT_IN_CHECKS, checksOf } from '../known-checks.ts';
import { replaceWord } from '../replace-word.ts';

/** Of a lane's checks, this many are compared with a mistyped id. */
const mostCompared = 500;

/** Flags a proof that names no check. */
export const unknownProof: Rule = {
  id: 'unknown-proof',
  move: 3,
  severity: 'error',
  summary: 'The `proof` of a criterion names no check of the lane.',
  why: 'The criterion looks proven and is not. A check of `lanekeeper.yaml` counts, and so do the built-in checks `limits` and `budget`.',
  question: 'Which check would fail if this were not so?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\ndone:\n  - says: One mail is in the test inbox\n    proof: [«refund-mial», limits]\nchecks: { refund-mail: npm run mail }\n',
      },
    ],
    good: [
      {
        lane: 'lane: 1\ndone:\n  - says: One mail is in the test inbox\n    proof: [refund-mail, budget]\nchecks: { refund-mail: npm run mail }\n',
      },
    ],
  },
  *check(file, board) {
    const { done, sections } = file.lane;
    if (sections.checks?.sound === false) return;
    const ids = [...checksOf(file, board).map(({ id }) => id.value), ...BUILT_IN_CHECKS];
    const offered = ids.slice(0, mostCompared).filter((id) => !hasLookAlikes(id));
    const known = new Set(ids);
    for (const proof of done.flatMap((criterion) => criterion.proof)) {
      if (known.has(proof.value)) continue;
      const near = nearest(proof.value, offered);
      const remedy =
        near === undefined ? 'Add it under `checks:`, or name one of the lane.' : `Did you mean "${near}"?`;
      yield {
        span: proof.span,
        message: `There is no check "${proof.value}". ${remedy}`,
        remedies: near === undefined ? [] : [replaceWord(file, proof, near)],
      };
    }
  },
};
