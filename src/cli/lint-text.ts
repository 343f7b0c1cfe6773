import { lintText, type TextField } from '../core/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { refuse, type Terminal } from './terminal.ts';

const MOST_BYTES = 64 * 1024 * 1024;

/** `lint --text`: JSON lines `{ id, text }` from standard input become JSON lines `{ id, findings }`, so that anyone can measure the rules. */
export async function lintTexts(field: TextField, terminal: Terminal): Promise<ExitCode> {
  const input = await terminal.readInput(MOST_BYTES);
  if (input === undefined) return refuse(terminal, 'Standard input is longer than 64 MiB. Send it in parts.');
  for (const [index, line] of Buffer.from(input).toString().split('\n').entries()) {
    if (line.trim() === '') continue;
    const entry = readEntry(line);
    if (entry === undefined) {
      return refuse(
        terminal,
        `Line ${index + 1} of standard input is not JSON of the form {"id": "1", "text": "It works"}.`,
      );
    }
    terminal.print(JSON.stringify({ id: entry.id, findings: lintText(field, entry.text) }));
  }
  return EXIT.clean;
}

function readEntry(line: string): { readonly id: unknown; readonly text: string } | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    if (typeof entry !== 'object' || entry === null || !('id' in entry && 'text' in entry)) return undefined;
    return typeof entry.text === 'string' ? { id: entry.id, text: entry.text } : undefined;
  } catch {
    return undefined;
  }
}
