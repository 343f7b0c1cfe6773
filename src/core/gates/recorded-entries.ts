import { readReviews } from '../reviews/read-reviews.ts';
import type { ReviewsFile } from '../reviews/review.ts';
import type { Span, Text } from '../text/span.ts';

/** One entry of a reviews file that says what a person decided. */
export interface RecordedEntry {
  readonly list: 'intent' | 'outcome' | 'answers';
  readonly span: Span;
  /** The same for two entries if they say the same, however they are written. */
  readonly key: string;
  /** The verdict, or `answer`. */
  readonly verdict: string;
  readonly by: string;
  readonly at: string;
  /** Of an approval: what was approved. */
  readonly digest?: string;
  /** The commit that it speaks of. */
  readonly commit?: string;
}

/** The entries of a reviews file that must never change once they are written. */
export function recordedEntries(file: ReviewsFile): readonly RecordedEntry[] {
  const reviews = (['intent', 'outcome'] as const).flatMap((list) =>
    file[list].map(({ span, evidence, ...said }): RecordedEntry => {
      const commit = said.base ?? said.commit;
      return {
        list,
        span,
        key: keyOf({ list, ...said }, [...(evidence ?? [])]),
        verdict: said.verdict.value,
        by: said.by?.value ?? '',
        at: said.at?.value ?? '',
        ...(said.digest ? { digest: said.digest.value } : {}),
        ...(commit ? { commit: commit.value } : {}),
      };
    }),
  );
  const answers = file.answers.map(
    ({ span, ...said }): RecordedEntry => ({
      list: 'answers',
      span,
      key: keyOf({ list: 'answers', ...said }, []),
      verdict: 'answer',
      by: said.by?.value ?? '',
      at: said.at?.value ?? '',
    }),
  );
  return [...reviews, ...answers];
}

/** The same of a text; none where there is no text. */
export function entriesOfText(path: string, text: string | undefined): readonly RecordedEntry[] {
  return text === undefined ? [] : recordedEntries(readReviews(path, text));
}

function keyOf(
  said: { readonly [key: string]: string | Text | undefined },
  evidence: readonly (readonly [string, string])[],
): string {
  const texts = Object.entries(said).map(([key, text]) => [
    key,
    typeof text === 'object' ? text.value : text,
  ]);
  return JSON.stringify([...texts, ...evidence].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}
