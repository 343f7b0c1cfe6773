import schema from '../../../schemas/reviews.schema.json' with { type: 'json' };
import validate from '../../../schemas/reviews.schema.json?validate';
import type { Problem } from '../lint/report.ts';
import type { SchemaNode } from '../schema/schema-node.ts';
import { schemaProblems } from '../schema/schema-problems.ts';
import type { Text } from '../text/span.ts';
import { isSeq } from '../yaml/node.ts';
import { asText, child } from '../yaml/nodes.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';

/** A verdict at one of a lane's gates. */
export interface Review {
  readonly verdict: Text;
  readonly by?: Text;
  readonly at?: Text;
  /** Of an intent: the commit from which the lane starts. */
  readonly base?: Text;
}

/** A lane's reviews file as read: the reviews that hold, in the order of the file, and what is wrong with the rest. */
export interface ReviewsFile {
  readonly path: string;
  readonly text: string;
  readonly intent: readonly Review[];
  readonly outcome: readonly Review[];
  readonly problems: readonly Problem[];
}

/** Reads a reviews file. Never throws. */
export function readReviews(path: string, text: string): ReviewsFile {
  const { root, problems, rejected } = parseYaml(text);
  if (!root) {
    const isEmpty = problems.length === 0 && !text.trim();
    return {
      path,
      text,
      intent: [],
      outcome: [],
      problems: isEmpty ? [] : problems.length ? problems : [notReviews(text)],
    };
  }
  const broken = schemaProblems({
    root,
    schema: schema as SchemaNode,
    validate,
    name: 'A reviews file',
    rejected,
  });
  return {
    path,
    text,
    intent: readGate(child(root, 'intent')),
    outcome: readGate(child(root, 'outcome')),
    problems: [...problems, ...broken.map(({ at: _, meant: __, ...problem }) => problem)],
  };
}

/** True if the lane has ended: its last outcome review accepted or killed it. */
export function hasEnded({ outcome }: ReviewsFile): boolean {
  const last = outcome.at(-1)?.verdict.value;
  return last === 'accepted' || last === 'killed';
}

/** The commit from which the lane starts, as the last approval of its intent says that was not withdrawn. */
export function approvedBase({ intent }: Pick<ReviewsFile, 'intent'>): string | undefined {
  const last = intent.findLast(({ verdict }) => verdict.value !== 'returned');
  return last?.verdict.value === 'approved' ? last.base?.value : undefined;
}

function readGate(node: unknown): Review[] {
  if (!isSeq(node)) return [];
  return node.items.flatMap((entry) => {
    const verdict = asText(child(entry, 'verdict'));
    if (!verdict) return [];
    const by = asText(child(entry, 'by'));
    const at = asText(child(entry, 'at'));
    const base = asText(child(entry, 'base'));
    return [{ verdict, ...(by ? { by } : {}), ...(at ? { at } : {}), ...(base ? { base } : {}) }];
  });
}

function notReviews(text: string): Problem {
  const end = Math.min(/\r?\n|$/.exec(text)?.index ?? 0, 200);
  return {
    rule: 'wrong-type',
    span: { start: 0, end },
    message: 'This is no reviews file: it is made of keys with values and begins with `reviews: 1`.',
  };
}
