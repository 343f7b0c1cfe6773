import type { Command } from 'commander';
import { composeSettings } from '../core/index.ts';
import { createFile, findRoot } from '../node/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { refuse, type Terminal } from './terminal.ts';

interface InitOptions {
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  $ lanekeeper init
  $ lanekeeper init --json`;

const SHARED_CONTEXT = `# Shared context

Markdown files in this folder are written once and used by many lanes: name them under \`brief.context\`.
Each says what a smart, motivated stranger must know about one part of the work.
`;

/** `lanekeeper init`: settings with every default explained, and the home of shared context. */
export function addInit(program: Command, terminal: Terminal): void {
  program
    .command('init')
    .description('write lanekeeper.yaml with its defaults explained, and a folder for shared context')
    .option('--json', 'print what was written as JSON')
    .addHelpText('after', EXAMPLES)
    .action((options: InitOptions) => terminal.end(init(options, terminal)));
}

function init({ json }: InitOptions, terminal: Terminal): ExitCode {
  // Where there are no settings yet, they belong where the lanes are looked for: at the root of the repository.
  const root = findRoot(process.cwd());
  const files = { 'lanekeeper.yaml': composeSettings(), 'lanes/context/README.md': SHARED_CONTEXT };
  const report: { created: string[]; kept: string[] } = { created: [], kept: [] };
  for (const [path, text] of Object.entries(files)) {
    const written = createFile(root, path, text);
    if (written.kind === 'failed')
      return refuse(terminal, `${path} could not be written in ${root}: ${written.reason}.`);
    report[written.kind === 'written' ? 'created' : 'kept'].push(path);
  }
  if (json) {
    terminal.print(JSON.stringify({ root, ...report }, null, 2));
    return EXIT.clean;
  }
  for (const path of report.created) terminal.print(`Wrote ${path}`);
  for (const path of report.kept) terminal.print(`Kept ${path}, which was there already`);
  terminal.print(`\nThe workspace is ${root}.\nNext: lanekeeper new`);
  return EXIT.clean;
}
