import type { PlannedCheck } from '../checks/planned-check.ts';
import type { Lane } from '../lane/lane.ts';
import type { Text } from '../text/span.ts';
import { fenced, inline } from './quoted.ts';

/** The criteria of a lane, as paragraphs of Markdown. */
export function criterionLines({ done }: Lane): readonly string[] {
  if (done.length === 0) return [];
  const named = (name: string, texts: readonly Text[]) =>
    texts.length > 0 ? ` (${name} ${texts.map(({ value }) => inline(value)).join(', ')})` : '';
  const lines = done.map(
    ({ says, proof, look }) =>
      `- ${inline(says.value)}${named('proved by', proof)}${named('the reviewer looks at', look)}`,
  );
  return [`The work is done when all of this holds:\n\n${lines.join('\n')}`];
}

/** The checks of a lane and how to run them, as paragraphs of Markdown. */
export function checkLines(plan: readonly PlannedCheck[], word: string): readonly string[] {
  return [
    'Run all checks with this command. It prints JSON: `pass` says whether all passed, `open` what to mend.',
    fenced(`lanekeeper check ${word} --for-agent`, 'sh'),
    plan.map(checkLine).join('\n'),
    'Do not change a check, or what it is set up by, to make it pass.',
  ];
}

function checkLine({ id, kind, run, cwd, rubric, atLeast, atMost, judge }: PlannedCheck): string {
  const where = cwd === '' ? '' : ` in ${inline(cwd)}`;
  const bounds = [
    ...(atLeast === undefined ? [] : [` at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [` at most ${atMost}`]),
  ].join(',');
  const statements = rubric.map((statement) => `\n  - ${inline(statement)}`).join('');
  switch (kind) {
    case 'limits':
      return '- `limits`: you changed only what the limits allow.';
    case 'budget':
      return '- `budget`: you changed no more lines than the budget allows.';
    case 'own-standard':
      return '- `own-standard`: names for the reviewer what you changed of that by which you are judged.';
    case 'taste':
      return run === undefined && judge?.args === undefined
        ? `- ${inline(id)} (taste): the reviewer judges it, so it is reported as not started. Each of these must hold.${statements}`
        : `- ${inline(id)} (taste): each of these must hold.${statements}`;
    case 'test':
    case 'lint':
    case 'eval':
      return `- ${inline(id)} (${kind}${bounds})${run === undefined ? '' : `: ${inline(run)}${where}`}`;
  }
}
