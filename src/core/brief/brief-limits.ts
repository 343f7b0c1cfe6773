import type { Lane } from '../lane/lane.ts';
import type { Answer } from '../reviews/review.ts';
import type { Text } from '../text/span.ts';
import { inline } from './quoted.ts';

/** The limits of a lane in plain words, as paragraphs of Markdown. */
export function limitLines({ limits }: Lane, inheritedNever: readonly string[]): readonly string[] {
  const { write, never, budget } = limits;
  const nevers = [...never.map(({ value }) => value), ...inheritedNever];
  const budgets = [
    ...(budget.time ? [`- Time: ${inline(budget.time.value)}.`] : []),
    ...(budget.changedLines ? [`- At most ${budget.changedLines.value} lines added and removed.`] : []),
    ...(budget.cost ? [`- Cost: ${inline(budget.cost.value)}.`] : []),
  ];
  return [
    write.length > 0
      ? `You may add, change and delete these files and no others:\n\n${list(write.map(({ value }) => value))}`
      : 'You may not change any file.',
    ...(nevers.length > 0
      ? [`Never touch these, even where the list above allows it:\n\n${list(nevers)}`]
      : []),
    ...(budgets.length > 0 ? [`Your budget:\n\n${budgets.join('\n')}`] : []),
  ];
}

/** The decisions of a lane with what was answered so far, as paragraphs of Markdown. */
export function decisionLines({ limits }: Lane, answers: readonly Answer[]): readonly string[] {
  const { settled, free, reserved } = limits.decisions;
  const pairs = (all: readonly { readonly name: Text; readonly answer: Text }[]) =>
    all.map(({ name, answer }) => `- ${inline(name.value)}: ${inline(answer.value)}`).join('\n');
  const said = answers.map(({ decision, answer }) => ({ name: decision, answer }));
  return [
    ...(settled.length > 0 ? [`Settled. Keep to these:\n\n${pairs(settled)}`] : []),
    ...(said.length > 0
      ? [`Answered since; of two answers to one decision the later one holds:\n\n${pairs(said)}`]
      : []),
    ...(free.length > 0 ? [`Free. Decide these yourself, without asking:\n\n${listOf(free)}`] : []),
    ...(reserved.length > 0
      ? [
          `Reserved. Unless it is answered above, stop and ask as soon as one comes up:\n\n${listOf(reserved)}`,
        ]
      : []),
  ];
}

/** What other lanes give this one, as paragraphs of Markdown. */
export function needLines({ needs }: Lane): readonly string[] {
  const lines = needs.map(({ lane, contract }) =>
    contract
      ? `- ${inline(contract.value)}, from the lane ${inline(lane.value)}. Rely on what it says and on nothing else of that lane.`
      : `- The lane ${inline(lane.value)} comes first.`,
  );
  return lines.length > 0 ? [lines.join('\n')] : [];
}

function listOf(texts: readonly Text[]): string {
  return list(texts.map(({ value }) => value));
}

function list(texts: readonly string[]): string {
  return texts.map((text) => `- ${inline(text)}`).join('\n');
}
