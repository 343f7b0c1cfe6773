import { createInterface } from 'node:readline';
import { EXIT } from './exit-code.ts';

/** Asks a person one thing after the other. */
export interface Questions {
  /**
   * The answer; undefined if it was skipped. Enter takes the proposal where there is one, and `-` leaves it out. An answer with a
   * problem is asked for again.
   */
  ask(
    question: string,
    proposal?: string,
    problemOf?: (answer: string) => string | undefined,
  ): Promise<string | undefined>;
  /** True if the answer is `yes` or `y`; anything else is no. */
  confirm(question: string): Promise<boolean>;
  close(): void;
}

/** Questions on this process's terminal. Ctrl+D takes every proposal that is left, Ctrl+C ends the process. */
export function openQuestions(): Questions {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.on('SIGINT', () => process.exit(EXIT.cancelled));
  // Unlike `question`, it keeps lines that come before they are asked for: a person may paste all answers at once.
  const lines = terminal[Symbol.asyncIterator]();
  return {
    async ask(question, proposal, problemOf) {
      const how = proposal === undefined ? 'Enter skips' : `Enter takes ${proposal}; - leaves it out`;
      terminal.setPrompt(`${question}\n(${how}) > `);
      while (true) {
        terminal.prompt();
        const { value, done } = await lines.next();
        const answer = done ? '' : value.trim();
        if (answer === '-') return undefined;
        if (answer === '') return proposal;
        const problem = problemOf?.(answer);
        if (problem === undefined) return answer;
        process.stdout.write(`${problem}\n`);
      }
    },
    async confirm(question) {
      terminal.setPrompt(`${question} (yes or no) > `);
      terminal.prompt();
      const { value, done } = await lines.next();
      return !done && /^\s*y(?:es)?\s*$/i.test(value);
    },
    close: () => terminal.close(),
  };
}
