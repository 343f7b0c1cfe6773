import { quote } from '../glob/workspace-path.ts';
import type { Policy } from '../settings/settings.ts';
import { isSamePerson, meansPerson } from './person.ts';

/** Whether somebody may approve. `remark` is what a reader should know of an approval that is allowed. */
export type Leave =
  | { readonly isGiven: true; readonly remark?: string }
  | { readonly isGiven: false; readonly because: string };

const MOST_NAMED = 5;

/** Whether this person may approve the lane of this owner. */
export function leaveToApprove(by: string, owner: string | undefined, policy: Policy): Leave {
  const { approvers, ownLanes = approvers.length === 0 } = policy;
  if (approvers.length > 0 && !approvers.some((pattern) => meansPerson(pattern, by)))
    return {
      isGiven: false,
      because: `${quote(by)} is not among the approvers. Ask ${named(approvers)}.`,
    };
  if (owner === undefined || !isSamePerson(by, owner)) return { isGiven: true };
  if (ownLanes) return { isGiven: true, remark: `${quote(by)} approves their own lane.` };
  const others = approvers.filter((pattern) => !meansPerson(pattern, by));
  return {
    isGiven: false,
    because: `${quote(by)} owns this lane, and nobody approves their own here. Ask ${others.length > 0 ? named(others) : 'somebody else'}.`,
  };
}

function named(patterns: readonly string[]): string {
  const first = patterns.slice(0, MOST_NAMED).map(quote);
  return patterns.length > first.length ? `${first.join(', ')} or another approver` : first.join(' or ');
}
