/** What one mocha run came to. */
export type Counts = { readonly passed: number; readonly failed: number };

/** What a suite in an extension host says at its end. */
export type SuiteReport = Counts & { readonly host: SuiteHost; readonly version: string };

/** Where a suite can run; `node` is on the desktop and on a server, `web` is a worker in the browser. */
export type SuiteHost = 'node' | 'web';

const lineMark = '[lanekeeper suite] ';
const reportMark = '[lanekeeper report] ';

/** A line for people, marked so that it can be told from what VS Code logs. */
export function markLine(text: string): string {
  return text.replace(/^/gm, lineMark);
}

/** The report as one marked line. */
export function markReport(report: SuiteReport): string {
  return reportMark + JSON.stringify(report);
}

/** Finds what `markLine` and `markReport` made in anything VS Code printed. */
export function readMarked(text: string): {
  readonly lines: readonly string[];
  readonly report?: SuiteReport;
} {
  const lines: string[] = [];
  let report: SuiteReport | undefined;
  for (const line of text.split('\n')) {
    const [, shown] = line.split(lineMark);
    if (shown !== undefined) lines.push(shown);
    const [, found] = line.split(reportMark);
    if (found !== undefined) report = JSON.parse(found);
  }
  return report ? { lines, report } : { lines };
}
