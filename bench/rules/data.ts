import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One criterion line with a person's judgement. */
export interface JudgedLine {
  readonly text: string;
  readonly weak: 0 | 1;
}

/** A task as it was written and as a summary that leaves things out. */
export interface Pair {
  readonly full: string;
  readonly summary: string;
}

/** An issue with the score that people gave it: 2 and 3 cannot be done well from this text. */
export interface Issue {
  readonly text: string;
  readonly underspecified: number;
}

/** A task description with what a careful reader expects of it. */
export interface RealTask {
  readonly file: string;
  readonly text: string;
  readonly expectation: string;
}

/** The entries of a file with one JSON value a line. */
export function readLines<T>(folder: string, file: string): readonly T[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** The real tasks of the data folder. */
export function readRealTasks(folder: string): readonly RealTask[] {
  const home = join(folder, 'real');
  const known = new Set(readdirSync(home));
  const entries: readonly { readonly file: string; readonly expectation: string }[] = JSON.parse(
    readFileSync(join(home, 'provenance.json'), 'utf8'),
  );
  return entries
    .filter(({ file }) => known.has(file))
    .map((entry) => ({ ...entry, text: readFileSync(join(home, entry.file), 'utf8') }));
}

/** The Markdown files of a checkout. */
export function readMarkdown(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !/(?:^|\/)(?:node_modules|\.git)\//.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
}
