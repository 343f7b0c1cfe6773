import { applyEdits } from '../edit/apply-edits.ts';
import type { YamlValue } from '../edit/operation.ts';
import { editableYaml, resolveOperation } from '../edit/resolve-operations.ts';
import { readReviews } from './read-reviews.ts';
import type { ReviewsFile } from './review.ts';

/** The lists of a reviews file. */
export type ReviewList = 'intent' | 'outcome' | 'handed' | 'asked' | 'answers';

/** The keys of one entry in the order in which they are written; what is undefined is left out. */
export type ReviewEntry = {
  readonly [key: string]: string | { readonly [key: string]: string } | undefined;
};

/** The text of a reviews file after a change, or why it cannot be made, in a sentence. */
export type ChangedReviews = { readonly text: string } | { readonly problem: string };

/** A change of a reviews file's text; undefined is the text of a file that is not there. */
export type ReviewsChange = (text: string | undefined) => ChangedReviews;

/**
 * Adds one entry at the end of a list of a reviews file, some lines each, and touches nothing else: comments, order and line
 * endings stay. An absent or empty file is begun.
 */
export function appendReview(
  path: string,
  text: string | undefined,
  list: ReviewList,
  entry: ReviewEntry,
): ChangedReviews {
  const begun = text === undefined || isBlank(text) ? `${text ?? ''}${begin(text)}` : text;
  const file = readReviews(path, begun);
  if (file.problems.length > 0) return { problem: unreadable(path, file) };
  const edits = resolveOperation(editableYaml(begun), {
    kind: 'append',
    at: [list],
    value: defined(entry),
  });
  return checked(path, applyEdits(begun, edits), file, list, 1);
}

/** Adds to the last hand-over what the agent handed in: when, and the commit. */
export function handInReview(path: string, text: string, at: string, commit?: string): ChangedReviews {
  const file = readReviews(path, text);
  if (file.problems.length > 0) return { problem: unreadable(path, file) };
  const last = file.handed.length - 1;
  if (last < 0) return { problem: 'It was never handed over.' };
  const added = Object.entries(defined({ in: at, commit }));
  let changed = text;
  for (const [key, value] of added) {
    const operation = { kind: 'set', at: ['handed', last, key], value } as const;
    changed = applyEdits(changed, resolveOperation(editableYaml(changed), operation));
  }
  return checked(path, changed, file, 'handed', 0);
}

function isBlank(text: string): boolean {
  return !/\S/.test(text.replace(/^\uFEFF/, '').replaceAll(/^\s*#.*$/gm, ''));
}

/** The first line of a new file, in the line endings of the comments that stand there. */
function begin(text: string | undefined): string {
  const line = text?.includes('\r\n') ? 'reviews: 1\r\n' : 'reviews: 1\n';
  return text === undefined || text === '' || /[\n\uFEFF]$/.test(text) ? line : `\n${line}`;
}

function defined(entry: ReviewEntry): { readonly [key: string]: YamlValue } {
  return Object.fromEntries(
    Object.entries(entry).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

/** A change that would leave a file that cannot be read, or lose an entry, is not made. */
function checked(
  path: string,
  text: string,
  before: ReviewsFile,
  list: ReviewList,
  more: number,
): ChangedReviews {
  const after = readReviews(path, text);
  const [problem] = after.problems;
  if (problem?.rule === 'oversized-lane')
    return {
      problem: `${path} would be larger than a reviews file may be. Draw a new lane for what is left.`,
    };
  const isKept = (['intent', 'outcome', 'handed', 'asked', 'answers'] as const).every(
    (one) => after[one].length === before[one].length + (one === list ? more : 0),
  );
  return problem || !isKept || text === before.text
    ? {
        problem: `${path} is written in a way that cannot be added to. Write \`${list}:\` with one entry a line.`,
      }
    : { text };
}

function unreadable(path: string, { problems }: ReviewsFile): string {
  return `${path} cannot be added to, as it cannot be read: ${problems[0]?.message ?? ''} Mend it first.`;
}
