import { digestOf } from '../digest/digest-of.ts';
import { withoutHidden } from '../rules/file/hidden-characters.ts';
import type { PlannedCheck } from './planned-check.ts';

/** One command that a lane starts, as far as somebody must know it who allows it. */
export type LaneCommand = {
  /** The id of the check. */
  readonly check: string;
  readonly kind: PlannedCheck['kind'];
  /** The line with the shell that reads it, or an argument vector that no shell sees. */
  readonly start: { readonly shell: string; readonly line: string } | { readonly args: readonly string[] };
  readonly cwd: string;
  /** Sorted. */
  readonly env: readonly string[];
};

/** A command in words for a person: nothing in it is hidden. */
export interface CommandText {
  readonly check: string;
  readonly command: string;
  /** What else decides what it does, such as `in packages/api`; empty if it runs in the workspace folder with nothing passed on. */
  readonly details: readonly string[];
}

/** How a list of commands differs from one that was allowed before. */
export type CommandChange =
  | { readonly change: 'added'; readonly after: LaneCommand }
  | { readonly change: 'removed'; readonly before: LaneCommand }
  | { readonly change: 'changed'; readonly before: LaneCommand; readonly after: LaneCommand };

/** Every command that a lane starts, the commands of its judges among them, by check id. `shell` is what reads lines. */
export function laneCommands(plan: readonly PlannedCheck[], shell: string): readonly LaneCommand[] {
  return plan
    .flatMap(({ id, kind, run, judge, cwd, env }): LaneCommand[] => {
      const isJudged = run === undefined && judge?.args !== undefined;
      const start =
        run !== undefined ? { shell, line: run } : isJudged ? { args: judge?.args ?? [] } : undefined;
      return start ? [{ check: id, kind, start, cwd, env: [...new Set(env)].sort() }] : [];
    })
    .sort((a, b) => (a.check < b.check ? -1 : 1));
}

/**
 * The digest under which commands are allowed: `sha256-` and base64url. `root` is the real path of the workspace folder, so that
 * the same commands in another folder are asked for again.
 */
export function trustDigest(commands: readonly LaneCommand[], root: string): string {
  return digestOf({ version: 1, root, commands });
}

/** Commands in words for the person who is asked to allow them. */
export function describeCommands(commands: readonly LaneCommand[]): readonly CommandText[] {
  return commands.map(({ check, start, cwd, env }) => ({
    check: withoutHidden(check),
    command: withoutHidden('line' in start ? start.line : start.args.map(quoted).join(' ')),
    details: [
      ...(cwd === '' ? [] : [`in ${withoutHidden(cwd)}`]),
      ...(env.length === 0 ? [] : [`with ${withoutHidden(env.join(', '))} from the environment`]),
    ],
  }));
}

/** What is new, gone or different, by check id; empty if both lists mean the same. */
export function changedCommands(
  before: readonly LaneCommand[],
  after: readonly LaneCommand[],
): readonly CommandChange[] {
  const [old, now] = [byCheck(before), byCheck(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((check): CommandChange[] => {
    const [was, is] = [old.get(check), now.get(check)];
    if (was === undefined) return is ? [{ change: 'added', after: is }] : [];
    if (is === undefined) return [{ change: 'removed', before: was }];
    return digestOf(was) === digestOf(is) ? [] : [{ change: 'changed', before: was, after: is }];
  });
}

function byCheck(commands: readonly LaneCommand[]): ReadonlyMap<string, LaneCommand> {
  return new Map(commands.map((command) => [command.check, command]));
}

/** An argument as a shell would need it, so that one with a space in it does not look like two. */
function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
