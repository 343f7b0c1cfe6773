import schema from '../../../schemas/reviews.schema.json' with { type: 'json' };
import validate from '../../../schemas/reviews.schema.json?validate';
import type { Problem } from '../lint/report.ts';
import type { SchemaNode } from '../schema/schema-node.ts';
import { schemaProblems } from '../schema/schema-problems.ts';
import type { Span, Text } from '../text/span.ts';
import { isMap, isSeq, type YamlMap } from '../yaml/node.ts';
import { asText, child, keyText, nodeSpan, pairsOf } from '../yaml/nodes.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import type { Answer, HandOver, Question, Review, ReviewsFile } from './review.ts';

/** Reads a reviews file. Never throws. */
export function readReviews(path: string, text: string): ReviewsFile {
  const { root, isEmpty: hasNothing, problems, rejected } = parseYaml(text);
  if (!root) {
    const isEmpty = problems.length === 0 && hasNothing;
    return unreadReviews(path, text, isEmpty ? [] : problems.length ? problems : [notReviews(text)]);
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
    intent: entries(child(root, 'intent'), readReview),
    outcome: entries(child(root, 'outcome'), readReview),
    handed: entries(child(root, 'handed'), readHandOver),
    asked: entries(child(root, 'asked'), readQuestion),
    answers: entries(child(root, 'answers'), readAnswer),
    problems: [...problems, ...broken.map(({ at: _, meant: __, ...problem }) => problem)],
  };
}

/** A reviews file of which nothing but what is wrong with it is known. */
export function unreadReviews(path: string, text: string, problems: readonly Problem[]): ReviewsFile {
  return { path, text, intent: [], outcome: [], handed: [], asked: [], answers: [], problems };
}

function entries<Entry>(node: unknown, read: (entry: YamlMap) => Entry | undefined): readonly Entry[] {
  if (!isSeq(node)) return [];
  return node.items.flatMap((item) => (isMap(item) ? (read(item) ?? []) : []));
}

function readReview(entry: YamlMap): Review | undefined {
  const verdict = asText(child(entry, 'verdict'));
  if (!verdict) return undefined;
  const keys = ['by', 'at', 'digest', 'base', 'commit', 'note', 'because', 'learned', 'cost'] as const;
  const seen = pairsOf(child(entry, 'evidence')).flatMap((pair): (readonly [string, string])[] => {
    const state = asText(pair.value);
    return state ? [[keyText(pair), state.value]] : [];
  });
  return {
    verdict,
    span: nodeSpan(entry),
    ...textsAt(entry, keys),
    ...(seen.length > 0 ? { evidence: new Map(seen) } : {}),
  };
}

function readHandOver(entry: YamlMap): HandOver {
  return {
    span: nodeSpan(entry),
    ...textsAt(entry, ['over', 'by', 'to', 'digest', 'anyway', 'in', 'commit']),
  };
}

function readQuestion(entry: YamlMap): Question | undefined {
  const decision = asText(child(entry, 'decision'));
  return decision && { decision, span: nodeSpan(entry), ...textsAt(entry, ['by', 'at']) };
}

function readAnswer(entry: YamlMap): Answer | undefined {
  const decision = asText(child(entry, 'decision'));
  const answer = asText(child(entry, 'answer'));
  return decision && answer && { decision, answer, span: nodeSpan(entry), ...textsAt(entry, ['by', 'at']) };
}

/** The texts at those keys that have one. */
function textsAt<Key extends string>(entry: YamlMap, keys: readonly Key[]): { readonly [key in Key]?: Text } {
  const texts: { [key in Key]?: Text } = {};
  for (const key of keys) {
    const text = asText(child(entry, key));
    if (text) texts[key] = text;
  }
  return texts;
}

function notReviews(text: string): Problem {
  const end = Math.min(/\r?\n|$/.exec(text)?.index ?? 0, 200);
  return {
    rule: 'wrong-type',
    span: { start: 0, end } satisfies Span,
    message: 'This is no reviews file: it is made of keys with values and begins with `reviews: 1`.',
  };
}
