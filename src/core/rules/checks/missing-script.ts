import type { Board } from '../../board/board.ts';
import type { PlainWord } from '../../shell/read-shell.ts';
import { nearest } from '../../text/nearest.ts';
import type { MissingCommand } from './missing-command.ts';
import { npmCall, type ScriptCall } from './npm-call.ts';
import { NPM_COMMANDS } from './npm-commands.ts';

/**
 * What `npm run`, `npm test` and the like of pnpm and yarn call and no package.json has: a script, a package or a command of npm
 * itself; undefined if that cannot be known.
 */
export function missingScript(
  words: readonly PlainWord[],
  folder: string,
  board: Board,
): MissingCommand | undefined {
  const call = npmCall(words, folder, board);
  switch (call?.kind) {
    case 'script':
      return missingIn(call, board);
    case 'no-package':
      return noPackage(call.word, call.name, board);
    case 'command':
      return noCommand(call.word, packageFolder(call.folder, board), board);
    default:
      return undefined;
  }
}

function missingIn({ word, script, folder }: ScriptCall, board: Board): MissingCommand | undefined {
  const home = packageFolder(folder, board);
  const scripts = home === undefined ? undefined : board.commands.npmScripts.get(home);
  if (home === undefined || scripts === undefined || scripts.includes(script)) return undefined;
  const manifest = home === '' ? 'package.json' : `${home}/package.json`;
  const better = word.text === script ? nearest(script, scripts) : undefined;
  return {
    word,
    called: script,
    fact: `${manifest} has no script "${script}".`,
    better,
    sources: better === undefined ? [manifest] : [],
  };
}

/** A package that a lane may still write stands beside one that exists, in a folder of its own name. */
function noPackage(word: PlainWord, name: string, { commands }: Board): MissingCommand {
  const own = name.slice(name.lastIndexOf('/') + 1);
  const homes = [...commands.npmScripts.keys()].map((folder) => folder.slice(0, folder.lastIndexOf('/') + 1));
  return {
    word,
    called: name,
    fact: `No package.json has the name "${name}".`,
    better: nearest(name, commands.npmNames.values()),
    sources: [`${name}/package.json`, ...new Set(homes.map((home) => `${home}${own}/package.json`))],
  };
}

/** npm may know more commands than are listed here, and takes a beginning for the whole: only a slip of the pen is certain. */
function noCommand(
  word: PlainWord,
  home: string | undefined,
  { commands }: Board,
): MissingCommand | undefined {
  const { text } = word;
  if (NPM_COMMANDS.some((command) => command.startsWith(text))) return undefined;
  const isScript = home !== undefined && commands.npmScripts.get(home)?.includes(text);
  const better = isScript ? `run ${text}` : nearest(text, NPM_COMMANDS);
  return better === undefined
    ? undefined
    : { word, called: text, fact: `npm has no command "${text}".`, better, sources: [] };
}

/** The nearest folder upwards with a package.json, where npm looks for the script. */
export function packageFolder(folder: string, { files, commands }: Board): string | undefined {
  for (let at = folder; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const manifest = at === '' ? 'package.json' : `${at}/package.json`;
    if (commands.npmScripts.has(at) || files.hasFile(manifest)) return at;
    if (at === '') return undefined;
  }
}
