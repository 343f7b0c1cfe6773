import type { Command } from 'commander';
import { type Lane, type LaneFile, lintLane, type Text } from '../core/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { textsOf } from './findings.ts';
import { endOf, laneJson } from './lane-json.ts';
import { laneNamed } from './lane-named.ts';
import { lintJson } from './lint-json.ts';
import { styleFor } from './print-findings.ts';
import { reportSummary } from './report.ts';
import { refuse, type Terminal } from './terminal.ts';
import { visible } from './visible.ts';
import { type OpenWorkspace, openWorkspace } from './workspace.ts';

interface ShowOptions {
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ lanekeeper show refund-mail
  $ lanekeeper show lanes/refund-mail.lane.yaml --json`;

/** `lanekeeper show ID`: what a lane says, and what was found in it. */
export function addShow(program: Command, terminal: Terminal): void {
  program
    .command('show')
    .argument('<id>', 'the id of a lane, or its path in the workspace')
    .description('show what a lane says, and what was found in it')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string, options: ShowOptions) => terminal.end(await show(id, options, terminal)));
}

async function show(id: string, { json }: ShowOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await openWorkspace(process.cwd());
  if ('problem' in workspace) return refuse(terminal, workspace.problem);
  const file = laneNamed(id, workspace);
  if ('problem' in file) return refuse(terminal, file.problem);
  const findings = lintLane(file, workspace.loaded.board);
  if (json) {
    const lane = laneJson(file, workspace);
    terminal.print(JSON.stringify({ lane, ...lintJson(findings, 1, textsOf(workspace)) }, null, 2));
    return EXIT.clean;
  }
  const style = styleFor(workspace, terminal);
  const lines = [
    ...head(file, workspace, terminal),
    ...(file.lane ? sections(file.lane, terminal) : []),
    ...reportSummary(findings, 1, style),
  ];
  for (const line of lines) terminal.print(line);
  return EXIT.clean;
}

function head(
  { id, path, lane }: LaneFile,
  workspace: OpenWorkspace,
  { colors }: Terminal,
): readonly string[] {
  const facts = [lane?.kind?.value, lane?.owner?.value, endOf(path, workspace), path].filter(
    (fact) => fact !== undefined,
  );
  return [colors.bold(visible(lane?.title?.value ?? id)), colors.dim(facts.map(visible).join(' · ')), ''];
}

function sections({ brief, limits, needs, done, checks }: Lane, { colors }: Terminal): readonly string[] {
  const { decisions, budget } = limits;
  const money = [
    budget.time?.value,
    budget.changedLines && `${budget.changedLines.value} changed lines`,
    budget.cost?.value,
  ];
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Outcome', paragraph(brief.outcome)],
    ['Why', paragraph(brief.why)],
    [
      'Context',
      brief.context.map((entry) =>
        entry.kind === 'path' ? entry.path.value : entry.kind === 'url' ? entry.url.value : entry.text.value,
      ),
    ],
    ['May write', values(limits.write)],
    ['Never', values(limits.never)],
    ['Settled', decisions.settled.map(({ name, answer }) => `${name.value}: ${answer.value}`)],
    ['Free', values(decisions.free)],
    ['Reserved', values(decisions.reserved)],
    ['Budget', [money.filter(Boolean).join(', ')].filter(Boolean)],
    ['Stop when', values(limits.stopWhen)],
    [
      'Needs',
      needs.map(({ lane, contract }) => (contract ? `${lane.value} through ${contract.value}` : lane.value)),
    ],
    [
      'Done',
      done.map(({ says, proof, look }) => [says.value, named('proof', proof), named('look', look)].join('')),
    ],
    ['Checks', checks.map(({ id, kind, run }) => `${id.value} (${kind})${run ? `: ${run.value}` : ''}`)],
  ];
  return parts
    .filter(([, lines]) => lines.length > 0)
    .flatMap(([name, lines]) => [
      colors.bold(name),
      ...lines.map((line) => `  ${visible(line.trimEnd())}`),
      '',
    ]);
}

function paragraph(text: Text | undefined): readonly string[] {
  return text ? text.value.trimEnd().split('\n') : [];
}

function values(texts: readonly Text[]): readonly string[] {
  return texts.map(({ value }) => value);
}

function named(name: string, texts: readonly Text[]): string {
  return texts.length > 0 ? ` [${name}: ${values(texts).join(', ')}]` : '';
}
