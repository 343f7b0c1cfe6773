import type { ErrorObject, ValidateFunction } from 'ajv';
import type { YamlValue } from '../edit/operation.ts';
import { renderFlow } from '../edit/render-yaml.ts';
import type { Problem, Remedy } from '../lint/report.ts';
import { nearest } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { CAPS } from '../yaml/caps.ts';
import { isScalar, isSeq, type YamlNode } from '../yaml/node.ts';
import { child, findPair, isWritten, nodeSpan, plainValue } from '../yaml/nodes.ts';
import { quoteScalar } from '../yaml/quote-scalar.ts';
import { knownKeys, type SchemaNode, schemaAt } from './schema-node.ts';

/** A file's content and what it is held against. */
export interface Subject {
  readonly root: YamlNode;
  readonly schema: SchemaNode;
  readonly validate: ValidateFunction;
  /** What the file is called in messages: "A lane". */
  readonly name: string;
  /** Places of which nothing is known: what the schema says there is not told. */
  readonly rejected: readonly Span[];
}

/** A problem and the keys that lead to its place, so that the reader knows which section does not hold. */
export interface SchemaProblem extends Problem {
  readonly at: readonly string[];
  /** The key that one which is not known stands for, or below which it belongs. */
  readonly meant?: string;
}

/** Holds a file against its schema: one problem for each place, nothing where the text itself is not known. */
export function schemaProblems(subject: Subject): SchemaProblem[] {
  if (subject.validate(plainValue(subject.root))) return [];
  const problems = new Map<string, SchemaProblem>();
  const missing: { readonly place: string; readonly key: string; readonly problem: SchemaProblem }[] = [];
  for (const error of subject.validate.errors ?? []) {
    const at = pathOf(error.instancePath);
    const problem = { ...explain(subject, error, at), at };
    if (isRejected(problem.span, subject.rejected)) continue;
    if (error.keyword === 'required')
      missing.push({ place: error.instancePath, key: String(error.params.missingProperty), problem });
    else addTo(problems, problem);
    if (problems.size >= CAPS.problems * 10) break;
  }
  for (const { place, key, problem } of missing) {
    // A misspelt key has been said; that the right one is missing is the same mistake.
    const isMisspelt = [...problems.values()].some(
      ({ meant, at }) => meant === key && `/${at.join('/')}` === place,
    );
    if (!isMisspelt) addTo(problems, problem);
  }
  return [...problems.values()];
}

function addTo(problems: Map<string, SchemaProblem>, problem: SchemaProblem): void {
  const key = `${problem.span.start}:${problem.span.end}`;
  if (!problems.has(key)) problems.set(key, problem);
}

function isRejected(span: Span, rejected: readonly Span[]): boolean {
  return rejected.some(({ start, end }) => start < span.end && span.start <= end);
}

/** The keys of a JSON Pointer (RFC 6901). */
function pathOf(pointer: string): string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function explain(subject: Subject, error: ErrorObject, at: readonly string[]): Omit<SchemaProblem, 'at'> {
  const node = at.reduce<unknown>(child, subject.root) as YamlNode | undefined;
  const span = placeOf(subject.root, at, node);
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(subject, at, node, String(error.params.additionalProperty));
    case 'required':
      return wrongType(
        span,
        `\`${error.params.missingProperty}\` is missing here.`,
        exampleOf(subject, at, node),
      );
    case 'enum':
      return wrongValue(span, node, error.params.allowedValues);
    case 'type':
      return typeProblem(subject, at, node, span, String(error.params.type).split(','));
    case 'minLength':
    case 'minProperties':
      return wrongType(span, 'This is empty.', 'Write what is meant, or remove it.');
    default:
      return wrongType(span, `${quoted(node)} does not fit here.`, exampleOf(subject, at, node));
  }
}

function wrongType(span: Span, fact: string, remedy: string, remedies: readonly Remedy[] = []): Problem {
  return { rule: 'wrong-type', span, message: `${fact} ${remedy}`.trim(), remedies };
}

function placeOf(root: YamlNode, at: readonly string[], node: YamlNode | undefined): Span {
  if (isScalar(node) && isWritten(node)) return nodeSpan(node);
  const key = findPair(at.slice(0, -1).reduce<unknown>(child, root), at.at(-1) ?? '')?.key;
  if (key) return nodeSpan(key);
  const { start, end } = nodeSpan(node ?? root);
  return { start, end: Math.min(end, start + 1) };
}

function unknownKey(
  subject: Subject,
  at: readonly string[],
  node: unknown,
  key: string,
): Omit<SchemaProblem, 'at'> {
  const span = nodeSpan(findPair(node, key)?.key);
  const known = knownKeys(schemaAt(subject.schema, at));
  const place = at.length ? placeName(at) : subject.name;
  const near = nearest(key, known);
  const home = Object.entries(subject.schema.properties ?? {}).find(([, section]) =>
    knownKeys(section).includes(key),
  )?.[0];
  const advice = near
    ? `Did you mean \`${near}\`?`
    : home && at[0] !== home
      ? `It belongs below \`${home}\`.`
      : `It can have ${known.map((name) => `\`${name}\``).join(', ')}.`;
  const remedies =
    near && !findPair(node, near)
      ? [
          {
            title: `Change to \`${near}\``,
            safe: true,
            operations: [{ kind: 'replace' as const, span, text: near }],
          },
        ]
      : [];
  const meant = near ?? home;
  const message = `${place} has no key "${key}". ${advice}`;
  return { rule: 'unknown-key', span, message, remedies, ...(meant ? { meant } : {}) };
}

/** `done.0` in words: entry 1 of `done`. */
function placeName(at: readonly string[]): string {
  const last = at.at(-1) ?? '';
  const above = `\`${at.slice(0, -1).join('.')}\``;
  return /^\d+$/.test(last) && at.length > 1
    ? `Entry ${Number(last) + 1} of ${above}`
    : `\`${at.join('.')}\``;
}

function wrongValue(span: Span, node: unknown, allowed: readonly unknown[]): Problem {
  const values = allowed.map(String);
  const near = isScalar(node) ? nearest(String(node.value), values) : undefined;
  const remedies = near
    ? [{ title: `Change to ${near}`, operations: [{ kind: 'replace' as const, span, text: near }] }]
    : [];
  return wrongType(
    span,
    `${quoted(node)} is not known here.`,
    `Write one of ${values.join(', ')}.`,
    remedies,
  );
}

const NAMES: { readonly [type: string]: string } = {
  string: 'text',
  object: 'keys with values',
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  null: 'nothing',
};

function typeProblem(
  subject: Subject,
  at: readonly string[],
  node: YamlNode | undefined,
  span: Span,
  types: readonly string[],
): Problem {
  const wanted = types
    .filter((type) => type !== 'null')
    .map((type) => NAMES[type] ?? type)
    .join(' or ');
  const source = isScalar(node) ? (node.source ?? '') : '';
  if (isScalar(node) && types.includes('string') && source && fitsQuoted(subject, at, source)) {
    const fix = {
      title: `Quote ${quoteScalar(source)}`,
      safe: true,
      operations: [{ kind: 'replace' as const, span, text: quoteScalar(source) }],
    };
    return wrongType(
      span,
      `"${source}" is read as ${typeof node.value === 'boolean' ? 'yes or no' : 'a number'}, and ${wanted} is wanted here.`,
      'Put quotes around it.',
      [fix],
    );
  }
  const fact = node
    ? `${quoted(node)} is not ${wanted}.`
    : `This entry is empty, and ${wanted} is wanted here.`;
  return wrongType(span, fact, exampleOf(subject, at, node));
}

/** True if the characters hold as a text: `1:30` in quotes would still be no duration. */
function fitsQuoted({ schema }: Subject, at: readonly string[], source: string): boolean {
  const { pattern } = schemaAt(schema, at) ?? {};
  return pattern === undefined || new RegExp(pattern, 'u').test(source);
}

function exampleOf(subject: Subject, at: readonly string[], node: unknown): string {
  const [example] = schemaAt(subject.schema, at)?.examples ?? [];
  if (example === undefined || node === subject.root) return '';
  return `Write it like \`${typeof example === 'string' ? example : renderFlow(example as YamlValue)}\`.`;
}

function quoted(node: unknown): string {
  if (isScalar(node)) return `"${String(node.source ?? node.value).slice(0, 40)}"`;
  return isSeq(node) ? 'A list' : 'A value with keys';
}
