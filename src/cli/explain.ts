import type { Command } from 'commander';
import { MOVE_NAMES, MOVES, nearest, RULES, type Rule } from '../core/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { refuse, type Terminal } from './terminal.ts';

interface ExplainOptions {
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ lanekeeper explain                       every rule, by move
  $ lanekeeper explain unproven-criterion
  $ lanekeeper explain --json quality-word`;

/** `lanekeeper explain [RULE]`: why a rule matters, with examples; without a rule, all of them. */
export function addExplain(program: Command, terminal: Terminal): void {
  program
    .command('explain')
    .argument('[rule]', 'the id of a rule, as findings name it')
    .description('say why a rule matters, with examples; without a rule, list all')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action((id: string | undefined, options: ExplainOptions) =>
      terminal.end(explain(id, options, terminal)),
    );
}

function explain(id: string | undefined, { json }: ExplainOptions, terminal: Terminal): ExitCode {
  if (id === undefined) {
    terminal.print(json ? JSON.stringify(RULES.map(ruleJson), null, 2) : listRules(terminal).join('\n'));
    return EXIT.clean;
  }
  const rule = RULES.find((one) => one.id === id);
  if (!rule) {
    const meant = nearest(
      id,
      RULES.map((one) => one.id),
    );
    const remedy = meant ? `Did you mean "${meant}"?` : '`lanekeeper explain` lists all.';
    return refuse(terminal, `There is no rule "${id}". ${remedy}`);
  }
  terminal.print(json ? JSON.stringify(ruleJson(rule), null, 2) : explainRule(rule, terminal).join('\n'));
  return EXIT.clean;
}

function listRules({ colors }: Terminal): readonly string[] {
  const width = Math.max(...RULES.map(({ id }) => id.length));
  return MOVES.flatMap((move) => [
    colors.bold(move === 'file' ? MOVE_NAMES[move] : `${move} ${MOVE_NAMES[move]}`),
    ...RULES.filter((rule) => rule.move === move).map(
      ({ id, severity, summary }) =>
        `  ${id.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${summary}`,
    ),
    '',
  ]);
}

function explainRule(
  { id, move, severity, summary, why, question, examples }: Rule,
  { colors }: Terminal,
): readonly string[] {
  const belongsTo = move === 'file' ? MOVE_NAMES[move] : `move ${move}: ${MOVE_NAMES[move]}`;
  const lines = [
    `${colors.bold(id)} (${severity}, ${belongsTo})`,
    summary,
    '',
    why,
    '',
    `A coach would ask: ${question}`,
  ];
  const [bad] = examples.bad;
  const [good] = examples.good;
  if (bad) lines.push('', colors.bold('Found («…» marks it):'), ...indented(bad.lane));
  if (good) lines.push('', colors.bold('Nothing found:'), ...indented(good.lane));
  const disable = `# lanekeeper-disable-next-line ${id} -- the reason`;
  return [
    ...lines,
    '',
    `To accept one place, write above it: ${disable}`,
    `To change the severity everywhere, set rules.${id} in lanekeeper.yaml.`,
  ];
}

function indented(text: string): readonly string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`));
}

function ruleJson({ id, move, severity, summary, why, question, examples }: Rule) {
  return { id, move, severity, summary, why, question, examples };
}
