import { basename, dirname, relative, resolve, sep } from 'node:path';
import { type Command, Option } from 'commander';
import { decodeText, lintLane, readLaneFile, TEMPLATES } from '../core/index.ts';
import { createFile, nodeFiles, realPath } from '../node/index.ts';
import { openQuestions } from './ask.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { gather } from './gather.ts';
import { answersFor, askFor, type GivenAnswers, problemWith } from './lane-answers.ts';
import { laneFromAnswers, laneFromDescription, type NewLane } from './new-lane.ts';
import { plural } from './report.ts';
import { refuse, type Terminal } from './terminal.ts';
import { visible } from './visible.ts';
import { type OpenWorkspace, openWorkspace, pathsFromHere } from './workspace.ts';

interface NewOptions extends GivenAnswers {
  readonly template?: string;
  readonly from?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

const MOST_DESCRIPTION_BYTES = 1024 * 1024;

const EXAMPLES = `
Templates:
${TEMPLATES.map(({ id, description }) => `  ${id.padEnd(10)} ${description}`).join('\n')}

Examples:
  $ lanekeeper new                              asks what it cannot know
  $ lanekeeper new refund-mail --outcome "Customers get a mail about their refund within a minute" \\
      --write "src/refunds/**" --check "npm test -- refunds" --template feature
  $ lanekeeper new --from docs/issue-42.md      a draft from a description
  $ lanekeeper new --from docs/issue-42.md -n   print it, and write nothing`;

/** `lanekeeper new [ID]`: a lane about one's own work, without placeholders. Never overwrites. */
export function addNew(program: Command, terminal: Terminal): void {
  const templates = TEMPLATES.map(({ id }) => id);
  program
    .command('new')
    .argument('[id]', 'the name of the lane; made from the outcome where none is given')
    .description('draw a lane; on a terminal it asks at most four questions')
    .option('--outcome <text>', 'what changes for somebody when this is done')
    .option('--write <glob>', 'a path that the agent may change (repeatable)', gather)
    .option('--check <command>', 'a command that checks the work, or id=command (repeatable)', gather)
    .option('--owner <name>', 'who answers for the lane')
    .addOption(new Option('--template <name>', 'a good start for one kind of work').choices(templates))
    .addOption(
      new Option('--from <file>', 'draft the lane from a description in Markdown').conflicts([
        'template',
        'outcome',
        'write',
        'check',
        'owner',
      ]),
    )
    .option('-n, --dry-run', 'print the lane, and write nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string | undefined, options: NewOptions) =>
      terminal.end(await newLane(id, options, terminal)),
    );
}

async function newLane(id: string | undefined, options: NewOptions, terminal: Terminal): Promise<ExitCode> {
  const workspace = await openWorkspace(process.cwd());
  if ('problem' in workspace) return refuse(terminal, workspace.problem);
  const lane =
    options.from === undefined
      ? await fromAnswers(id, options, workspace, terminal)
      : await fromFile(id, options.from, workspace);
  if ('problem' in lane) return refuse(terminal, lane.problem);
  if (!options.dryRun) {
    const written = createFile(workspace.root, lane.path, lane.text);
    if (written.kind === 'exists') return refuse(terminal, `${lane.path} exists already. Choose another id.`);
    if (written.kind === 'failed')
      return refuse(terminal, `${lane.path} could not be written: ${written.reason}.`);
  }
  report(lane, workspace, options, terminal);
  return EXIT.clean;
}

async function fromAnswers(
  id: string | undefined,
  options: NewOptions,
  workspace: OpenWorkspace,
  terminal: Terminal,
): Promise<NewLane | { readonly problem: string }> {
  const problem = problemWith(options);
  if (problem !== undefined) return { problem };
  const here = relative(workspace.root, realPath(process.cwd()) ?? workspace.root)
    .split(sep)
    .join('/');
  const proposed = answersFor(options, here, workspace);
  const asks = terminal.isInteractive && !options.json;
  if (!asks && id === undefined && options.outcome === undefined) {
    return {
      problem:
        'Say what the lane is for: lanekeeper new --outcome "What changes for somebody when this is done".',
    };
  }
  if (!asks) return laneFromAnswers(id, proposed, options.template, workspace);
  const questions = openQuestions();
  const answers = await askFor(options, proposed, questions);
  questions.close();
  return laneFromAnswers(id, answers, options.template, workspace);
}

async function fromFile(
  id: string | undefined,
  file: string,
  workspace: OpenWorkspace,
): Promise<NewLane | { readonly problem: string }> {
  const path = resolve(realPath(file) ?? file);
  const shown = JSON.stringify(file);
  const content = await nodeFiles(dirname(path)).read(basename(path), MOST_DESCRIPTION_BYTES);
  if (content.kind === 'missing') return { problem: `There is no file ${shown}.` };
  if (content.kind === 'too-large')
    return { problem: `${shown} is larger than 1 MiB, and no description is.` };
  if (content.kind === 'unreadable') return { problem: `${shown} cannot be read: ${content.reason}.` };
  const decoded = decodeText(content);
  if ('problem' in decoded) return { problem: `${shown}: ${decoded.problem.message}` };
  return laneFromDescription(
    id,
    decoded.text,
    relative(workspace.root, path).split(sep).join('/'),
    workspace,
  );
}

function report(
  { id, path, text, notes }: NewLane,
  workspace: OpenWorkspace,
  { dryRun, json }: NewOptions,
  terminal: Terminal,
): void {
  const { board } = workspace.loaded;
  const file = readLaneFile(path, text);
  board.put(file);
  const found = lintLane(file, board).filter(({ severity }) => severity !== 'hint').length;
  if (json) {
    terminal.print(JSON.stringify({ id, path, created: !dryRun, text, notes, findings: found }, null, 2));
    return;
  }
  const shown = visible(pathsFromHere(workspace.root, process.cwd())(path));
  if (dryRun) terminal.print(text.trimEnd());
  else terminal.print(`Wrote ${shown}`);
  for (const note of notes) terminal.note(visible(note));
  const next =
    found === 0
      ? 'Nothing found in it.'
      : `${plural(found, 'finding')} in it. Next: lanekeeper lint ${shown}`;
  if (dryRun)
    terminal.note(
      `Not written to ${shown}. ${found === 0 ? 'Nothing found in it.' : `${plural(found, 'finding')} in it.`}`,
    );
  else terminal.print(next);
}
