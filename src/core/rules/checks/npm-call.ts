import type { Board } from '../../board/board.ts';
import type { PlainWord } from '../../shell/read-shell.ts';
import { joinPath } from '../../shell/shell-steps.ts';

/** What a line of npm, pnpm or yarn calls, as far as it can be known. */
export type NpmCall =
  | ScriptCall
  /** A package of this workspace, by a name that none has. */
  | { readonly kind: 'no-package'; readonly word: PlainWord; readonly name: string }
  /** Another command of npm itself. */
  | { readonly kind: 'command'; readonly word: PlainWord; readonly folder: string };

/** A script, sought in the package.json of this folder or the nearest above. */
export interface ScriptCall {
  readonly kind: 'script';
  readonly word: PlainWord;
  readonly script: string;
  readonly folder: string;
}

/** Subcommands that run the script of that name. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['test', 'test'],
  ['t', 'test'],
  ['tst', 'test'],
]);
const FOLDER_OPTIONS = ['--prefix', '-C', '--dir', '--cwd'];
const PACKAGE_OPTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['npm', ['-w', '--workspace']],
  ['pnpm', ['--filter', '-F']],
]);
/** Options after which the script is sought in packages that this line does not name. */
const ELSEWHERE =
  /^(?:-r|--recursive|-ws|--workspaces|--workspace-root|--include-workspace-root|-g|--global|--if-present)$/;

/** What these words call; undefined if they call none of the three, or lead somewhere unknown. */
export function npmCall(words: readonly PlainWord[], folder: string, board: Board): NpmCall | undefined {
  const tool = words[0]?.text ?? '';
  if (!/^(?:npm|pnpm|yarn)$/.test(tool)) return undefined;
  const line = readYarnLine(words.slice(1), tool, folder);
  if (line?.named === undefined) return line && callOf(line.plain, tool, line.folder);
  const { word, name } = line.named;
  const found = findPackage(name, folder, board);
  if (found === 'missing') return { kind: 'no-package', word, name };
  return found && callOf(line.plain, tool, found.folder);
}

function callOf(plain: readonly PlainWord[], tool: string, folder: string): NpmCall | undefined {
  const [command, named] = plain;
  if (command === undefined) return undefined;
  const short = SHORT_FORMS.get(command.text);
  if (short !== undefined) return { kind: 'script', word: command, script: short, folder };
  const isRun = command.text === 'run' || (tool !== 'yarn' && command.text === 'run-script');
  if (!isRun) return tool === 'npm' ? { kind: 'command', word: command, folder } : undefined;
  // `yarn run` also finds executables of packages; only a name that no executable has must be a script.
  const isScript =
    named !== undefined && (tool !== 'yarn' || named.text.includes(':')) && !named.text.startsWith('/');
  return isScript ? { kind: 'script', word: named, script: named.text, folder } : undefined;
}

interface Line {
  /** The words that are no options. */
  readonly plain: readonly PlainWord[];
  /** Where the options lead. */
  readonly folder: string;
  /** The package of this workspace that is to run it. */
  readonly named?: { readonly word: PlainWord; readonly name: string };
}

/** A line of one of the tools; undefined where it leads somewhere unknown. */
function readLine(words: readonly PlainWord[], tool: string, folder: string): Line | undefined {
  const plain: PlainWord[] = [];
  let home: string | undefined = folder;
  let named: Line['named'];
  for (const { word, option, value } of wordsOf(words, tool)) {
    if (isElsewhere(option, tool)) return undefined;
    if (FOLDER_OPTIONS.includes(option)) home = joinPath(folder, value?.name ?? '');
    else if (value !== undefined) named = value;
    else if (!option.startsWith('-')) plain.push(word);
    // What follows the script's name belongs to the script; only npm still reads its own options there.
    if (tool !== 'npm' && plain.length === 2) break;
  }
  return home === undefined ? undefined : { plain, folder: home, ...(named === undefined ? {} : { named }) };
}

interface LineWord {
  readonly word: PlainWord;
  /** The word, without the value that an option may have after `=`. */
  readonly option: string;
  /** What an option that leads somewhere is given, here or in the next word. */
  readonly value?: NonNullable<Line['named']>;
}

function* wordsOf(words: readonly PlainWord[], tool: string): Iterable<LineWord> {
  const taking = [...FOLDER_OPTIONS, ...(PACKAGE_OPTIONS.get(tool) ?? [])];
  for (let at = 0; at < words.length && words[at]?.text !== '--'; at++) {
    const word = words[at] as PlainWord;
    const [option = '', given] = word.text.split(/=(.*)/s);
    if (!taking.includes(option)) yield { word, option };
    else if (given !== undefined) yield { word, option, value: { word, name: given } };
    else {
      const next = words[++at];
      yield { word, option, value: { word: next ?? word, name: next?.text ?? '' } };
    }
  }
}

/** As `readLine`, with `yarn workspace NAME` before it: the rest is read as if it stood in that package. */
function readYarnLine(words: readonly PlainWord[], tool: string, folder: string): Line | undefined {
  const [first, second, ...rest] = words;
  if (tool !== 'yarn' || first?.text !== 'workspace' || second === undefined)
    return readLine(words, tool, folder);
  const line = readLine(rest, tool, folder);
  return line && { ...line, named: { word: second, name: second.text } };
}

function isElsewhere(option: string, tool: string): boolean {
  return ELSEWHERE.test(option) || (tool === 'pnpm' && option === '-w');
}

/** A package of the workspace may be named by its name or its folder; undefined if it cannot be known which is meant. */
function findPackage(
  named: string,
  folder: string,
  { files, commands }: Board,
): { readonly folder: string } | 'missing' | undefined {
  if (named === '' || /[*{}!^[\]]|\.\.\.|^\.*$/.test(named)) return undefined;
  const same = [...commands.npmNames].filter(([, name]) => name === named || name.endsWith(`/${named}`));
  if (same.length > 0) return same.length === 1 ? { folder: same[0]?.[0] ?? '' } : undefined;
  const path = joinPath(folder, named);
  if (path === undefined || files.hasFile(`${path}/package.json`))
    return path === undefined ? path : { folder: path };
  const isKnown = files
    .those(isPackageJson)
    .every((manifest) => commands.npmNames.has(manifest.slice(0, Math.max(0, manifest.lastIndexOf('/')))));
  return files.hasFolder(path) || commands.npmNames.size === 0 || !isKnown ? undefined : 'missing';
}

function isPackageJson(path: string): boolean {
  return path === 'package.json' || path.endsWith('/package.json');
}
