import type { Command } from 'unbash';
import { invokedWords } from '../../shell/invocation.ts';
import { type PlainWord, plainWords } from '../../shell/read-shell.ts';
import { constantTest } from './constant-test.ts';

/** Commands that do nothing which could fail, and those that only prepare. */
const IDLE = new Set(['true', ':', 'echo', 'printf', 'cd', 'set', 'export', 'sleep', 'pwd', 'date']);

/** The words of a command as it is run in the end, with the plain name of a tool: `/bin/true` is `true`, `python3 -m x` is `x`. */
export function toolWords(command: Command): readonly PlainWord[] {
  return namedTool(plainWords(command));
}

/** As `toolWords`, for words that are read already. */
export function namedTool(plain: readonly PlainWord[]): readonly PlainWord[] {
  const words = invokedWords(plain);
  const [first, second] = words;
  if (first === undefined) return words;
  const text = first.text
    .replace(/^\/(?:usr\/)?(?:local\/)?bin\//, '')
    .replace(/^python3(?:\.\d+)?$/, 'python');
  return text === 'python' && second?.text === '-m'
    ? words.slice(2)
    : [{ ...first, text }, ...words.slice(1)];
}

/** Whether a command does nothing that could fail. */
export function isIdleCommand(command: Command): boolean {
  const words = toolWords(command).map(({ text }) => text);
  const [name = '', ...rest] = words;
  if (IDLE.has(name) || words.join(' ') === 'exit 0') return true;
  if (plainWords(command).length !== command.args.length + 1) return false;
  return constantTest(words) === true || isIdleProgram(name, rest);
}

/** Interpreters with the option that takes a program. */
const INLINE: ReadonlyMap<string, RegExp> = new Map([
  ['node', /^(?:-e|-p|-pe|--eval|--print)$/],
  ['bun', /^(?:-e|--eval)$/],
  ['deno', /^eval$/],
  ['python', /^-c$/],
  ['ruby', /^-e$/],
  ['perl', /^-e$/],
  ['php', /^-r$/],
]);

/** Statements that do nothing, end with 0 or print a fixed text. */
const IDLE_STATEMENT =
  /^(?:pass|0|1|true|True|None|null|void 0|import (?:sys|os)|use (?:strict|warnings)|(?:sys\.|os\._|process\.)?(?:exit|quit)(?: ?\(? ?0? ?\)?)|(?:print|puts|echo|console\.log)[ (]*(?:"[^"]*"|'[^']*')?\)?|)$/;

function isIdleProgram(name: string, args: readonly string[]): boolean {
  const option = INLINE.get(name);
  const at = option === undefined ? -1 : args.findIndex((arg) => option.test(arg));
  if (at < 0 || args.slice(0, at).some((arg) => !arg.startsWith('-'))) return false;
  return (args[at + 1] ?? '?').split(/[;\n]/).every((statement) => IDLE_STATEMENT.test(statement.trim()));
}
