import { digestOf } from '../digest/digest-of.ts';
import type { PlannedCheck } from './planned-check.ts';

/** The digest of everything that decides what a check does, wherever it is written: `sha256-` and base64url. */
export function checkDigest({ lane: _, place: __, judge, ...check }: PlannedCheck): string {
  return digestOf({ ...check, env: [...check.env].sort(), judge: judge && { ...judge } });
}
