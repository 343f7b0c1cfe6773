import { type Command, Option } from 'commander';
import type { Finding, Severity, TextField } from '../core/index.ts';
import { breather, nodeFiles, rememberAnswer } from '../node/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findIn, type Selection, textsOf } from './findings.ts';
import { fixLanes, showFixes } from './fix.ts';
import { lintInput } from './lint-input.ts';
import { lintJson } from './lint-json.ts';
import { lintTexts } from './lint-text.ts';
import { noteWorkspace } from './note-workspace.ts';
import { printFindings, styleFor } from './print-findings.ts';
import { selectLanes, startOf } from './select-lanes.ts';
import { recordLines, refuse, type Terminal } from './terminal.ts';
import { watchLanes } from './watch.ts';
import { type OpenWorkspace, openWorkspace, rootOf, thisBuild } from './workspace.ts';

/** What `lanekeeper lint` is asked for. */
export interface LintOptions {
  readonly fix?: true;
  readonly dryRun?: true;
  readonly watch?: true;
  readonly failOn: Exclude<Severity, 'hint'>;
  readonly text?: TextField;
  readonly stdinFilename?: string;
  readonly cache: boolean;
  readonly json?: true;
  readonly quiet?: true;
}

const EXAMPLES = `
Examples:
  $ lanekeeper lint                                     every lane of the workspace
  $ lanekeeper lint lanes/refunds.lane.yaml docs/lanes  some lanes; the rules still see all
  $ lanekeeper lint "packages/*/lanes/**"               a glob
  $ lanekeeper lint --fix --dry-run                     what --fix would change
  $ lanekeeper lint --json --fail-on warning            for other programs
  $ lanekeeper lint --stdin-filename lanes/a.lane.yaml < draft.yaml
  $ lanekeeper lint --text done < criteria.jsonl        the text rules on any text: {"id": "1", "text": "It works"}`;

/** `lanekeeper lint [PATHS…]`: what is weak in the lanes. */
export function addLint(program: Command, terminal: Terminal): void {
  program
    .command('lint')
    .argument('[paths...]', 'files, folders or globs; every lane of the workspace where none is given')
    .description('say what is weak in the lanes, and how to mend it')
    .option('--fix', 'make the safe fixes')
    .option('--dry-run', 'with --fix: show what it would change, and write nothing')
    .option('--watch', 'lint again whenever something changes')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on')
        .choices(['error', 'warning'])
        .default('error'),
    )
    .addOption(
      new Option('--text <field>', 'lint JSON lines {id, text} from standard input')
        .choices(['done', 'brief'])
        .conflicts(['fix', 'watch', 'stdinFilename']),
    )
    .addOption(
      new Option('--stdin-filename <path>', 'lint standard input as the lane at this path').conflicts([
        'fix',
        'watch',
      ]),
    )
    .option('--no-cache', 'lint anew even if nothing has changed since the last run')
    .addOption(new Option('--json', 'print JSON as schemas/lint.schema.json describes it').conflicts('watch'))
    .option('-q, --quiet', 'print one line per finding, however many, and nothing else')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: LintOptions) =>
      terminal.end(await lint(paths, options, terminal)),
    );
}

async function lint(paths: readonly string[], options: LintOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.text !== undefined) return lintTexts(options.text, terminal);
  if (options.dryRun && !options.fix) return refuse(terminal, '--dry-run goes with --fix.');
  if (options.stdinFilename !== undefined) {
    const input = await lintInput(options.stdinFilename, terminal);
    return 'problem' in input
      ? refuse(terminal, input.problem)
      : answer(input.workspace, input.selection, options, terminal);
  }
  const here = process.cwd();
  if (paths.length === 0 && options.cache && !options.fix && !options.watch)
    return lintAgain(options, terminal);
  const workspace = await openWorkspace(startOf(paths, here));
  if ('problem' in workspace) return refuse(terminal, workspace.problem);
  const selection = selectLanes(paths, workspace, here);
  if ('problem' in selection) return refuse(terminal, selection.problem);
  if (options.watch)
    return watchLanes(
      { workspace, selection, select: (now) => selectLanes(paths, now, here) },
      options.quiet ?? false,
      terminal,
    );
  return options.fix
    ? lintAndFix(workspace, selection, options, terminal)
    : answer(workspace, selection, options, terminal);
}

/** Lints every lane, unless an earlier run did and nothing it looked at has changed: then it says the same again. */
async function lintAgain(options: LintOptions, terminal: Terminal): Promise<ExitCode> {
  const here = process.cwd();
  const root = rootOf(here);
  if (typeof root !== 'string') return refuse(terminal, root.problem);
  const { isColorSupported } = terminal.colors;
  const { said, code } = await rememberAnswer({
    question: ['lint', root, here, JSON.stringify(options), String(isColorSupported)],
    files: nodeFiles(root, breather()),
    product: thisBuild(),
    async answer(files) {
      const { lines, recorder } = recordLines(terminal);
      const workspace = await openWorkspace(here, files);
      if ('problem' in workspace) return { code: refuse(recorder, workspace.problem), said: lines };
      const selection = selectLanes([], workspace, here);
      return 'problem' in selection
        ? { code: refuse(recorder, selection.problem), said: lines }
        : { code: await answer(workspace, selection, options, recorder), said: lines };
    },
  });
  for (const { to, line } of said) terminal[to](line);
  return code;
}

async function lintAndFix(
  workspace: OpenWorkspace,
  selection: Selection,
  options: LintOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const style = styleFor(workspace, terminal);
  if (options.dryRun) {
    const code = await answer(workspace, selection, options, terminal);
    const shown = await showFixes(workspace, selection, style);
    for (const line of shown) options.json ? terminal.note(line) : terminal.print(line);
    return code;
  }
  const { report, refused } = await fixLanes(workspace, selection, style);
  const code = await answer(workspace, selection, options, terminal);
  for (const line of [...report, ...refused]) terminal.note(line);
  return refused.length > 0 ? EXIT.failed : code;
}

/** Prints what was found in the lanes asked for, and says by the code whether it weighs. */
async function answer(
  workspace: OpenWorkspace,
  selection: Selection,
  options: LintOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const findings = await findIn(workspace, selection, { hints: options.json === true });
  if (options.json)
    terminal.print(JSON.stringify(lintJson(findings, selection.lanes.length, textsOf(workspace)), null, 2));
  else printFindings(findings, { workspace, selection, quiet: options.quiet ?? false }, terminal);
  noteWorkspace(workspace, selection, terminal);
  return exitCodeOf(findings, options.failOn);
}

/** The code of a run with these findings; hints never count. */
function exitCodeOf(findings: readonly Finding[], failOn: LintOptions['failOn']): ExitCode {
  const counts = ({ severity }: Finding): boolean => severity === 'error' || severity === failOn;
  return findings.some(counts) ? EXIT.findings : EXIT.clean;
}
