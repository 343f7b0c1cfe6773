import { type Finding, lineIndex, MOVE_NAMES, MOVES } from '../core/index.ts';
import { excerpt } from './excerpt.ts';
import type { Texts } from './lint-json.ts';
import type { Terminal } from './terminal.ts';
import { LONGEST_TITLE, shortened, visible } from './visible.ts';
import { worstFindings } from './worst-findings.ts';

/** How findings are shown to a person. */
export interface ReportStyle {
  readonly colors: Terminal['colors'];
  /** Turns a workspace-relative path into one relative to where the person is. */
  readonly pathFromHere: (path: string) => string;
  /** What stands above a file's findings, such as the lane's title. */
  readonly titleOf: (path: string) => string | undefined;
}

/**
 * Findings as a person reads them: file by file, each with its place in the text and what a coach would ask. Hints are left out,
 * and of very many findings all but the worst, which is said.
 */
export function reportFindings(
  findings: readonly Finding[],
  texts: Texts,
  style: ReportStyle,
): readonly string[] {
  const all = byPath(withoutHints(findings));
  const shown = worstFindings([...all.values()].flat());
  const report = [...byPath(shown)].flatMap(([path, ofFile]) => {
    const more = (all.get(path)?.length ?? 0) - ofFile.length;
    const rest = more > 0 ? [style.colors.dim(`  … and ${plural(more, 'more finding')}`)] : [];
    return [...reportFile(path, ofFile, texts(path) ?? '', style), ...rest, ''];
  });
  return [...report, ...cutNote(shown, all)];
}

function cutNote(shown: readonly Finding[], all: ReadonlyMap<string, readonly Finding[]>): readonly string[] {
  const count = [...all.values()].flat().length;
  if (shown.length === count) return [];
  const one = all.size > 1 ? '`lanekeeper lint PATH` shows more of one lane, ' : '';
  return [
    `These are the worst ${shown.length} of ${count} findings: ${one}\`--quiet\` or \`--json\` shows all.`,
    '',
  ];
}

function byPath(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const ofFile = files.get(finding.path);
    if (ofFile) ofFile.push(finding);
    else files.set(finding.path, [finding]);
  }
  return files;
}

/** One line per finding: `path:line:column: severity: message (rule)`, which editors and `grep` understand. */
export function reportLines(
  findings: readonly Finding[],
  texts: Texts,
  style: ReportStyle,
): readonly string[] {
  return [...byPath(withoutHints(findings))].flatMap(([path, ofFile]) => {
    const lines = lineIndex(texts(path) ?? '');
    return ofFile.map(({ span, severity, message, rule }) => {
      const { line, column } = lines.position(span.start);
      const place = `${visible(style.pathFromHere(path))}:${line}:${column}`;
      return `${place}: ${severity}: ${visible(message)} (${rule})`;
    });
  });
}

/** What was found in all, and per move; never more than that, for a lane has no grade. */
export function reportSummary(
  findings: readonly Finding[],
  lanes: number,
  { colors }: ReportStyle,
): readonly string[] {
  const shown = withoutHints(findings);
  const width = Math.max(...MOVES.map((move) => MOVE_NAMES[move].length));
  const rows = MOVES.map((move) => {
    const found = countBySeverity(shown.filter((finding) => finding.move === move));
    const number = move === 'file' ? ' ' : String(move);
    return `  ${number} ${MOVE_NAMES[move].padEnd(width)}  ${found ?? colors.dim('nothing found')}`;
  });
  return [`${plural(lanes, 'lane')}: ${countBySeverity(shown) ?? 'nothing found'}`, ...rows];
}

/** `1 lane`, `2 lanes`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function withoutHints(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity !== 'hint');
}

/** `2 errors, 1 warning`; undefined if there are none. */
export function countBySeverity(findings: readonly Finding[]): string | undefined {
  const parts = (['error', 'warning'] as const)
    .map((severity) => ({
      severity,
      count: findings.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => plural(count, severity));
  return parts.length === 0 ? undefined : parts.join(', ');
}

function reportFile(
  path: string,
  findings: readonly Finding[],
  text: string,
  style: ReportStyle,
): readonly string[] {
  const { colors } = style;
  const lines = lineIndex(text);
  const title = style.titleOf(path);
  const asked = new Set<string>();
  const place = visible(style.pathFromHere(path));
  const report = [colors.bold(title === undefined ? place : shortened(visible(title), LONGEST_TITLE))];
  for (const finding of findings) {
    const { line, column } = lines.position(finding.span.start);
    const severity = finding.severity === 'error' ? colors.red('error') : colors.yellow('warning');
    report.push(`  ${place}:${line}:${column} ${severity} ${colors.dim(finding.rule)}`);
    report.push(`    ${visible(finding.message)}`);
    report.push(...excerpt(text, lines, finding.span).map((shown) => colors.dim(`    ${shown}`)));
    if (finding.question !== undefined && !asked.has(finding.rule))
      report.push(`    ${colors.cyan('?')} ${visible(finding.question)}`);
    asked.add(finding.rule);
  }
  return report;
}
