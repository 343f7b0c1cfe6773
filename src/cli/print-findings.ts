import type { Finding } from '../core/index.ts';
import { type Selection, textsOf } from './findings.ts';
import { reportNoLanes } from './no-lanes.ts';
import { type ReportStyle, reportFindings, reportLines, reportSummary } from './report.ts';
import type { Terminal } from './terminal.ts';
import { type OpenWorkspace, pathsFromHere } from './workspace.ts';

/** What findings are printed for. */
export interface Asked {
  readonly workspace: OpenWorkspace;
  readonly selection: Selection;
  /** What was found in all of them, where less than that is printed. */
  readonly inAll?: readonly Finding[];
  /** True if one line per finding is enough. */
  readonly quiet: boolean;
}

/** Prints findings for a person, with what was found in all at the end. */
export function printFindings(findings: readonly Finding[], asked: Asked, terminal: Terminal): void {
  const { workspace, quiet } = asked;
  const style = styleFor(workspace, terminal);
  const texts = textsOf(workspace);
  const lines = quiet
    ? reportLines(findings, texts, style)
    : [...reportFindings(findings, texts, style), ...ending(asked.inAll ?? findings, asked, style)];
  for (const line of lines) terminal.print(line);
}

/** How findings of a workspace are shown to whoever sits in the current folder. */
export function styleFor({ root, loaded }: OpenWorkspace, { colors }: Terminal): ReportStyle {
  const titleOf = (path: string): string | undefined => loaded.board.lanes.get(path)?.lane?.title?.value;
  return { colors, pathFromHere: pathsFromHere(root, process.cwd()), titleOf };
}

function ending(
  findings: readonly Finding[],
  { workspace, selection: { lanes, named } }: Asked,
  style: ReportStyle,
): readonly string[] {
  if (lanes.length > 0) return reportSummary(findings, lanes.length, style);
  return findings.length > 0 ? [] : reportNoLanes(workspace, named);
}
