import type { Board } from '../../board/board.ts';
import type { PlainWord } from '../../shell/read-shell.ts';
import { joinPath } from '../../shell/shell-steps.ts';
import type { MissingCommand } from './missing-command.ts';

/** Subcommands that run the script of that name. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['test', 'test'],
  ['t', 'test'],
  ['tst', 'test'],
]);
const FOLDER_OPTIONS = ['--prefix', '-C', '--dir', '--cwd'];
const WORKSPACE_OPTIONS = ['-w', '--workspace', '--filter', '-F'];
/** Options after which the script is sought in packages that this line does not name. */
const ELSEWHERE = /^(?:-r|--recursive|-ws|--workspaces|--include-workspace-root|-g|--global|--if-present)$/;

interface ScriptCall {
  readonly word: PlainWord;
  readonly script: string;
  readonly folder: string;
}

/** What `npm run`, `npm test` and the like of pnpm and yarn call and no package.json has; undefined if that cannot be known. */
export function missingScript(
  words: readonly PlainWord[],
  folder: string,
  board: Board,
): MissingCommand | undefined {
  const call = scriptCall(words, folder);
  if (call === undefined) return undefined;
  const home = packageFolder(call.folder, board);
  const scripts = home === undefined ? undefined : board.commands.npmScripts.get(home);
  if (home === undefined || scripts === undefined || scripts.includes(call.script)) return undefined;
  const manifest = home === '' ? 'package.json' : `${home}/package.json`;
  return {
    word: call.word,
    called: call.script,
    fact: `${manifest} has no script "${call.script}".`,
    names: call.word.text === call.script ? scripts : [],
    source: manifest,
    kind: 'name',
  };
}

function scriptCall(words: readonly PlainWord[], folder: string): ScriptCall | undefined {
  const tool = words[0]?.text ?? '';
  if (!/^(?:npm|pnpm|yarn)$/.test(tool)) return undefined;
  const call = readOptions(words.slice(1), tool, folder);
  const [command, named] = call?.plain ?? [];
  if (call === undefined || command === undefined) return undefined;
  const short = SHORT_FORMS.get(command.text);
  if (short !== undefined) return { word: command, script: short, folder: call.folder };
  const isRun = command.text === 'run' || (tool !== 'yarn' && command.text === 'run-script');
  // `yarn run` also finds executables of packages; only a name that no executable has must be a script.
  const isScript =
    named !== undefined && (tool !== 'yarn' || named.text.includes(':')) && !named.text.startsWith('/');
  return isRun && isScript ? { word: named, script: named.text, folder: call.folder } : undefined;
}

/** The words that are no options, and the folder that the options lead to; undefined where they lead somewhere unknown. */
function readOptions(
  words: readonly PlainWord[],
  tool: string,
  folder: string,
): { readonly plain: readonly PlainWord[]; readonly folder: string } | undefined {
  const plain: PlainWord[] = [];
  let home: string | undefined = folder;
  for (let at = 0; at < words.length && words[at]?.text !== '--'; at++) {
    const word = words[at] as PlainWord;
    const [option = '', value] = word.text.split(/=(.*)/s);
    const leads = FOLDER_OPTIONS.includes(option)
      ? joinPath
      : WORKSPACE_OPTIONS.includes(option)
        ? workspaceFolder
        : undefined;
    if (leads !== undefined) home = leads(folder, value ?? words[++at]?.text ?? '');
    else if (!option.startsWith('-')) plain.push(word);
    if (home === undefined || ELSEWHERE.test(option)) return undefined;
    // What follows the script's name belongs to the script; only npm still reads its own options there.
    if (tool !== 'npm' && plain.length === 2) break;
  }
  return { plain, folder: home };
}

/** A workspace may be named by its folder or by its package's name; only the folder can be looked up. */
function workspaceFolder(folder: string, named: string): string | undefined {
  return named.includes('/') && !named.startsWith('@') && !/[*{]|\.\.\./.test(named)
    ? joinPath(folder, named)
    : undefined;
}

/** The nearest folder upwards with a package.json, where npm looks for the script. */
function packageFolder(folder: string, { files, commands }: Board): string | undefined {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const manifest = at === '' ? 'package.json' : `${at}/package.json`;
    if (commands.npmScripts.has(at) || files.hasFile(manifest)) return at;
    if (at === '') return undefined;
  }
}
