import type { Finding } from '../core/index.ts';

/** Nobody reads more findings at once. */
const MOST_IN_ALL = 500;

/** One file does not hide the others. Where there is only one, it may fill the whole report. */
const MOST_PER_FILE = 50;

/** The findings that a person should see first, errors before warnings, in the order given; all of them if they are few. */
export function worstFindings(findings: readonly Finding[]): readonly Finding[] {
  const files = new Set(findings.map(({ path }) => path)).size;
  const mostPerFile = files > 1 ? MOST_PER_FILE : MOST_IN_ALL;
  const perFile = new Map<string, number>();
  const worst = new Set<Finding>();
  for (const severity of ['error', 'warning']) {
    for (const finding of findings) {
      if (worst.size === MOST_IN_ALL) break;
      const ofFile = perFile.get(finding.path) ?? 0;
      if (finding.severity !== severity || ofFile === mostPerFile) continue;
      perFile.set(finding.path, ofFile + 1);
      worst.add(finding);
    }
  }
  return findings.filter((finding) => worst.has(finding));
}
