import type { AndOr, Command, CommandNode, PipelineNode, Script, Statement } from 'unbash';
import { plainWords } from '../../shell/read-shell.ts';

/** The stretch of a command line that makes it pass whatever happens. */
export interface PassingPart {
  readonly start: number;
  readonly end: number;
  /** Where the stretch to take off begins, white space included; absent if nothing would be left or it is not at the end. */
  readonly removeFrom?: number;
}

/** What makes a command line always end with 0; undefined if it can fail. `ofPipe` says whether `| tee` counts. */
export function passingPart(run: string, { commands }: Script, ofPipe: boolean): PassingPart | undefined {
  const [first] = commands;
  const exit = commands.findIndex(({ command }) => isExit(command));
  const lastIndex = exit < 0 ? commands.length - 1 : exit;
  const last = commands[lastIndex];
  if (first === undefined || last === undefined) return undefined;
  const settings = commands.flatMap(({ command }) => settingOf(command));
  const passes = (statement: Statement) =>
    statementPasses(statement, ofPipe && !settings.includes('pipefail'));
  const deciding = settings.includes('errexit') ? commands.slice(0, lastIndex + 1) : [last];
  if (!deciding.every(passes)) return undefined;
  if (commands.every(({ command }) => isIdle(command)))
    return { start: first.pos, end: commands.at(-1)?.end ?? first.end };
  const before = commands[lastIndex - 1];
  if (isIdle(last.command) && before !== undefined) return cutAfter(run, before.end, last.end);
  return coverUp(run, last.command) ?? { start: last.pos, end: last.end };
}

/** The `|| true` or `| tee log` at the end of a statement. */
function coverUp(run: string, command: Statement['command']): PassingPart | undefined {
  if (command.type !== 'AndOr' && command.type !== 'Pipeline') return undefined;
  const [before, last] = command.commands.slice(-2);
  if (before === undefined || last === undefined || command.operators.at(-1) === '&&') return undefined;
  return cutAfter(run, before.end, last.end);
}

function cutAfter(run: string, from: number, end: number): PassingPart {
  const start = from + (/\S/.exec(run.slice(from))?.index ?? 0);
  return { start, end, removeFrom: from };
}

function statementPasses({ command, background }: Statement, ofPipe: boolean): boolean {
  return (
    background === true ||
    (command.type === 'AndOr' ? chainPasses(command, ofPipe) : nodePasses(command, ofPipe))
  );
}

function chainPasses({ commands, operators }: AndOr, ofPipe: boolean): boolean {
  return commands
    .map((command) => nodePasses(command, ofPipe))
    .reduce((all, one, at) => (operators[at - 1] === '||' ? all || one : all && one));
}

function nodePasses(node: PipelineNode, ofPipe: boolean): boolean {
  switch (node.type) {
    case 'Pipeline': {
      const last = node.commands.at(-1);
      const isPassedOn = ofPipe && last?.type === 'Command' && PASSES_ON.has(nameOf(last));
      return node.prefixes.length === 0 && last !== undefined && (isPassedOn || nodePasses(last, ofPipe));
    }
    case 'Subshell':
    case 'BraceGroup': {
      const last = node.body.commands.at(-1);
      return last !== undefined && statementPasses(last, ofPipe);
    }
    default:
      return isIdle(node);
  }
}

/** Commands that do nothing which could fail, and those that only prepare. */
const IDLE = new Set(['true', ':', 'echo', 'printf', 'cd', 'set', 'export']);
/** Commands that pass on what they read and end with 0, however what they read from ended. */
const PASSES_ON = new Set(['tee', 'cat']);

function isIdle(node: CommandNode | PipelineNode | AndOr): boolean {
  if (node.type === 'AndOr') return node.commands.every(isIdle);
  return node.type === 'Command' && (IDLE.has(nameOf(node)) || isExit(node));
}

function isExit(node: Statement['command']): boolean {
  return (
    node.type === 'Command' &&
    plainWords(node)
      .map(({ text }) => text)
      .join(' ') === 'exit 0'
  );
}

function nameOf(command: Command): string {
  return plainWords(command)[0]?.text ?? '';
}

function settingOf(node: Statement['command']): readonly ('errexit' | 'pipefail')[] {
  const nodes = node.type === 'AndOr' ? node.commands : [node];
  return nodes.flatMap((command) => {
    if (command.type !== 'Command' || nameOf(command) !== 'set') return [];
    const options = plainWords(command).map(({ text }) => text);
    const stops = options.some((option) => /^-[a-z]*e/.test(option)) || options.includes('errexit');
    return [
      ...(stops ? (['errexit'] as const) : []),
      ...(options.includes('pipefail') ? (['pipefail'] as const) : []),
    ];
  });
}
