/** How one check ended. Only `passed`, and `unchanged` after a pass, speak for the lane. */
export type CheckResult =
  | { readonly state: 'passed' }
  | { readonly state: 'failed'; readonly because: string }
  | { readonly state: 'timed-out'; readonly because: string }
  | { readonly state: 'cancelled' }
  /** Nothing that the check reads has changed since it passed, at that time (ISO 8601, UTC). */
  | { readonly state: 'unchanged'; readonly since: string }
  | { readonly state: 'not-started'; readonly reason: string };

/** True if the result speaks for the lane. */
export function isPass(result: CheckResult): boolean {
  return result.state === 'passed' || result.state === 'unchanged';
}
