import type { Command } from 'commander';
import {
  isSamePerson,
  type LaneFile,
  type LaneGates,
  loadGates,
  type Next,
  unanswered,
} from '../core/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { textsOf } from './findings.ts';
import { gatesJson } from './gates-json.ts';
import { reportNoLanes } from './no-lanes.ts';
import { openHost } from './open-lane.ts';
import { placeText, reasonLine } from './reason-lines.ts';
import { plural } from './report.ts';
import { safeJson } from './safe-json.ts';
import { refuse, type Terminal } from './terminal.ts';
import { LONGEST_TITLE, shortened, visible } from './visible.ts';
import { type OpenWorkspace, openWorkspace } from './workspace.ts';

interface StatusOptions {
  readonly owner?: string;
  readonly json?: true;
}

const HELP = `
The stage of a lane is worked out from its file, its reviews, what was found and what its checks said; nobody types it.

Examples:
  $ lanekeeper status
  $ lanekeeper status --owner ana@example.com
  $ lanekeeper status --json`;

/** What is shown first waits for a person; what runs by itself is one line. */
const GROUPS: readonly (readonly [next: Next, title: string])[] = [
  ['answer', 'An agent waits for your answer'],
  ['judge', 'Outcomes to judge'],
  ['check', 'Handed in, not ready to be judged'],
  ['approve', 'Intents to approve'],
  ['hand over', 'To hand over'],
  ['draw', 'To draw'],
  ['work', 'In the lane'],
  ['none', 'Ended'],
];

const MOST_REASONS = 3;

/** `lanekeeper status`: the lanes of the workspace by what they wait for. */
export function addStatus(program: Command, terminal: Terminal): void {
  program
    .command('status')
    .description('show the lanes by what they wait for, and why')
    .option('--owner <person>', 'only lanes of this owner: a name or an e-mail address')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (options: StatusOptions) => terminal.end(await status(options, terminal)));
}

interface Row {
  readonly file: LaneFile;
  readonly gates: LaneGates;
}

async function status({ owner, json }: StatusOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await openWorkspace(process.cwd());
  if ('problem' in workspace) return refuse(terminal, workspace.problem);
  const files = [...workspace.loaded.board.lanes.values()]
    .filter(({ lane }) => owner === undefined || isSamePerson(lane?.owner?.value ?? '', owner))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const gates = await loadGates(files, workspace.loaded, openHost(workspace.root));
  const rows = files.map((file): Row => ({ file, gates: gates.get(file.path) as LaneGates }));
  if (json) terminal.print(safeJson({ lanes: rows.map((row) => rowJson(row, workspace)) }, 2));
  else if (rows.length === 0 && owner !== undefined)
    terminal.print(`No lane here is owned by ${JSON.stringify(visible(owner))}.`);
  else if (rows.length === 0) for (const line of reportNoLanes(workspace, [])) terminal.print(line);
  else for (const line of groups(rows, workspace, terminal)) terminal.print(line);
  return EXIT.clean;
}

function rowJson({ file, gates }: Row, workspace: OpenWorkspace) {
  const reviews = workspace.loaded.reviews.get(file.path);
  return {
    id: file.id,
    path: file.path,
    title: file.lane?.title?.value,
    owner: file.lane?.owner?.value,
    ...gatesJson(gates, textsOf(workspace)),
    questions: (reviews ? unanswered(reviews) : []).map(({ decision }) => decision.value),
  };
}

function groups(rows: readonly Row[], workspace: OpenWorkspace, { colors }: Terminal): readonly string[] {
  const ids = Math.max(...rows.map(({ file }) => visible(file.id).length));
  const blocks = GROUPS.flatMap(([next, title]) => {
    const inGroup = rows.filter(({ gates }) => gates.next === next);
    if (inGroup.length === 0) return [];
    const head = colors.bold(title);
    if (next === 'work') return [[`${head}: ${inGroup.map(({ file }) => visible(file.id)).join(', ')}`]];
    if (next === 'none') return [[`${head}: ${inGroup.map(ended).join(', ')}`]];
    return [[head, ...inGroup.flatMap((row) => rowLines(row, ids, workspace))]];
  });
  return blocks.flatMap((block, at) => (at === 0 ? block : ['', ...block]));
}

function ended({ file, gates }: Row): string {
  return `${visible(file.id)} (${gates.stage})`;
}

function rowLines(row: Row, width: number, workspace: OpenWorkspace): readonly string[] {
  const { id, lane } = row.file;
  const title = shortened(visible(lane?.title?.value ?? ''), LONGEST_TITLE);
  const reasons = reasonLines(row, workspace);
  const more = reasons.length - MOST_REASONS;
  return [
    `  ${visible(id).padEnd(width)}  ${title}`.trimEnd(),
    ...reasons.slice(0, MOST_REASONS).map((line) => `      ${line}`),
    ...(more > 0 ? [`      … and ${plural(more, 'more reason')}`] : []),
  ];
}

/** Why the lane stands where it does, as far as somebody can do something about it. */
function reasonLines({ file, gates }: Row, workspace: OpenWorkspace): readonly string[] {
  const texts = textsOf(workspace);
  const { intent, outcome, next } = gates;
  const reviews = workspace.loaded.reviews.get(file.path);
  switch (next) {
    case 'answer':
      return (reviews ? unanswered(reviews) : []).map(({ decision }) => visible(decision.value));
    case 'check':
      return outcome.state === 'blocked' ? outcome.because.map((reason) => reasonLine(reason, texts)) : [];
    case 'draw':
    case 'approve': {
      const changed = intent.state === 'stale' ? intent.changed : [];
      const returned = intent.state === 'returned' ? intent.review : undefined;
      return [
        ...(returned ? [`Returned${returned.note ? `: ${visible(returned.note.value)}` : '.'}`] : []),
        ...('because' in intent ? intent.because.map((reason) => reasonLine(reason, texts)) : []),
        ...changed.map(
          ({ field, place }) => `${visible(field)} changed since the approval (${placeText(place, texts)})`,
        ),
      ];
    }
    case 'hand over':
      return outcome.state === 'returned' && outcome.review.note
        ? [`Returned: ${visible(outcome.review.note.value)}`]
        : [];
    case 'judge':
    case 'work':
    case 'none':
      return [];
  }
}
