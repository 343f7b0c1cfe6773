import { MOVE_NAMES } from '../lint/move-names.ts';
import type { Example, Rule } from '../lint/rule.ts';

/** The page of a rule as Markdown: what it flags, why, what a coach would ask, and its examples. */
export function rulePage({ id, move, severity, summary, why, question, examples }: Rule): string {
  const belongsTo = move === 'file' ? MOVE_NAMES.file : `Move ${move}: ${MOVE_NAMES[move]}`;
  const disable = `# lanekeeper-disable-next-line ${id} -- the reason`;
  const parts = [
    `# ${id}`,
    `${belongsTo} · ${severity}`,
    summary,
    `## Why it matters\n\n${why}`,
    `## What a coach would ask\n\n> ${question}`,
    ...section('Found', 'The rule marks what stands between « and ».', examples.bad),
    ...section('Nothing found', '', examples.good),
    `## When it does not apply\n\nWrite above the line, with your reason:\n\n${fenced(disable)}`,
    `To change its severity in the whole workspace, or to turn it off, write in \`lanekeeper.yaml\`:\n\n${fenced(`rules:\n  ${id}: off`)}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(title: string, lead: string, [first]: readonly Example[]): readonly string[] {
  return first ? [`## ${title}`, ...(lead ? [lead] : []), fenced(first.lane.trimEnd())] : [];
}

/** A fence that no line of the text can close. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml\n${text}\n${fence}`;
}
