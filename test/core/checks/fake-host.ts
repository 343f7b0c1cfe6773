import type { CheckHost } from '../../../src/core/checks/check-host.ts';
import type { Evidence, EvidenceStore } from '../../../src/core/checks/evidence.ts';
import type { ChangedFile, Git } from '../../../src/core/checks/git.ts';
import type { Command, Ended, RunHooks } from '../../../src/core/checks/runner.ts';
import type { Files } from '../../../src/core/workspace/files.ts';
import { memoryFiles } from '../workspace/memory-files.ts';

/** How a process of the fake runner ends: an exit code, or more. */
export type Ending = number | Partial<Ended>;

/** A host in memory whose processes end as they are told to, by what is started. */
export function fakeHost(
  endings: { readonly [started: string]: Ending | ((hooks: RunHooks, command: Command) => Promise<Ending>) },
  more: Partial<CheckHost> = {},
): CheckHost & { readonly started: string[]; readonly commands: Command[]; readonly recorded: Evidence[] } {
  const started: string[] = [];
  const commands: Command[] = [];
  const recorded: Evidence[] = [];
  let clock = 0;
  return {
    started,
    commands,
    recorded,
    files: memoryFiles({}),
    runner: {
      parallel: 4,
      async run(command, hooks = {}) {
        const name = command.start.kind === 'shell' ? command.start.line : command.start.args.join(' ');
        started.push(name);
        commands.push(command);
        const ending = endings[name] ?? 0;
        const ended = typeof ending === 'function' ? await ending(hooks, command) : ending;
        const whole = typeof ended === 'number' ? { end: { kind: 'exit' as const, code: ended } } : ended;
        const end = { kind: 'exit' as const, code: 0 };
        return { end, stdout: '', output: whole.stdout ?? '', isCut: false, ms: 7, survivors: [], ...whole };
      },
    },
    evidence: memoryEvidence(recorded),
    now: () => new Date(Date.UTC(2026, 10, 27, 8, 0, clock++)).toISOString(),
    ms: () => clock,
    ...more,
  };
}

/** Evidence that is kept in a list. */
function memoryEvidence(recorded: Evidence[]): EvidenceStore {
  return {
    of: async (lane) => recorded.filter((one) => one.lane === lane),
    async add(evidence) {
      recorded.push(evidence);
      return undefined;
    },
  };
}

/** A git that knows these changes, on a clean commit. */
export function fakeGit(changes: readonly ChangedFile[], more: Partial<Git> = {}): Git {
  return {
    head: async () => ({ commit: 'c0ffee', dirty: false }),
    resolve: async (revision) => revision,
    mergeBase: async (one) => one,
    changes: async () => changes,
    show: async () => undefined,
    diff: async () => '+a line\n',
    ...more,
  };
}

/** A workspace folder whose files can be changed while it is looked at. */
export function changingFiles(contents: { [path: string]: string }): Files {
  return {
    list: (folder) => memoryFiles(contents).list(folder),
    read: (path, atMost) => memoryFiles(contents).read(path, atMost),
  };
}
