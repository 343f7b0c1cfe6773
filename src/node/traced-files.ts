import { createHash } from 'node:crypto';
import type { FileContent, Files, FolderEntry } from '../core/index.ts';
import { digest } from './cache-file.ts';

/** Every question that was put to a folder's files, in order, and a digest of all the answers. */
export interface Trace {
  readonly questions: readonly Question[];
  readonly answers: string;
}

/** `['list', folder]` or `['read', path, atMost]`. */
export type Question = readonly ['list', string] | readonly ['read', string, number];

/** Files that note what they are asked and what they answer. */
export interface TracedFiles {
  readonly files: Files;
  /** What was asked until now; call it once all answers are there. */
  trace(): Trace;
}

/** Notes all that is asked of these files. Whoever asks nothing else gets the same result as long as the trace holds. */
export function traceFiles(files: Files): TracedFiles {
  const questions: Question[] = [];
  const answers: string[] = [];
  return {
    files: {
      async list(folder) {
        const at = questions.push(['list', folder]) - 1;
        const entries = await files.list(folder);
        answers[at] = digestOfFolder(entries);
        return entries;
      },
      async read(path, atMost) {
        const at = questions.push(['read', path, atMost]) - 1;
        const content = await files.read(path, atMost);
        answers[at] = digestOfFile(content);
        return content;
      },
    },
    trace: () => ({ questions, answers: digest(answers.join()) }),
  };
}

/** True if the files answer every question of the trace as they did then. */
export async function traceHolds({ questions, answers }: Trace, files: Files): Promise<boolean> {
  const now = createHash('sha256');
  for (const [at, [kind, path, atMost]] of questions.entries()) {
    const answer =
      kind === 'list' ? digestOfFolder(await files.list(path)) : digestOfFile(await files.read(path, atMost));
    now.update(at === 0 ? answer : `,${answer}`);
  }
  return now.digest('base64url') === answers;
}

function digestOfFolder(entries: readonly FolderEntry[]): string {
  return digest(entries.map(({ name, kind }) => `${kind}/${name}`).join('/'));
}

function digestOfFile(content: FileContent): string {
  if (content.kind === 'bytes') return digest(content.bytes);
  return digest(content.kind, '/', JSON.stringify(content));
}
