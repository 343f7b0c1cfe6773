import type { FileIndex } from '../glob/file-index.ts';
import { isLanePath } from '../lane/lane-file.ts';

/** Where a person stands in the workspace when they ask for a lane. */
export interface Place {
  /** A folder of the workspace, as chosen in the explorer. */
  readonly folder?: string | undefined;
  /** A file of the workspace, as open in the editor; it counts where no folder is chosen. */
  readonly file?: string | undefined;
  readonly files: FileIndex;
}

const SOURCE_FOLDERS = new Set(['src', 'lib', 'app', 'source']);
const TEST_FOLDERS = ['test', 'tests', 'spec', '__tests__'];
/** A stranger reads no more than this before the work. */
const MOST_SHARED = 3;
const README = /^readme(?:\.(?:md|markdown|rst|txt))?$/i;

/**
 * Write paths for work at this place: its folder and the tests that mirror it, or the file alone where it lies at the top.
 * Empty at the top of the workspace and among the lanes: there nobody can know.
 */
export function proposeWritePaths({ folder, file, files }: Place): readonly string[] {
  const at = placeOf({ folder, file, files });
  if (at === undefined) return [];
  if (at === '') return folder === undefined && file ? [file] : [];
  return [`${at}/**`, ...testPaths(at, files)];
}

/**
 * What exists that a stranger would open first at this place: the file itself, shared context, and the nearest readme above it;
 * the readme at the top says little that shared context does not.
 */
export function proposeContext({ folder, file, files }: Place): readonly string[] {
  const at = placeOf({ folder, file, files });
  if (at === undefined) return [];
  const own = folder === undefined && file ? [file] : [];
  const shared = sharedContext(folder ?? file ?? '', files);
  const readme = nearestReadme(at, files);
  const isTold = readme === undefined || (shared.length > 0 && parentOf(readme) === '');
  return [...new Set([...own, ...shared, ...(isTold ? [] : [readme])])];
}

/** The folder of the work; nothing if the place is a file that belongs to a lane or does not exist. */
function placeOf({ folder, file, files }: Place): string | undefined {
  if (folder !== undefined) return files.hasFolder(folder) && !isLanes(`${folder}/`) ? folder : undefined;
  if (!file || !files.hasFile(file) || isLanes(file)) return undefined;
  return parentOf(file);
}

function isLanes(path: string): boolean {
  return isLanePath(path) || /(?:^|\/)lanes\/|\.reviews\.ya?ml$|^lanekeeper\.ya?ml$/.test(path);
}

/** Folders or files below a test folder that mirror a folder below a source folder: `test/refunds/**`, `test/refunds.*`. */
function testPaths(folder: string, files: FileIndex): readonly string[] {
  const segments = folder.split('/');
  const source = segments.findLastIndex((name) => SOURCE_FOLDERS.has(name));
  if (source < 0) return [];
  return TEST_FOLDERS.flatMap((tests) => {
    const mirror = segments.with(source, tests).join('/');
    if (files.hasFolder(mirror)) return [`${mirror}/**`];
    return files.matchesAny(`${mirror}.*`) ? [`${mirror}.*`] : [];
  });
}

/** Files of shared context, those first that are called like a part of the path. */
function sharedContext(path: string, files: FileIndex): readonly string[] {
  const words = new Set(path.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const isAbout = (context: string) => words.has(nameOf(context).replace(/\.md$/, '').toLowerCase());
  const shared = files.matching('lanes/context/*.md').filter((context) => !README.test(nameOf(context)));
  const [about, others] = [shared.filter(isAbout), shared.filter((context) => !isAbout(context))];
  return [...about, ...others].slice(0, MOST_SHARED);
}

function nearestReadme(folder: string, files: FileIndex): string | undefined {
  const readmes = files.paths.filter((path) => README.test(nameOf(path)));
  for (let at = folder; ; at = parentOf(at)) {
    const found = readmes.find((path) => parentOf(path) === at);
    if (found || at === '') return found;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
