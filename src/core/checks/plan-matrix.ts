import { digestOf } from '../digest/digest-of.ts';
import type { PlannedCheck } from './planned-check.ts';

/** One job of a matrix. */
export interface Job {
  /** Unique, and safe in names of files and jobs: letters, digits, `_`, `-` and `.` alone. */
  readonly key: string;
  /** The ids as they are. Hand them to a shell through the environment, never inside a line. */
  readonly lane: string;
  /** Absent where the job runs every due check of its lane. */
  readonly check?: string;
}

/** What GitHub takes: https://docs.github.com/actions/reference/limits. */
const MOST_GITHUB_JOBS = 256;

/** The due checks as jobs, in the order of the plan. */
export function planJobs(due: readonly PlannedCheck[]): readonly Job[] {
  return due.map(({ lane, id }) => ({ key: keyOf(lane, id), lane, check: id }));
}

/**
 * The due checks as the matrix of a GitHub workflow: a job for each check, or one for each lane where those are too many. Returns
 * a sentence for people if even those are.
 */
export function githubMatrix(
  due: readonly PlannedCheck[],
): { readonly include: readonly Job[] } | { readonly problem: string } {
  if (due.length <= MOST_GITHUB_JOBS) return { include: planJobs(due) };
  const lanes = [...new Set(due.map(({ lane }) => lane))];
  return lanes.length <= MOST_GITHUB_JOBS
    ? { include: lanes.map((lane) => ({ key: keyOf(lane), lane })) }
    : {
        problem: `Checks of ${lanes.length} lanes are due, and a matrix has at most ${MOST_GITHUB_JOBS} jobs. Name the lanes to plan for.`,
      };
}

/** Ids that are safe stay readable; others, and long ones, get a part of their digest, so that no two are one. */
function keyOf(...ids: readonly string[]): string {
  const plain = ids.join('.');
  if (ids.every((id) => /^[\w-]{1,50}$/.test(id))) return plain;
  const start = plain.replaceAll(/[^\w-]+/g, '-').slice(0, 80);
  return `${start}.${digestOf(ids).slice('sha256-'.length, 'sha256-'.length + 10)}`;
}
