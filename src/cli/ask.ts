import { createInterface } from 'node:readline';
import { EXIT } from './exit-code.ts';

/** Asks a person one thing after the other. */
export interface Questions {
  /** The answer; undefined if it was skipped. Enter takes the proposal where there is one, and `-` leaves it out. */
  ask(question: string, proposal?: string): Promise<string | undefined>;
  close(): void;
}

/** Questions on this process's terminal. Ctrl+D takes every proposal that is left, Ctrl+C ends the process. */
export function openQuestions(): Questions {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.on('SIGINT', () => process.exit(EXIT.cancelled));
  // Unlike `question`, it keeps lines that come before they are asked for: a person may paste all answers at once.
  const lines = terminal[Symbol.asyncIterator]();
  return {
    async ask(question, proposal) {
      const how = proposal === undefined ? 'Enter skips' : `Enter takes ${proposal}; - leaves it out`;
      terminal.setPrompt(`${question}\n(${how}) > `);
      terminal.prompt();
      const { value, done } = await lines.next();
      const answer = done ? '' : value.trim();
      if (answer === '-') return undefined;
      return answer === '' ? proposal : answer;
    },
    close: () => terminal.close(),
  };
}
