import type { Files } from '../core/index.ts';
import { digest, loadCached, storeCached } from './cache-file.ts';
import { type Trace, traceFiles, traceHolds } from './traced-files.ts';

/** An answer that can be written down, and what decides it beside the folder's files. */
export interface Answerable<Answer> {
  /** The folder's real path, and everything else on which the answer depends. */
  readonly question: readonly string[];
  readonly files: Files;
  /** Differs between builds of the product. */
  readonly product: string;
  /** Finds the answer, which must be plain data, from these files and nothing else. */
  answer(files: Files): Promise<Answer>;
}

/**
 * The answer an earlier run gave to the same question, if every folder and file that it looked at is still the same; else the
 * answer of now, kept for the next run. Checking costs reading the files, not understanding them.
 */
export async function rememberAnswer<Answer>({
  question,
  files,
  product,
  answer,
}: Answerable<Answer>): Promise<Answer> {
  const name = `${digest(JSON.stringify(question))}.answer`;
  const kept = loadCached(name, product);
  if (kept) {
    const known: { readonly trace: Trace; readonly answer: Answer } = JSON.parse(kept.toString());
    if (await traceHolds(known.trace, files)) return known.answer;
  }
  const traced = traceFiles(files);
  const found = await answer(traced.files);
  storeCached(name, product, Buffer.from(JSON.stringify({ trace: traced.trace(), answer: found })));
  return found;
}
