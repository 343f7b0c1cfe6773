import type { PlainWord } from './read-shell.ts';

/** Commands that run the command after them; each with its options that take a word of their own. */
const WRAPPERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['time', ['-f', '-o']],
  ['nice', ['-n']],
  ['nohup', []],
  ['env', ['-u', '-C']],
  ['cross-env', []],
  ['npx', ['-p', '--package', '-c', '--call']],
  ['bunx', []],
]);

/** Two-word wrappers, by their first word. */
const RUNNERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['pnpm', ['exec']],
  ['yarn', ['exec']],
  ['npm', ['exec']],
  ['uv', ['run']],
  ['poetry', ['run']],
  ['pipenv', ['run']],
  ['bundle', ['exec']],
]);

/** The words of the command that is run in the end, without `env A=1`, `npx`, `timeout 60` and their like before it. */
export function invokedWords(words: readonly PlainWord[]): readonly PlainWord[] {
  let rest = words;
  for (let inner = withoutWrapper(rest); inner !== undefined; inner = withoutWrapper(rest)) rest = inner;
  return rest;
}

function withoutWrapper(words: readonly PlainWord[]): readonly PlainWord[] | undefined {
  const name = words[0]?.text ?? '';
  if (name === 'timeout') return withoutOptions(words.slice(1), ['-s', '-k']).slice(1);
  const taking = WRAPPERS.get(name);
  if (taking !== undefined) return withoutOptions(words.slice(1), taking);
  return RUNNERS.get(name)?.includes(words[1]?.text ?? '') ? withoutOptions(words.slice(2), []) : undefined;
}

function withoutOptions(words: readonly PlainWord[], taking: readonly string[]): readonly PlainWord[] {
  let at = 0;
  while (/^-|^\w+=/.test(words[at]?.text ?? '')) at += taking.includes(words[at]?.text ?? '') ? 2 : 1;
  return words.slice(at);
}
