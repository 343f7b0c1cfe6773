import { encodeUtf8 } from '../digest/utf8.ts';
import { quote } from '../glob/workspace-path.ts';
import { withoutHidden } from '../rules/file/hidden-characters.ts';
import { decodeText } from '../workspace/decode-text.ts';
import type { Files } from '../workspace/files.ts';
import type { CheckHost } from './check-host.ts';
import type { JudgeAnswer } from './evidence.ts';
import { type JudgeReply, type JudgeRequest, rubricDigest } from './judge.ts';
import { judgeResult } from './judge-result.ts';
import type { PlannedCheck } from './planned-check.ts';
import { readJudgeAnswer } from './read-judge-answer.ts';
import { start, verdictOf } from './run-command.ts';
import type { Command, RunHooks } from './runner.ts';

import { notStarted, type Verdict } from './verdict.ts';

/** What a judge is given at most: of the diff, of one artefact, of all of them. */
const MOST_BYTES = { diff: 256 * 1024, artifact: 64 * 1024, artifacts: 256 * 1024 } as const;

/** What a taste-check judges. */
export interface TasteSubject {
  /** The revision with which the work is compared; absent where there is none. */
  readonly base?: string;
  readonly artifacts: readonly string[];
}

/**
 * Runs a taste-check: asks its judge as often as it says. The judge is the check's own `run`, else the command of the settings,
 * else the host's. A judge that fails or answers badly is `not-started`, never a pass.
 */
export async function runTaste(
  check: PlannedCheck,
  subject: TasteSubject,
  host: CheckHost,
  hooks: RunHooks,
): Promise<Verdict> {
  const { rubric, votes } = check;
  if (rubric.length === 0) return notStarted('The check has no rubric, so there is nothing to judge.');
  const began = host.ms();
  const request = await requestOf(check, subject, host);
  if ('problem' in request) return notStarted(request.problem);
  const answers: JudgeAnswer[] = [];
  const outputs: string[] = [];
  const notes: string[] = [];
  for (let vote = 0; vote < votes; vote++) {
    if (hooks.cancellation?.isCancelled) return { result: { state: 'cancelled' } };
    const { reply, output, notes: said = [] } = await ask(check, request, host, hooks);
    outputs.push(output);
    notes.push(...said);
    if (reply === 'cancelled') return { result: { state: 'cancelled' }, notes };
    const answer = 'problem' in reply ? reply : readJudgeAnswer(reply.text, rubric, reply.model);
    if ('problem' in answer) return { ...notStarted(answer.problem), output: outputs.join('\n'), notes };
    answers.push(answer);
  }
  return {
    result: judgeResult(rubric, answers),
    answers,
    rubricDigest: rubricDigest(rubric),
    output: outputs.join('\n'),
    ms: host.ms() - began,
    notes,
  };
}

interface Asked {
  readonly reply: JudgeReply;
  readonly output: string;
  readonly notes?: readonly string[];
}

async function ask(
  check: PlannedCheck,
  request: JudgeRequest,
  host: CheckHost,
  hooks: RunHooks,
): Promise<Asked> {
  const { run, judge, timeoutMs } = check;
  if (run !== undefined && run.trim() !== '')
    return askCommand(check, { kind: 'shell', line: run }, request, { host, hooks });
  if (judge?.args !== undefined)
    return askCommand(check, { kind: 'program', args: judge.args }, request, { host, hooks });
  if (judge?.name !== undefined)
    return {
      reply: { problem: `The settings name no judge ${quote(judge.name)}. Add it under \`judges\`.` },
      output: '',
    };
  if (!host.judge)
    return {
      reply: { problem: 'There is no judge. Name a command under `judge` in the settings.' },
      output: '',
    };
  const { cancellation } = hooks;
  const reply = await host.judge.ask(request, { timeoutMs, ...(cancellation ? { cancellation } : {}) });
  return { reply, output: typeof reply === 'object' && 'text' in reply ? withoutHidden(reply.text) : '' };
}

async function askCommand(
  check: PlannedCheck,
  how: Command['start'],
  request: JudgeRequest,
  { host, hooks }: { readonly host: CheckHost; readonly hooks: RunHooks },
): Promise<Asked> {
  const ended = await start(check, { start: how, input: JSON.stringify(request) }, host, hooks);
  if ('result' in ended)
    return {
      reply: { problem: ended.result.state === 'not-started' ? ended.result.reason : '' },
      output: '',
    };
  const { result, notes = [] } = verdictOf(ended, {
    ...check,
    run: how.kind === 'shell' ? how.line : (how.args[0] ?? ''),
  });
  const { output } = ended;
  switch (result.state) {
    case 'passed':
    case 'unchanged':
      return { reply: { text: ended.stdout }, output, notes };
    case 'cancelled':
      return { reply: 'cancelled', output, notes };
    case 'failed':
    case 'timed-out':
      return { reply: { problem: `The judge failed. ${result.because}` }, output, notes };
    case 'not-started':
      return { reply: { problem: result.reason }, output, notes };
  }
}

async function requestOf(
  { lane, id, rubric }: PlannedCheck,
  { base, artifacts }: TasteSubject,
  host: CheckHost,
): Promise<JudgeRequest | { readonly problem: string }> {
  const diff = (base === undefined ? undefined : await host.git?.diff(base, MOST_BYTES.diff)) ?? '';
  if (typeof diff !== 'string') return diff;
  return {
    judge: 1,
    lane,
    check: id,
    rubric,
    diff,
    // Where it was cut, a character of up to four bytes may be missing.
    diffIsCut: encodeUtf8(diff).length > MOST_BYTES.diff - 4,
    artifacts: await readArtifacts(artifacts, host.files),
  };
}

async function readArtifacts(paths: readonly string[], files: Files): Promise<JudgeRequest['artifacts']> {
  const read: { path: string; text?: string }[] = [];
  let left: number = MOST_BYTES.artifacts;
  for (const path of paths) {
    const content = await files.read(path, Math.min(left, MOST_BYTES.artifact));
    const decoded = content.kind === 'missing' ? undefined : decodeText(content);
    const text = decoded && 'text' in decoded ? decoded.text : undefined;
    if (text !== undefined) left -= text.length;
    read.push(text === undefined ? { path } : { path, text });
  }
  return read;
}
