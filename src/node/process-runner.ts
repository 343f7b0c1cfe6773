import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  type Command,
  compileSecrets,
  type Ended,
  type RunHooks,
  type Runner,
  readableOutput,
  type SecretPatterns,
  secretValues,
} from '../core/index.ts';
import { baseEnvironment, type Environment } from './base-environment.ts';
import { describeFailure } from './failure.ts';
import { keepOutput } from './kept-output.ts';
import { isWithin, realPath } from './real-path.ts';
import { runProcess } from './run-process.ts';

/** How much output is kept, in bytes. */
const MOST_KEPT = 1024 * 1024;

/** What a runner takes from its host. */
export interface RunnerOptions {
  /** From here come the base environment, the variables that checks name, and the secrets that are masked. */
  readonly environment?: Environment;
}

/** A runner for the commands of a workspace folder. Folders outside its real path are refused. */
export function processRunner(
  root: string,
  { environment = { ...process.env } }: RunnerOptions = {},
): Runner {
  const secrets = compileSecrets(secretValues(environment));
  return {
    parallel: availableParallelism(),
    async run(command, hooks = {}) {
      const folder = findFolder(root, command.cwd);
      if ('reason' in folder) return notStarted(folder.reason);
      return run(command, { cwd: folder.path, environment, secrets }, hooks);
    },
  };
}

interface Host {
  readonly cwd: string;
  readonly environment: Environment;
  readonly secrets: SecretPatterns;
}

async function run(command: Command, { cwd, environment, secrets }: Host, hooks: RunHooks): Promise<Ended> {
  const { start, env, timeoutMs, input } = command;
  const [program = '', ...args] = start.kind === 'shell' ? [start.line] : start.args;
  if (program === '') return notStarted('The command is empty. Write what is to be run.');
  const stdout = keepOutput(MOST_KEPT);
  const shown = keepOutput(MOST_KEPT);
  const show = (text: string) => {
    if (text === '') return;
    shown.add(Buffer.from(text));
    hooks.onOutput?.(text);
  };
  const streams = { stdout: readableStream(secrets), stderr: readableStream(secrets) };
  const { end, ms, survivors } = await runProcess({
    program,
    args,
    isShellLine: start.kind === 'shell',
    cwd,
    env: baseEnvironment(environment, env),
    timeoutMs,
    ...(input === undefined ? {} : { input }),
    ...(hooks.cancellation ? { cancellation: hooks.cancellation } : {}),
    onOutput: (bytes, from) => {
      if (from === 'stdout') stdout.add(bytes);
      show(streams[from].push(bytes));
    },
  });
  for (const stream of [streams.stdout, streams.stderr]) show(stream.end());
  return {
    end,
    stdout: stdout.text(),
    output: shown.text(),
    isCut: stdout.isCut || shown.isCut,
    ms,
    survivors,
  };
}

/** Bytes as they come to text that can be shown; a character that is cut in two is put together again. */
function readableStream(secrets: SecretPatterns) {
  // Most checks that pass print nothing, and a decoder takes longer to make than to use.
  let decoder: TextDecoder | undefined;
  const readable = readableOutput(secrets);
  return {
    push(bytes: Uint8Array) {
      decoder ??= new TextDecoder('utf-8', { ignoreBOM: true });
      return readable.push(decoder.decode(bytes, { stream: true }));
    },
    end: () => (decoder ? readable.push(decoder.decode()) + readable.end() : ''),
  };
}

function findFolder(root: string, cwd: string): { readonly path: string } | { readonly reason: string } {
  const named = cwd === '' ? 'The workspace folder' : `The folder "${cwd}"`;
  try {
    const realRoot = realPath(root);
    const path = realPath(join(root, cwd));
    if (realRoot === undefined || path === undefined) {
      return { reason: `${named} does not exist. Make it, or correct "cwd".` };
    }
    if (!isWithin(realRoot, path)) {
      return { reason: `${named} lies outside the workspace. Name a folder inside it as "cwd".` };
    }
    if (!statSync(path).isDirectory()) return { reason: `${named} is a file. Name a folder as "cwd".` };
    return { path };
  } catch (error) {
    return { reason: `${named} cannot be used: ${describeFailure(error)}.` };
  }
}

function notStarted(reason: string): Ended {
  return { end: { kind: 'not-started', reason }, stdout: '', output: '', isCut: false, ms: 0, survivors: [] };
}
