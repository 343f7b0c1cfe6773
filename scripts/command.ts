import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a command came to: its exit code (124 when it took too long) and, unless it was shown, what it printed. */
export type CommandResult = { readonly code: number; readonly output: string };

/** How to run a command. */
export type CommandOptions = {
  /** Show the output as it comes instead of returning it. */
  readonly show?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds until it is ended; default five minutes. */
  readonly timeout?: number;
};

/** Runs Node with `args` in a process group of its own, which ends with it, with the time-out or with this process. */
export async function runNode(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const child = spawn(process.execPath, args, {
    detached: true,
    stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'],
    env: { ...process.env, ...options.env },
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const end = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // Already gone.
    }
  };
  const onExit = () => end('SIGTERM');
  process.once('exit', onExit);
  let late = false;
  const stop = setTimeout(() => {
    late = true;
    end('SIGTERM');
    setTimeout(end, 5000, 'SIGKILL').unref();
  }, options.timeout ?? 300_000);
  const [code] = await once(child, 'close');
  clearTimeout(stop);
  process.off('exit', onExit);
  return { code: late ? 124 : (code ?? 1), output };
}
