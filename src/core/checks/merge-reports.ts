import { quote } from '../glob/workspace-path.ts';
import { type CheckReport, type ReportedCheck, reportOf } from './report-json.ts';

/** A report of one shard, with what it is called in messages: the name of its file. */
export interface ShardReport {
  readonly name: string;
  readonly report: CheckReport;
}

/** What all shards must have checked. */
export interface Expected {
  /** The full hash of the commit; absent where nothing is expected. */
  readonly commit?: string;
  /** The digests of the lanes by id; a lane that is not among them is refused. */
  readonly laneDigests: ReadonlyMap<string, string>;
  /** What was planned, in its order: a check that no shard has reported ends as it does here. */
  readonly planned?: readonly ReportedCheck[];
}

/**
 * Merges the reports of shards into one, or says in sentences for people why they are not of one state: another commit, another
 * lane. A check that two shards ran counts by its worse result.
 */
export function mergeReports(
  shards: readonly ShardReport[],
  expected: Expected,
): CheckReport | { readonly problems: readonly string[] } {
  const first = shards.flatMap(({ report }) =>
    report.checks.flatMap(({ evidence }) => evidence?.commit ?? []),
  )[0];
  const commit = expected.commit ?? first;
  const problems = shards.flatMap(({ name, report }) =>
    report.checks.flatMap((check) => {
      const problem = mismatch(check, expected, commit);
      return problem === undefined ? [] : [`${name}: ${problem}`];
    }),
  );
  if (problems.length > 0) return { problems: [...new Set(problems)] };
  const merged = new Map((expected.planned ?? []).map((check) => [keyOf(check), check]));
  const reported = new Set<string>();
  for (const check of shards.flatMap(({ report }) => report.checks)) {
    const key = keyOf(check);
    const other = reported.has(key) ? merged.get(key) : undefined;
    if (other === undefined || rank(check) > rank(other)) merged.set(key, check);
    reported.add(key);
  }
  const lanes = [...new Set([...merged.values()].map(({ lane }) => lane))];
  return reportOf(lanes.flatMap((lane) => [...merged.values()].filter((check) => check.lane === lane)));
}

function keyOf({ lane, check, kind }: ReportedCheck): string {
  return JSON.stringify([lane, check, kind]);
}

function mismatch(
  { lane, check, evidence, result }: ReportedCheck,
  { laneDigests }: Expected,
  commit: string | undefined,
): string | undefined {
  const digest = laneDigests.get(lane);
  if (digest === undefined) return `there is no lane ${quote(lane)} here.`;
  if (evidence === undefined) return undefined;
  if (evidence.lane !== lane || evidence.check !== check)
    return `the evidence of ${quote(check)} in ${quote(lane)} is of another check.`;
  // What an unchanged check read is the same today, whatever the lane said when it passed.
  if (result.state === 'unchanged') return undefined;
  if (evidence.laneDigest !== digest)
    return `it has checked another version of the lane ${quote(lane)}. Run its checks again.`;
  return evidence.commit === commit
    ? undefined
    : `it has checked the commit ${evidence.commit ?? 'of no repository'}, not ${commit ?? 'this folder'}.`;
}

function rank({ result: { state } }: ReportedCheck): number {
  return ['unchanged', 'passed', 'cancelled', 'not-started', 'timed-out', 'failed'].indexOf(state);
}
