import type { AndOr, Command, CommandNode, If, PipelineNode, Script, Statement } from 'unbash';
import { parseShell } from '../../shell/read-shell.ts';
import { isCheckCommand } from './check-command.ts';
import { constantExpression } from './constant-test.ts';
import { dryOption, ignoringOption } from './dry-option.ts';
import { isIdleCommand, toolWords } from './idle-command.ts';

/** The stretch of a command line by which it cannot fail where it should. */
export interface PassingPart {
  readonly start: number;
  readonly end: number;
  /** Whether it makes the whole line pass, hides one command of it, or is an option that makes a tool pass. */
  readonly how: 'passes' | 'hides' | 'option';
  /** Where the stretch to take off begins, white space included; absent if nothing would be left or it is not at the end. */
  readonly removeFrom?: number;
}

/** How the shell runs a command line. */
export interface ShellMode {
  /** Whether `| tee` counts: not for an eval, whose number is read from what is printed. */
  readonly ofPipe: boolean;
  readonly settings?: readonly Setting[];
}

type Setting = 'errexit' | 'pipefail';

/** What makes a command line, or a check in it, always end with 0; undefined if it can fail. */
export function passingPart(run: string, script: Script, mode: ShellMode): PassingPart | undefined {
  return wholePart(run, script, mode) ?? (mode.ofPipe ? hiddenPart(run, script) : undefined);
}

function wholePart(run: string, { commands }: Script, mode: ShellMode): PassingPart | undefined {
  const [first] = commands;
  const exit = commands.findIndex(({ command }) => isExit(command));
  const lastIndex = exit < 0 ? commands.length - 1 : exit;
  const last = commands[lastIndex];
  if (first === undefined || last === undefined) return undefined;
  const settings = [...(mode.settings ?? []), ...commands.flatMap(({ command }) => settingOf(command))];
  const inner = { ...mode, ofPipe: mode.ofPipe && !settings.includes('pipefail') };
  const deciding = settings.includes('errexit') ? commands.slice(0, lastIndex + 1) : [last];
  if (mayEnd(run.slice(first.pos, last.pos))) return undefined;
  if (!deciding.every((statement) => statementPasses(run, statement, inner))) return undefined;
  if (commands.every(({ command }) => isIdle(command)))
    return { start: first.pos, end: commands.at(-1)?.end ?? first.end, how: 'passes' };
  const before = commands[lastIndex - 1];
  if (isIdle(last.command) && before !== undefined) return cutAfter(run, before.end, last.end);
  return (
    optionOf(run, last.command) ??
    coverUp(run, last.command) ?? { start: last.pos, end: last.end, how: 'passes' }
  );
}

/** Whether a shell may end here, not at the last command. */
function mayEnd(text: string): boolean {
  return /\bexit\b(?!\s+0\b)|\b(?:exec|trap|return)\b/.test(text);
}

/** The `|| true` or `| tee log` at the end of a statement. */
function coverUp(run: string, command: Statement['command']): PassingPart | undefined {
  if (command.type !== 'AndOr' && command.type !== 'Pipeline') return undefined;
  const [before, last] = command.commands.slice(-2);
  if (before === undefined || last === undefined || command.operators.at(-1) === '&&') return undefined;
  return cutAfter(run, before.end, last.end);
}

/** What hides one check among several commands: an option, or the `|| true` after it. Before what is no check it may be meant so. */
function hiddenPart(run: string, { commands }: Script): PassingPart | undefined {
  for (const { command } of commands) {
    if (command.type !== 'AndOr') continue;
    for (const [at, node] of command.commands.entries()) {
      const option = optionOf(run, node, ignoringOption);
      if (option !== undefined) return option;
      const next = command.commands[at + 1];
      const isHidden = command.operators[at] === '||' && command.operators[at + 1] !== '||';
      if (isHidden && next !== undefined && isIdle(next) && isCheck(node))
        return { ...cutAfter(run, node.end, next.end), how: 'hides' };
    }
  }
  return undefined;
}

function isCheck(node: PipelineNode): boolean {
  return node.type === 'Command' && isCheckCommand(node);
}

function cutAfter(run: string, from: number, end: number): PassingPart {
  const start = from + (/\S/.exec(run.slice(from))?.index ?? 0);
  return { start, end, how: 'passes', removeFrom: from };
}

/** The option of a single command; one that stands for itself can be taken out with the space before it. */
function optionOf(run: string, node: Statement['command'], find = dryOption): PassingPart | undefined {
  const option = node.type === 'Command' ? find(toolWords(node)) : undefined;
  if (option === undefined) return undefined;
  const { start, end, text } = option;
  const from = run.slice(0, start).trimEnd().length;
  return { start, end, how: 'option', ...(/^-(?:\w|-[\w-]+)$/.test(text) ? { removeFrom: from } : {}) };
}

function statementPasses(run: string, { command, background }: Statement, mode: ShellMode): boolean {
  if (background === true) return true;
  return command.type === 'AndOr' ? chainPasses(run, command, mode) : nodePasses(run, command, mode);
}

function chainPasses(run: string, { commands, operators }: AndOr, mode: ShellMode): boolean {
  return commands
    .map((command) => nodePasses(run, command, mode))
    .reduce((all, one, at) => (operators[at - 1] === '||' ? all || one : all && one));
}

function nodePasses(run: string, node: PipelineNode, mode: ShellMode): boolean {
  switch (node.type) {
    case 'Pipeline': {
      const last = node.commands.at(-1);
      const negations = node.prefixes.filter(({ type }) => type === 'Negation').length;
      if (negations > 0) return negations % 2 === 1 && last !== undefined && isFalse(last);
      const isPassedOn = mode.ofPipe && last?.type === 'Command' && PASSES_ON.has(nameOf(last));
      return last !== undefined && (isPassedOn || nodePasses(run, last, mode));
    }
    case 'Subshell':
    case 'BraceGroup':
      return listPasses(run, node.body.commands, mode);
    case 'Redirected':
      return nodePasses(run, node.command, mode);
    case 'If':
      return branchesPass(run, node, mode);
    case 'TestCommand':
      return constantExpression(node.expression) === true;
    case 'Command':
      return isIdle(node) || dryOption(toolWords(node)) !== undefined || innerPasses(node, mode);
    default:
      return false;
  }
}

function listPasses(run: string, statements: readonly Statement[], mode: ShellMode): boolean {
  const [first, last] = [statements[0], statements.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    !mayEnd(run.slice(first.pos, last.pos)) &&
    statementPasses(run, last, mode)
  );
}

/** An `if` ends with 0 where no branch is taken, whatever its condition ran. */
function branchesPass(run: string, node: If, mode: ShellMode): boolean {
  const bodies = [
    node.then,
    ...node.elif.map(({ then }) => then),
    ...(node.else === undefined ? [] : [node.else]),
  ];
  return bodies.every(({ commands }) => listPasses(run, commands, mode));
}

/** `bash -c "…"` passes where what it runs does. */
function innerPasses(node: Command, mode: ShellMode): boolean {
  const [name = '', ...rest] = toolWords(node).map(({ text }) => text);
  const at = rest.findIndex((word) => /^-[a-z]*c$/.test(word));
  if (!/^(?:ba|da|z|k)?sh$/.test(name) || at < 0) return false;
  const options = rest.slice(0, at + 1);
  if (options.some((word, index) => !/^[-+]/.test(word) && !/^-\w*o$/.test(options[index - 1] ?? '')))
    return false;
  const run = rest[at + 1] ?? '?';
  const script = parseShell(run);
  const inner = { ofPipe: mode.ofPipe, settings: settingsIn(options) };
  return script !== undefined && wholePart(run, script, inner) !== undefined;
}

/** Commands that pass on what they read and end with 0, however what they read from ended. */
const PASSES_ON = new Set(['tee', 'cat']);

function isIdle(node: CommandNode | PipelineNode | AndOr): boolean {
  if (node.type === 'AndOr') return node.commands.every(isIdle);
  return node.type === 'Command' && isIdleCommand(node);
}

function isExit(node: Statement['command']): boolean {
  return (
    node.type === 'Command' &&
    toolWords(node)
      .map(({ text }) => text)
      .join(' ') === 'exit 0'
  );
}

function isFalse(node: CommandNode): boolean {
  return node.type === 'Command' && nameOf(node) === 'false';
}

function nameOf(command: Command): string {
  return toolWords(command)[0]?.text ?? '';
}

function settingOf(node: Statement['command']): readonly Setting[] {
  const nodes = node.type === 'AndOr' ? node.commands : [node];
  return nodes.flatMap((command) =>
    command.type === 'Command' && nameOf(command) === 'set'
      ? settingsIn(toolWords(command).map(({ text }) => text))
      : [],
  );
}

function settingsIn(options: readonly string[]): readonly Setting[] {
  const stops = options.some((option) => /^-[a-z]*e/.test(option)) || options.includes('errexit');
  return [
    ...(stops ? (['errexit'] as const) : []),
    ...(options.includes('pipefail') ? (['pipefail'] as const) : []),
  ];
}
