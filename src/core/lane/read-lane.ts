import schema from '../../../schemas/lane.schema.json' with { type: 'json' };
import validate from '../../../schemas/lane.schema.json?validate';
import { readSuppressions, unknownSuppressions } from '../lint/read-suppressions.ts';
import type { Problem } from '../lint/report.ts';
import type { SchemaNode } from '../schema/schema-node.ts';
import { type SchemaProblem, schemaProblems } from '../schema/schema-problems.ts';
import type { Span } from '../text/span.ts';
import { isSeq, type YamlNode, type YamlPair } from '../yaml/node.ts';
import { child, findPair, nodeSpan, pairSection } from '../yaml/nodes.ts';
import { type ParsedYaml, parseYaml } from '../yaml/parse-yaml.ts';
import { type Lane, SECTIONS, type Section } from './lane.ts';
import { type LaneFile, laneId } from './lane-file.ts';
import { readBrief, readChecks, readDone, readHead, readLimits, readNeeds } from './read-sections.ts';

/** The version of the lane format that is read here. */
const VERSION = 1;

/**
 * Reads a lane file. Never throws: what is wrong with the file itself is among `problems`, and `lane` holds every section that
 * could be read. It is absent only where nothing can be said of the content: no mapping, beyond a cap, another version.
 */
export function readLaneFile(path: string, text: string): LaneFile {
  const parsed = parseYaml(text);
  const { root } = parsed;
  const file = { path, id: laneId(path), text, suppressions: readSuppressions(text, parsed.remarks) };
  if (!root)
    return { ...file, problems: parsed.problems.length ? parsed.problems : [notAMapping(text, parsed)] };
  const version = findPair(root, 'lane');
  const said = child(root, 'lane');
  const versionProblem = readVersion(root, said);
  if (versionProblem?.isUnknown) return { ...file, problems: [versionProblem.problem] };
  const problems = schemaProblems({
    root,
    schema: schema as SchemaNode,
    validate,
    name: 'A lane',
    rejected: parsed.rejected,
  });
  const ofSchema = problems.filter(
    ({ at, message }) => at[0] !== 'lane' && !(at.length === 0 && message.startsWith('`lane`')),
  );
  const header = version
    ? { start: version.key.start, end: (version.value ?? version.key).end }
    : firstLine(text);
  return {
    ...file,
    problems: [
      ...parsed.problems,
      ...unknownSuppressions(text, parsed.remarks),
      ...(versionProblem ? [versionProblem.problem] : []),
      ...ofSchema.map(({ at: _, meant: __, ...problem }) => problem),
    ],
    lane: readSections(parsed, text, header, ofSchema),
  };
}

/** A lane file whose text is not known, with the one problem that says why. */
export function unreadableLane(path: string, problem: Problem): LaneFile {
  return { path, id: laneId(path), text: '', suppressions: [], problems: [problem] };
}

function readSections(
  parsed: ParsedYaml,
  text: string,
  header: Span,
  problems: readonly SchemaProblem[],
): Lane {
  const { root } = parsed;
  const sections: { [name in (typeof SECTIONS)[number]]?: Section } = {};
  for (const name of SECTIONS) {
    const pair = findPair(root, name);
    const section = pair
      ? pairSection(pair, isSoundAt(pair, parsed.rejected, problems, name))
      : hiddenSection(name, text, parsed.rejected.length > 0, problems);
    if (section) sections[name] = section;
  }
  return {
    header,
    sections,
    ...readHead(root),
    brief: readBrief(child(root, 'brief'), sections.brief),
    limits: readLimits(child(root, 'limits'), sections.limits),
    needs: readNeeds(child(root, 'needs')),
    done: readDone(child(root, 'done')),
    checks: readChecks(child(root, 'checks')),
  };
}

/**
 * A section that is in the file, though it cannot be read: its key is misspelt, or a broken line above swallows it. Then what is
 * wrong has been said, and no rule needs to miss it.
 */
function hiddenSection(
  name: string,
  text: string,
  isBroken: boolean,
  problems: readonly SchemaProblem[],
): Section | undefined {
  const misspelt = problems.find(({ at, meant }) => at.length === 0 && meant === name);
  if (misspelt) return { key: misspelt.span, span: misspelt.span, sound: false };
  const found = isBroken ? new RegExp(`^${name}(?=[ \\t]*:)`, 'm').exec(text) : null;
  const span = found && { start: found.index, end: found.index + name.length };
  return span ? { key: span, span, sound: false } : undefined;
}

function isSoundAt(
  { key, value }: YamlPair,
  rejected: readonly Span[],
  problems: readonly SchemaProblem[],
  name: string,
): boolean {
  const end = value?.next ?? key.end;
  return (
    !problems.some(({ at }) => at[0] === name) &&
    !rejected.some((span) => span.start <= end && key.start <= span.end)
  );
}

function readVersion(
  root: NonNullable<ParsedYaml['root']>,
  node: unknown,
): { problem: Problem; isUnknown: boolean } | undefined {
  const value = (node as { value?: unknown } | undefined)?.value;
  if (value === VERSION) return undefined;
  if (value === undefined || value === null) {
    const { start } = nodeSpan(root);
    const message = `This file does not say which version of the lane format it has. Begin it with \`lane: ${VERSION}\`.`;
    const remedies = [
      {
        title: `Add \`lane: ${VERSION}\``,
        safe: true,
        operations: [{ kind: 'set' as const, at: ['lane'], value: VERSION }],
      },
    ];
    return {
      problem: { rule: 'unknown-version', span: { start, end: start + 1 }, message, remedies },
      isUnknown: isSeq(node),
    };
  }
  const span = nodeSpan(node as YamlNode);
  const message = `"${String(value).slice(0, 40)}" is no version of the lane format that is known here. Write \`lane: ${VERSION}\`, or update Lanekeeper.`;
  const remedies = [
    {
      title: `Change to ${VERSION}`,
      operations: [{ kind: 'replace' as const, span, text: String(VERSION) }],
    },
  ];
  return { problem: { rule: 'unknown-version', span, message, remedies }, isUnknown: true };
}

function notAMapping(text: string, { isEmpty }: ParsedYaml): Problem {
  const set = { kind: 'set' as const, at: ['lane'], value: VERSION };
  return isEmpty
    ? {
        rule: 'unknown-version',
        span: firstLine(text),
        message: `This lane is empty. Begin it with \`lane: ${VERSION}\` and a title.`,
        remedies: [{ title: `Add \`lane: ${VERSION}\``, safe: true, operations: [set] }],
      }
    : {
        rule: 'wrong-type',
        span: firstLine(text),
        message: `This is not a lane: a lane file is made of keys with values. Begin it with \`lane: ${VERSION}\`.`,
      };
}

function firstLine(text: string): Span {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  return { start, end: Math.min(/\r?\n|$/.exec(text)?.index ?? 0, start + 200) };
}
