import { digestOf } from '../digest/digest-of.ts';
import type { EffectiveLane } from './effective-lane.ts';

/** The digest that approvals and evidence are bound to: `sha256-` and base64url. It changes with any change of meaning. */
export function laneDigest(lane: EffectiveLane): string {
  return digestOf(lane);
}
