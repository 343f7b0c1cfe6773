import { type Command, parse, type Script, type Word } from 'unbash';

/** Longer commands are not read: nobody writes them into a lane, and reading must stay quick. */
const longest = 4000;

/** The syntax tree of a shell command; nothing where it is no complete command line that can be read. */
export function parseShell(run: string): Script | undefined {
  if (run.length > longest) return undefined;
  const script = parse(run);
  return (script.errors?.length ?? 0) > 0 ? undefined : script;
}

/** A word of a command whose text is known before it runs: no variables, substitutions or wildcards. */
export interface PlainWord {
  readonly text: string;
  /** Where the word stands in the command line, its quotes included. */
  readonly start: number;
  readonly end: number;
}

/** The words of a simple command up to the first that is not known before it runs. */
export function plainWords({ name, args }: Command): readonly PlainWord[] {
  const words: PlainWord[] = [];
  for (const word of name === undefined ? [] : [name, ...args]) {
    if (word.type !== 'Word' || !isPlain(word)) break;
    words.push({ text: word.value, start: word.pos, end: word.end });
  }
  return words;
}

function isPlain({ parts }: Word): boolean {
  return (parts ?? []).every(
    (part) =>
      part.type === 'Literal' ||
      part.type === 'SingleQuoted' ||
      (part.type === 'DoubleQuoted' && part.parts.every(({ type }) => type === 'Literal')),
  );
}
