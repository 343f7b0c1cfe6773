import { createInterface } from 'node:readline/promises';
import { EXIT } from './exit-code.ts';

/** Asks a person one thing after the other. */
export interface Questions {
  /** The answer; undefined if it was skipped. Enter takes the proposal where there is one, and `-` leaves it out. */
  ask(question: string, proposal?: string): Promise<string | undefined>;
  close(): void;
}

/** Questions on this process's terminal. Ctrl+D skips all that are left, Ctrl+C ends the process. */
export function openQuestions(): Questions {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const closed = new Promise<''>((resolve) => lines.once('close', () => resolve('')));
  let isOpen = true;
  void closed.then(() => {
    isOpen = false;
  });
  lines.on('SIGINT', () => process.exit(EXIT.cancelled));
  return {
    async ask(question, proposal) {
      if (!isOpen) return proposal;
      const how = proposal === undefined ? 'Enter skips' : `Enter takes ${proposal}; - leaves it out`;
      const answer = (await Promise.race([lines.question(`${question}\n(${how}) > `), closed])).trim();
      if (answer === '-') return undefined;
      return answer === '' ? proposal : answer;
    },
    close: () => lines.close(),
  };
}
