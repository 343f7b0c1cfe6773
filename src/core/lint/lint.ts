import type { Board } from '../board/board.ts';
import type { Operation } from '../edit/operation.ts';
import { resolveInTurn } from '../edit/resolve-in-turn.ts';
import { editableYaml, resolveOperation } from '../edit/resolve-operations.ts';
import { isSound, type LaneFile } from '../lane/lane-file.ts';
import { readLaneProse } from '../prose/prose-field.ts';
import { RULES } from '../rules/catalogue.ts';
import { CUES } from '../rules/cues.ts';
import type { Settings } from '../settings/settings.ts';
import type { TextEdit } from '../text/span.ts';
import { applySuppressions } from './apply-suppressions.ts';
import type { FileEdit, Finding, Fix, Severity } from './finding.ts';
import type { Problem, Remedy, Report } from './report.ts';
import type { Rule } from './rule.ts';

/** What is wanted of the findings. */
export interface Wanted {
  /** False where nobody sees hints: then rules that give nothing else are passed over. */
  readonly hints: boolean;
}

/**
 * Everything the rules find in one lane, in the order of the text. Broken or not, a lane always gets its findings. Where hints are
 * not wanted, some may be among them all the same.
 */
export function lintLane(file: LaneFile, board: Board, wanted: Wanted = { hints: true }): Finding[] {
  const reports: Problem[] = [...file.problems];
  if (isSound(file)) {
    const prose = readLaneProse(file.lane, CUES);
    // Whether a suppression is used can be told only when every rule has spoken.
    const hints = wanted.hints || file.suppressions.length > 0;
    for (const rule of RULES) {
      const severity = severityOf(rule, undefined, board.settings);
      if (severity === 'off' || (severity === 'hint' && !hints)) continue;
      for (const report of rule.check?.(file, board, prose) ?? []) reports.push({ ...report, rule: rule.id });
    }
  }
  const kept = applySuppressions(file, reports);
  return toFindings(file.path, kept, board, textsOf(file, board));
}

/** What the rules find in the workspace as a whole, outside any lane file. */
export function lintWorkspace(board: Board): Finding[] {
  const findings: Finding[] = [];
  for (const rule of RULES) {
    if (!rule.checkBoard || severityOf(rule, undefined, board.settings) === 'off') continue;
    for (const report of rule.checkBoard(board)) {
      findings.push(...toFindings(report.path, [{ ...report, rule: rule.id }], board, () => undefined));
    }
  }
  return findings;
}

/** Everything found on a board: each lane in the order of its path, then the workspace as a whole. */
export function lintBoard(board: Board): Finding[] {
  const paths = [...board.lanes.keys()].sort();
  const lanes = paths.flatMap((path) => {
    const file = board.lanes.get(path);
    return file ? lintLane(file, board) : [];
  });
  return [...lanes, ...lintWorkspace(board)];
}

/** Problems of a file as findings, with the severities of the settings and their remedies as edits. */
export function toFindings(
  path: string,
  problems: readonly Problem[],
  { settings }: Pick<Board, 'settings'>,
  textOf: (path: string) => string | undefined,
): Finding[] {
  const resolve = resolver(path, textOf);
  return problems
    .flatMap((problem) => {
      const rule = RULES.find(({ id }) => id === problem.rule);
      const severity = severityOf(rule, problem, settings);
      return severity === 'off' ? [] : [toFinding(path, problem, rule, severity, resolve)];
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function toFinding(
  path: string,
  report: Problem,
  rule: Rule | undefined,
  severity: Severity,
  resolve: (remedy: Remedy) => Fix | undefined,
): Finding {
  return {
    path,
    span: report.span,
    rule: report.rule,
    move: rule?.move ?? 'file',
    severity,
    message: report.message,
    ...(rule ? { question: rule.question } : {}),
    related: report.related ?? [],
    fixes: (report.remedies ?? []).map(resolve).filter((fix) => fix !== undefined),
  };
}

/** The severity of the settings, else that of the report, else the rule's own. */
function severityOf(
  rule: Rule | undefined,
  report: Report | undefined,
  settings: Settings,
): Severity | 'off' {
  const set = rule && Object.hasOwn(settings.rules, rule.id) ? settings.rules[rule.id] : undefined;
  return set ?? report?.severity ?? rule?.severity ?? 'error';
}

function textsOf(file: LaneFile, board: Board): (path: string) => string | undefined {
  return (path) => (path === file.path ? file.text : board.lanes.get(path)?.text);
}

/** Turns remedies into edits; each file is parsed at most once, and only if an operation asks for its structure. */
function resolver(
  ownPath: string,
  textOf: (path: string) => string | undefined,
): (remedy: Remedy) => Fix | undefined {
  const parsed = new Map<string, ReturnType<typeof editableYaml>>();
  const editable = (path: string, text: string) => {
    const known = parsed.get(path) ?? editableYaml(text);
    parsed.set(path, known);
    return known;
  };
  const changeOf = (path: string, operations: readonly Change[]): FileEdit | undefined => {
    const text = textOf(path);
    if (text === undefined) return undefined;
    const isPlain = operations.every(({ kind }) => kind === 'replace');
    const file = isPlain ? { text, root: undefined } : editable(path, text);
    const all = operations.map((operation) => resolveOperation(file, operation));
    const areApart = all.every((edits) => edits.length > 0) && !touchOneAnother(all.flat());
    const edits = operations.length === 1 || areApart ? all.flat() : resolveInTurn(text, operations);
    return edits.length ? { kind: 'change', path, edits } : undefined;
  };
  return ({ title, safe = false, operations }) => {
    const changes = new Map<string, Change[]>();
    const edits: (FileEdit | undefined)[] = [];
    for (const operation of operations) {
      if (operation.kind === 'create') edits.push(operation);
      else
        changes.set(operation.path ?? ownPath, [
          ...(changes.get(operation.path ?? ownPath) ?? []),
          operation,
        ]);
    }
    for (const [path, ofFile] of changes) edits.push(changeOf(path, ofFile));
    return edits.every((edit) => edit !== undefined) ? { title, safe, edits } : undefined;
  };
}

type Change = Exclude<Operation, { kind: 'create' }>;

function touchOneAnother(edits: readonly TextEdit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
  return sorted.some(({ span }, at) => at > 0 && span.start <= (sorted[at - 1] as TextEdit).span.end);
}
