import { checkPath, quote } from '../glob/workspace-path.ts';
import type { Files } from '../workspace/files.ts';
import type { CheckHost } from './check-host.ts';
import type { PlannedCheck } from './planned-check.ts';
import { processResult, survivorNote } from './process-result.ts';
import { holdScore, readScore } from './read-score.ts';
import type { Command, Ended, RunHooks } from './runner.ts';
import { notStarted, type Verdict } from './verdict.ts';

/** Runs a check that passes by exit code, or by a number that its command prints. */
export async function runCommand(check: PlannedCheck, host: CheckHost, hooks: RunHooks): Promise<Verdict> {
  const { run, kind, score } = check;
  if (run === undefined || run.trim() === '')
    return notStarted('The check has no command. Write one under `run`.');
  if (kind === 'eval' && score === undefined)
    return notStarted('Nothing says where the number of this eval stands. Write `score`.');
  if (kind === 'eval' && check.atLeast === undefined && check.atMost === undefined)
    return notStarted('The number of this eval has no bound. Write `at-least` or `at-most`.');
  const ended = await start(check, { start: { kind: 'shell', line: run } }, host, hooks);
  if ('result' in ended) return ended;
  const verdict = verdictOf(ended, check);
  if (kind !== 'eval' || score === undefined || ended.end.kind !== 'exit') return verdict;
  const read = readScore(ended.stdout, score);
  if (verdict.result.state !== 'passed') return 'score' in read ? { ...verdict, score: read.score } : verdict;
  return 'score' in read
    ? { ...verdict, score: read.score, result: holdScore(read.score, check) }
    : { ...verdict, result: { state: 'failed', because: read.problem } };
}

/** Starts the process of a check where it says; gives a verdict at once where that cannot be. */
export async function start(
  { cwd, env, timeoutMs }: PlannedCheck,
  command: Pick<Command, 'start' | 'input'>,
  host: CheckHost,
  hooks: RunHooks,
): Promise<Ended | Verdict> {
  if (!host.runner) return notStarted(host.whyNoRunner ?? 'Nothing here can start a process.');
  const outside = cwd === '' ? undefined : checkPath(cwd);
  if (outside) return notStarted(`\`cwd\` cannot be used: ${outside.message}`);
  if (!(await isFolder(cwd, host.files)))
    return notStarted(`The folder ${quote(cwd)} does not exist. Correct \`cwd\`.`);
  return host.runner.run({ ...command, cwd, env, timeoutMs }, hooks);
}

/** What can be said of a process alone. */
export function verdictOf(ended: Ended, check: PlannedCheck): Verdict {
  const note = survivorNote(ended.survivors);
  return {
    result: processResult(ended, check),
    output: ended.output,
    ms: ended.ms,
    ...(ended.end.kind === 'exit' ? { exit: ended.end.code } : {}),
    notes: note === undefined ? [] : [note],
  };
}

async function isFolder(path: string, files: Files): Promise<boolean> {
  if (path === '') return true;
  const slash = path.lastIndexOf('/');
  const entries = await files.list(path.slice(0, Math.max(0, slash)));
  return entries.some(
    ({ name, kind }) => kind === 'folder' && name.normalize('NFC') === path.slice(slash + 1),
  );
}
