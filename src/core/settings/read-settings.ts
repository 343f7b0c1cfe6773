import schema from '../../../schemas/settings.schema.json' with { type: 'json' };
import validate from '../../../schemas/settings.schema.json?validate';
import { compileGlob } from '../glob/glob.ts';
import { readChecks } from '../lane/read-sections.ts';
import type { Severity } from '../lint/finding.ts';
import type { Problem } from '../lint/report.ts';
import type { SchemaNode } from '../schema/schema-node.ts';
import { schemaProblems } from '../schema/schema-problems.ts';
import type { Text } from '../text/span.ts';
import { isScalar, isSeq } from '../yaml/node.ts';
import { asText, asTexts, child, keyText, pairsOf } from '../yaml/nodes.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import type { Policy, Settings } from './settings.ts';

/** The name of the settings file, at the root of the workspace folder. */
export const SETTINGS_PATH = 'lanekeeper.yaml';

/** What a newcomer with no settings file has. */
export const DEFAULT_SETTINGS: Settings = {
  include: ['**/*.lane.yaml', '**/*.lane.yml'],
  defaults: { never: [], checks: [] },
  rules: {},
  judge: [],
  judges: new Map(),
  privateHosts: [],
  policy: { approvers: [], blocking: ['error'], signed: false },
  widestShare: 0.5,
};

/** The settings file as read: every setting that holds, and what is wrong with the rest. */
export interface SettingsFile {
  readonly text: string;
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** Reads `lanekeeper.yaml`. Never throws; a setting that does not hold keeps its default, so that lanes are linted all the same. */
export function readSettings(text: string): SettingsFile {
  const { root, isEmpty: hasNothing, problems, rejected } = parseYaml(text);
  if (!root) {
    const isEmpty = problems.length === 0 && hasNothing;
    return {
      text,
      settings: DEFAULT_SETTINGS,
      problems: isEmpty ? [] : problems.length ? problems : [notAMapping(text)],
    };
  }
  const broken = schemaProblems({
    root,
    schema: schema as SchemaNode,
    validate,
    name: 'The settings file',
    rejected,
  });
  const defaults = child(root, 'defaults');
  const settings: Settings = {
    include: orElse(
      asTexts(child(root, 'include')).map(({ value }) => value),
      DEFAULT_SETTINGS.include,
    ),
    defaults: {
      never: asTexts(child(child(defaults, 'limits'), 'never')),
      checks: readChecks(child(defaults, 'checks')),
    },
    rules: readRules(child(root, 'rules')),
    judge: readArguments(child(root, 'judge')),
    judges: new Map(pairsOf(child(root, 'judges')).map((pair) => [keyText(pair), readArguments(pair.value)])),
    privateHosts: asTexts(child(root, 'private-hosts')).map(({ value }) => value),
    policy: readPolicy(child(root, 'policy')),
    widestShare: readShare(child(root, 'widest-share')),
  };
  const globs = [...asTexts(child(root, 'include')), ...settings.defaults.never].flatMap(globProblem);
  return {
    text,
    settings,
    problems: [...problems, ...globs, ...broken.map(({ at: _, meant: __, ...problem }) => problem)],
  };
}

/** A settings file that cannot be read, with the one problem that says why: the defaults hold. */
export function unreadableSettings(problem: Problem): SettingsFile {
  return { text: '', settings: DEFAULT_SETTINGS, problems: [problem] };
}

const SEVERITIES: readonly string[] = ['error', 'warning', 'hint', 'off'] satisfies (Severity | 'off')[];

function readRules(node: unknown): Settings['rules'] {
  const rules: { [rule: string]: Severity | 'off' } = Object.create(null);
  for (const pair of pairsOf(node)) {
    const severity = asText(pair.value)?.value;
    if (severity && SEVERITIES.includes(severity)) rules[keyText(pair)] = severity as Severity | 'off';
  }
  return rules;
}

/** An argument vector; none if it is not a list of texts, for one that lacks a part would do something else. */
function readArguments(node: unknown): readonly string[] {
  const texts = asTexts(node);
  return isSeq(node) && texts.length === node.items.length ? texts.map(({ value }) => value) : [];
}

function readShare(node: unknown): number {
  return isScalar(node) && typeof node.value === 'number' ? node.value : DEFAULT_SETTINGS.widestShare;
}

function readPolicy(node: unknown): Policy {
  const ownLanes = child(node, 'own-lanes');
  const signed = child(node, 'signed');
  const blocking = child(node, 'blocking');
  return {
    approvers: asTexts(child(node, 'approvers')).map(({ value }) => value),
    ...(isScalar(ownLanes) && typeof ownLanes.value === 'boolean' ? { ownLanes: ownLanes.value } : {}),
    // An empty list is meant: nothing blocks.
    blocking: isSeq(blocking)
      ? asTexts(blocking).flatMap(({ value }) => (isBlocking(value) ? [value] : []))
      : DEFAULT_SETTINGS.policy.blocking,
    signed: isScalar(signed) && signed.value === true,
  };
}

function isBlocking(value: string): value is Severity {
  return value === 'error' || value === 'warning';
}

function orElse<T>(list: readonly T[], otherwise: readonly T[]): readonly T[] {
  return list.length ? list : otherwise;
}

function globProblem({ value, span }: Text): Problem[] {
  const glob = compileGlob(value);
  if (!('problem' in glob)) return [];
  return [
    {
      rule: /^(?:too-complex|unclosed)$/.test(glob.problem) ? 'complex-pattern' : 'path-outside-workspace',
      span,
      message: glob.message,
    },
  ];
}

function notAMapping(text: string): Problem {
  const end = Math.min(/\r?\n|$/.exec(text)?.index ?? 0, 200);
  return {
    rule: 'wrong-type',
    span: { start: 0, end },
    message: 'These are no settings: they are made of keys with values, such as `rules:`.',
  };
}
