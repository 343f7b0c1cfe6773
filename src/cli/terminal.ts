import { createColors } from 'picocolors';
import { describeFailure, failureCode } from '../node/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { shortened } from './visible.ts';

/** Where a command reads and writes. */
export interface Terminal {
  /** Functions that colour a text, or leave it where colours are not wanted. */
  readonly colors: ReturnType<typeof createColors>;
  /** True if a person sits at both ends, so that questions make sense. */
  readonly isInteractive: boolean;
  /** Writes a line to standard output. */
  print(line: string): void;
  /** Writes a line to standard error, for what is not the answer. */
  note(line: string): void;
  /**
   * Shows one line at the end that the next status replaces, cut to the width; `''` takes it away. Does nothing where standard
   * output is no terminal that can do so.
   */
  status(line: string): void;
  /** All of standard input; undefined if it is longer than `atMost` bytes. */
  readInput(atMost: number): Promise<Uint8Array | undefined>;
  /** Ends the process with this code once everything is written. */
  end(code: ExitCode): void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env, argv } = process;
  const wantsColors = !env.NO_COLOR && env.TERM !== 'dumb' && !argv.includes('--no-color');
  endQuietlyWhenClosed(stdout);
  const status = statusLine(stdout, stdout.isTTY === true && env.TERM !== 'dumb');
  return {
    colors: createColors(stdout.isTTY === true && wantsColors),
    isInteractive: stdin.isTTY === true && stdout.isTTY === true,
    print: (line) => void stdout.write(status.below(`${line}\n`)),
    note: (line) => {
      status.show('');
      stderr.write(`${line}\n`);
    },
    status: status.show,
    readInput: (atMost) => readAll(stdin, atMost),
    end: (code) => {
      process.exitCode = code;
    },
  };
}

/** A line at the end of a terminal. All that changes goes out in one piece, so that nothing flickers. */
function statusLine(stdout: NodeJS.WriteStream, isAble: boolean) {
  let shown = '';
  const erase = () => (shown === '' ? '' : '\r\x1b[2K');
  return {
    below: (text: string) => `${erase()}${text}${shown}`,
    show(line: string) {
      const cut = isAble ? shortened(line, Math.max(1, (stdout.columns || 80) - 1)) : '';
      if (cut === shown) return;
      stdout.write(`${erase()}${cut}`);
      shown = cut;
    },
  };
}

/** A line that a command says, and where. */
export interface SaidLine {
  readonly to: 'print' | 'note';
  readonly line: string;
}

/** A terminal that keeps what is said to it, and the lines said so far. */
export function recordLines(terminal: Terminal): { readonly recorder: Terminal; readonly lines: SaidLine[] } {
  const lines: SaidLine[] = [];
  const say = (to: SaidLine['to']) => (line: string) => void lines.push({ to, line });
  return { recorder: { ...terminal, print: say('print'), note: say('note'), status: () => {} }, lines };
}

/** Reports why a command cannot run, and returns the code that says so. */
export function refuse(terminal: Terminal, reason: string): ExitCode {
  terminal.note(reason);
  return EXIT.failed;
}

/** A reader such as `head` that has enough closes the pipe: then there is nobody to tell about it. */
function endQuietlyWhenClosed(stream: NodeJS.WriteStream): void {
  stream.on('error', (error) => {
    if (failureCode(error) === 'EPIPE') process.exit(process.exitCode);
    process.stderr.write(`The output could not be written: ${describeFailure(error)}.\n`);
    process.exit(EXIT.failed);
  });
}

async function readAll(stdin: NodeJS.ReadStream, atMost: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    size += chunk.length;
    if (size > atMost) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
