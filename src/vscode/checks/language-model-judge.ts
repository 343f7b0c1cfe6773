import * as vscode from 'vscode';
import type { Judge, JudgeReply, JudgeRequest } from '../../core/index.ts';
import { loadCore } from '../core.ts';

/** An answer to a rubric is short; a model that never ends is not waited for. */
const LONGEST_REPLY = 256 * 1024;

/** Judges by the user's own language model, through VS Code, which asks the user before it is used for the first time. */
export function languageModelJudge(): Judge {
  return {
    async ask(request, { timeoutMs, cancellation }) {
      const source = new vscode.CancellationTokenSource();
      const forget = cancellation?.onCancel(() => source.cancel());
      let isLate = false;
      const late = setTimeout(() => {
        isLate = true;
        source.cancel();
      }, timeoutMs);
      try {
        const reply = await askModel(request, source.token);
        return source.token.isCancellationRequested ? ended(isLate) : reply;
      } catch (error) {
        if (source.token.isCancellationRequested) return ended(isLate);
        return { problem: `The language model did not answer: ${(error as Error).message}` };
      } finally {
        clearTimeout(late);
        forget?.();
        source.dispose();
      }
    },
  };
}

function ended(isLate: boolean): JudgeReply {
  return isLate ? { problem: 'The language model did not answer in time.' } : 'cancelled';
}

async function askModel(request: JudgeRequest, token: vscode.CancellationToken): Promise<JudgeReply> {
  if (request.diff === '' && !request.artifacts.some(({ text }) => text))
    return {
      problem: 'There is nothing to judge: the lane has changed nothing, and the check leaves no artefacts.',
    };
  const model = await chosenModel();
  if ('problem' in model) return model;
  const { judgePrompt } = await loadCore();
  const message = vscode.LanguageModelChatMessage.User(judgePrompt(request));
  const tokens = await model.countTokens(message, token);
  if (tokens > model.maxInputTokens)
    return {
      problem: `The work is too large for ${model.name}: ${tokens} tokens, and it takes ${model.maxInputTokens}. Narrow \`artifacts\`, or split the lane.`,
    };
  const justification = `Judges the check "${request.check}" of the lane "${request.lane}", which you started.`;
  const { text } = await model.sendRequest([message], { justification }, token);
  let reply = '';
  for await (const part of text) {
    reply += part;
    if (reply.length > LONGEST_REPLY || token.isCancellationRequested) break;
  }
  return { text: reply, model: model.id };
}

async function chosenModel(): Promise<vscode.LanguageModelChat | { readonly problem: string }> {
  const models = await vscode.lm.selectChatModels();
  const wanted = vscode.workspace.getConfiguration('lanekeeper').get<string>('judgeModel') ?? '';
  const model = models.find(({ id, family }) => wanted === '' || wanted === id || wanted === family);
  if (model) return model;
  return {
    problem:
      wanted === '' || models.length === 0
        ? 'There is no judge: VS Code offers no language model here. Sign in to one, or name a command under `judge` in `lanekeeper.yaml`.'
        : `VS Code offers no language model "${wanted}", which the setting "lanekeeper.judgeModel" names. It offers ${models.map(({ id }) => id).join(', ')}.`,
  };
}
