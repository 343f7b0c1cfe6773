import type { Board } from '../../board/board.ts';
import type { PlainWord } from '../../shell/read-shell.ts';
import { joinPath } from '../../shell/shell-steps.ts';
import { nearest } from '../../text/nearest.ts';
import type { MissingCommand } from './missing-command.ts';

/** The names that make looks for. */
export const MAKEFILES: readonly string[] = ['Makefile', 'makefile', 'GNUmakefile'];
/** Options of make that take the next word. */
const TAKING = /^(?:-[oIWE]|--include-dir|--old-file|--what-if|--eval)$/;

/** What `make` is asked for, and where. */
export interface MakeCall {
  readonly folder: string;
  readonly targets: readonly PlainWord[];
}

/** What these words ask of `make`; undefined if they do not call it, or name a makefile themselves. */
export function makeCall(words: readonly PlainWord[], folder: string): MakeCall | undefined {
  if (!/^g?make$/.test(words[0]?.text ?? '')) return undefined;
  let home: string | undefined = folder;
  const targets: PlainWord[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at] as PlainWord;
    const [option = '', value] = word.text.split(/=(.*)/s);
    if (/^(?:-f|--file|--makefile)/.test(option)) return undefined;
    if (/^(?:-C|--directory)$/.test(option)) home = joinPath(home ?? '', value ?? words[++at]?.text ?? '');
    else if (TAKING.test(word.text)) at++;
    else if (!option.startsWith('-') && value === undefined && !/^\d+$/.test(option)) targets.push(word);
  }
  return home === undefined ? undefined : { folder: home, targets };
}

/** The first target that `make` is asked for and the makefile does not have; undefined if that cannot be known. */
export function missingTarget(
  words: readonly PlainWord[],
  folder: string,
  board: Board,
): MissingCommand | undefined {
  const call = makeCall(words, folder);
  const targets = call && board.commands.makeTargets.get(call.folder);
  if (call === undefined || targets === undefined) return undefined;
  const home = call.folder;
  const missing = call.targets.find(({ text }) => !isMade(text, home, targets, board));
  if (missing === undefined) return undefined;
  const name = MAKEFILES.find((file) => board.files.hasFile(`${home}/${file}`)) ?? 'Makefile';
  const source = home === '' ? name : `${home}/${name}`;
  const better = nearest(
    missing.text,
    targets.filter((target) => !target.includes('%')),
  );
  return {
    word: missing,
    called: missing.text,
    fact: `${source} has no target "${missing.text}".`,
    better,
    sources: better === undefined ? [source] : [],
  };
}

/** A target may be listed, fit a pattern with `%`, or be a file that make knows how to make or leaves alone. */
function isMade(name: string, folder: string, targets: readonly string[], { files }: Board): boolean {
  if (
    targets.includes(name) ||
    name.includes('.') ||
    files.hasFile(`${folder}/${name}`) ||
    files.hasFolder(`${folder}/${name}`)
  )
    return true;
  return targets.some((target) => {
    const [start, end] = target.split('%');
    return end !== undefined && name.startsWith(start ?? '') && name.endsWith(end);
  });
}
