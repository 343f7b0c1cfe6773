import type { Board } from '../../board/board.ts';
import type { PlainWord } from '../../shell/read-shell.ts';
import { upwards } from '../../shell/shell-steps.ts';
import type { MissingCommand } from './missing-command.ts';
import { MADE } from './missing-path.ts';
import { MAKEFILES, makeCall } from './missing-target.ts';
import { npmCall } from './npm-call.ts';

/** A tool that does nothing without a file that says what there is to do. */
interface Tool {
  readonly name: string;
  /** The subcommands that need the file. */
  readonly needing: RegExp;
  readonly manifests: readonly string[];
  /** Whether the file may also lie in a folder above. */
  readonly isSoughtAbove: boolean;
  /** Words that say that it lies elsewhere, or that none is needed. */
  readonly elsewhere: RegExp;
}

const TOOLS: readonly Tool[] = [
  {
    name: 'cargo',
    needing: /^(?:test|t|build|b|check|c|clippy|run|r|bench|doc|nextest)$/,
    manifests: ['Cargo.toml'],
    isSoughtAbove: true,
    elsewhere: /^(?:--manifest-path|--config|-C|-Z)/,
  },
  {
    name: 'go',
    needing: /^(?:test|build|vet|generate|list)$/,
    manifests: ['go.mod', 'go.work'],
    isSoughtAbove: true,
    elsewhere: /\.go$|@|^-C|^--?modfile/,
  },
  {
    name: 'mvn',
    needing: /^(?:clean|compile|test|package|verify|install)$/,
    manifests: ['pom.xml'],
    isSoughtAbove: false,
    elsewhere: /^(?:-f|--file)/,
  },
];

/** The manifest that a tool needs and the workspace does not have where the tool runs; undefined if that cannot be known. */
export function missingManifest(
  words: readonly PlainWord[],
  folder: string,
  board: Board,
): MissingCommand | undefined {
  const [word] = words;
  const wanted = wantedBy(words, folder, board);
  if (word === undefined || wanted === undefined || board.files.size === 0) return undefined;
  const { files } = board;
  if (!files.hasFolder(wanted.folder) || MADE.test(`${wanted.folder}/`)) return undefined;
  const sources = wanted.folders.flatMap((home) =>
    wanted.manifests.map((name) => (home === '' ? name : `${home}/${name}`)),
  );
  if (sources.some((path) => files.hasFile(path))) return undefined;
  const place = wanted.folder === '' ? 'the workspace folder' : `"${wanted.folder}"`;
  const above = wanted.folders.length > 1 ? ' or above it' : '';
  return {
    word,
    called: word.text,
    fact: `There is no ${wanted.manifests[0]} in ${place}${above}, so "${word.text}" has nothing to run.`,
    remedy: 'Run it in a folder that has one, or add it first.',
    sources,
  };
}

interface Wanted {
  readonly manifests: readonly string[];
  /** Where the tool runs. */
  readonly folder: string;
  /** Where it looks, in turn. */
  readonly folders: readonly string[];
}

function wantedBy(words: readonly PlainWord[], folder: string, board: Board): Wanted | undefined {
  const npm = npmCall(words, folder, board);
  if (npm?.kind === 'script' || (npm?.kind === 'command' && npm.word.text === 'ci'))
    return { manifests: ['package.json'], folder: npm.folder, folders: upwards(npm.folder) };
  const make = makeCall(words, folder);
  if (make !== undefined) {
    const isKnown = !make.targets.some(({ text }) => isMadeByItself(text, make.folder, board));
    return isKnown && !isGenerated(make.folder, board)
      ? { manifests: MAKEFILES, folder: make.folder, folders: [make.folder] }
      : undefined;
  }
  const [name, ...rest] = words.map(({ text }) => text);
  const tool = TOOLS.find((one) => one.name === name);
  const command = rest.find((text) => !/^[-+]/.test(text)) ?? '';
  if (tool === undefined || !tool.needing.test(command) || rest.some((text) => tool.elsewhere.test(text)))
    return undefined;
  const folders = tool.isSoughtAbove ? upwards(folder) : [folder];
  return { manifests: tool.manifests, folder, folders };
}

/** Without a makefile, make still makes `a` from `a.c`. */
function isMadeByItself(target: string, folder: string, { files }: Board): boolean {
  const path = folder === '' ? target : `${folder}/${target}`;
  return target.includes('.') || files.hasFile(path) || files.matchesAny(`${path}.*`);
}

/** What a configuration step writes a makefile from; it may have run before the check. */
const GENERATORS = [
  'configure',
  'configure.ac',
  'CMakeLists.txt',
  'Makefile.am',
  'Makefile.in',
  'Makefile.PL',
];

function isGenerated(folder: string, { files }: Board): boolean {
  return GENERATORS.some((name) => files.hasFile(folder === '' ? name : `${folder}/${name}`));
}
