import type { CheckHost } from './check-host.ts';
import type { Inputs } from './inputs.ts';
import type { PlannedCheck } from './planned-check.ts';

/** The digest of all that a check reads, files and variables; undefined if that is not known. */
export async function readsOf(
  { inputs: globs, env }: PlannedCheck,
  host: CheckHost,
  inputs: Inputs,
): Promise<string | undefined> {
  if (globs.length === 0 || (env.length > 0 && !host.digestEnvironment)) return undefined;
  const files = await inputs.digest(globs);
  if (files === undefined || env.length === 0) return files;
  return `${files} ${host.digestEnvironment?.([...env].sort())}`;
}
