import type { Board } from '../../board/board.ts';
import type { PlainWord } from '../../shell/read-shell.ts';
import { joinPath } from '../../shell/shell-steps.ts';
import type { MissingCommand } from './missing-command.ts';

/** Interpreters with the endings of the files they run, and their options that take the next word. */
const INTERPRETERS: ReadonlyMap<
  string,
  { readonly file: RegExp; readonly taking: RegExp; readonly notFile: RegExp }
> = new Map(
  [
    {
      names: ['node', 'tsx', 'ts-node', 'bun', 'deno'],
      file: /\.[cm]?[jt]sx?$/,
      taking:
        /^(?:-r|-C|--require|--import|--loader|--experimental-loader|--env-file|--conditions|--tsconfig)$/,
      notFile: /^(?:-e|-p|--eval|--print|-pe)$/,
    },
    { names: ['python', 'python3'], file: /\.py$/, taking: /^-[WX]$/, notFile: /^-[cm]/ },
    { names: ['bash', 'sh', 'zsh'], file: /\.(?:sh|bash)$/, taking: /^[-+][oO]$/, notFile: /^-[a-z]*c/ },
    { names: ['ruby', 'perl', 'php'], file: /\.(?:rb|pl|php)$/, taking: /^-[Ir]$/, notFile: /^-e/ },
  ].flatMap(({ names, ...rest }) => names.map((name) => [name, rest] as const)),
);

/** Folders that a build or an installation fills: what is in them is known only when the check runs. */
export const MADE: RegExp =
  /(?:^|\/)(?:node_modules|dist|build|out|target|bin|lib|obj|vendor|coverage|tmp|temp|generated|artifacts|\.[^/]+)\//;

/** The path of a script, test or executable that a command names and the workspace does not have. */
export function missingPath(
  words: readonly PlainWord[],
  folder: string,
  { files }: Board,
): MissingCommand | undefined {
  for (const { word, path, isFolder } of namedPaths(words)) {
    const whole = joinPath(folder, path);
    if (whole === undefined || whole === '' || MADE.test(`${whole}/`) || /[*?[{]/.test(path)) continue;
    if (files.hasFile(whole) || files.hasFolder(whole)) continue;
    const near = files.nearest(whole);
    const fact = `There is no ${isFolder ? 'folder' : 'file'} "${whole}".`;
    const better = near === undefined ? undefined : fromFolder(near, folder, path);
    return { word, called: path, fact, better, sources: [whole] };
  }
  return undefined;
}

interface NamedPath {
  readonly word: PlainWord;
  readonly path: string;
  readonly isFolder: boolean;
}

function namedPaths(words: readonly PlainWord[]): readonly NamedPath[] {
  const [first, second] = words;
  if (first === undefined) return [];
  if (first.text.startsWith('./') || first.text.startsWith('../'))
    return [{ word: first, path: first.text, isFolder: false }];
  const interpreter = INTERPRETERS.get(first.text);
  if (interpreter !== undefined && !(first.text.startsWith('python') && second?.text === '-m'))
    return scriptOf(words, interpreter);
  if (first.text === 'pytest') return testsOf(words.slice(1));
  if (first.text.startsWith('python') && words[2]?.text === 'pytest') return testsOf(words.slice(3));
  if (first.text === 'go' && /^(?:test|run|vet|build)$/.test(second?.text ?? ''))
    return packagesOf(words.slice(2));
  if (first.text === 'cargo') return manifestOf(words);
  return [];
}

function scriptOf(
  words: readonly PlainWord[],
  { file, taking, notFile }: { file: RegExp; taking: RegExp; notFile: RegExp },
): readonly NamedPath[] {
  const start = /^(?:run|test)$/.test(words[1]?.text ?? '') ? 2 : 1;
  for (let at = start; at < words.length; at++) {
    const word = words[at] as PlainWord;
    if (notFile.test(word.text)) return [];
    if (taking.test(word.text)) at++;
    else if (!word.text.startsWith('-'))
      return file.test(word.text) ? [{ word, path: word.text, isFolder: false }] : [];
  }
  return [];
}

/** Options of pytest that take the next word. */
const PYTEST_TAKING =
  /^(?:-[kmcpnoWr]|--(?:rootdir|ignore|ignore-glob|deselect|confcutdir|basetemp|maxfail|durations|tb|junit-?xml|cov-config|log-level|import-mode|numprocesses))$/;

/** Paths of pytest, which may go on with `::` and the name of a test. */
function testsOf(words: readonly PlainWord[]): readonly NamedPath[] {
  return words.flatMap((word, at) => {
    const isOption = word.text.startsWith('-') || PYTEST_TAKING.test(words[at - 1]?.text ?? '');
    const path = word.text.replace(/::.*$/s, '');
    return !isOption && /\.py$|\//.test(path) ? [{ word, path, isFolder: false }] : [];
  });
}

/** Folders of Go packages; `./...` stands for all below. */
function packagesOf(words: readonly PlainWord[]): readonly NamedPath[] {
  return words.flatMap((word) => {
    const path = word.text.replace(/\/?\.\.\.$/, '');
    return /^\.\.?\/./.test(path) && !path.endsWith('.go') ? [{ word, path, isFolder: true }] : [];
  });
}

function manifestOf(words: readonly PlainWord[]): readonly NamedPath[] {
  const at = words.findIndex(({ text }) => text === '--manifest-path');
  const word = at < 0 ? undefined : words[at + 1];
  return word === undefined ? [] : [{ word, path: word.text, isFolder: false }];
}

/** A path of the workspace as one would write it in the folder, with `./` where the other had it. */
function fromFolder(near: string, folder: string, written: string): string {
  const inside = folder !== '' && near.startsWith(`${folder}/`) ? near.slice(folder.length + 1) : near;
  const up = inside === near && folder !== '' ? '../'.repeat(folder.split('/').length) : '';
  return `${written.startsWith('./') && up === '' ? './' : ''}${up}${inside}`;
}
