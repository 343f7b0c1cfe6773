import { remember } from '../text/remember.ts';
import { compileGlob, type Glob, type GlobProblem } from './glob.ts';
import { createNearestPath, type NearestPath } from './nearest-path.ts';
import { matchesOf } from './sorted-paths.ts';
import { normalizePath } from './workspace-path.ts';

/** The workspace's files, asked by path and by glob. All paths are relative to the workspace folder. */
export interface FileIndex {
  readonly size: number;
  /** All files (Unicode NFC), sorted by UTF-16 units, each once. */
  readonly paths: readonly string[];
  hasFile(path: string): boolean;
  /** Whether a file lies below the folder; '' is the workspace folder. */
  hasFolder(path: string): boolean;
  /** A glob as it is read in this workspace: where it begins with a path that exists as it is spelled, that part is literal. */
  compile(glob: string): Glob | GlobProblem;
  /** The files that a glob or path names, sorted, at most `limit`; none if it is no glob that can be used. */
  matching(glob: string, limit?: number): readonly string[];
  matchesAny(glob: string): boolean;
  /** How many files lie below the folder in which a glob's first wildcard stands: never fewer than it matches, and quick to say. */
  countBelow(glob: string): number;
  /** All files for which a test holds. Each test is asked once of every file. */
  those(test: (path: string) => boolean): readonly string[];
  count(glob: string): number;
  /** The existing file or folder that a mistyped or moved path probably means; undefined if none is near. */
  nearest(path: string): string | undefined;
}

/** Indexes the workspace's files. What it is asked may be spelled loosely (`./a//b/`). It remembers what globs match. */
export function createFileIndex(files: Iterable<string>): FileIndex {
  const known = new Set<string>();
  for (const file of files) known.add(file.normalize('NFC'));
  const paths = [...known].sort();

  let folders: ReadonlyMap<string, number> | undefined;
  const below = (folder: string) => {
    folders ??= countByFolder(paths);
    return folders.get(folder) ?? 0;
  };
  const hasFolder = (path: string) => {
    const folder = normalizePath(path);
    return folder === '' || below(folder) > 0;
  };
  const chosen = new Map<(path: string) => boolean, readonly string[]>();
  const compile = remember((text) => compileGlob(text, (path) => known.has(path) || hasFolder(path)));
  const matching = (text: string, limit = Number.POSITIVE_INFINITY) => {
    const glob = compile(text);
    return 'problem' in glob ? [] : matchesOf(glob, paths, limit);
  };
  let nearest: NearestPath | undefined;

  return {
    size: paths.length,
    paths,
    hasFile: (path) => known.has(normalizePath(path)),
    hasFolder,
    compile,
    matching,
    matchesAny: remember((text) => matching(text, 1).length > 0),
    countBelow: (glob) => below(folderOf(normalizePath(glob))),
    those(test) {
      const known = chosen.get(test) ?? paths.filter(test);
      chosen.set(test, known);
      return known;
    },
    count: remember((text) => matching(text).length),
    nearest: (path) => {
      nearest ??= createNearestPath(paths);
      return nearest(normalizePath(path));
    },
  };
}

/** How many files lie below each folder at any depth; '' is the workspace folder. */
function countByFolder(paths: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map([['', paths.length]]);
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
  }
  return counts;
}

/** The folder in which the first wildcard of a glob stands, or a path. */
function folderOf(glob: string): string {
  const wildcard = glob.search(/[*?[{]/);
  return glob.slice(0, Math.max(0, glob.lastIndexOf('/', wildcard < 0 ? glob.length : wildcard)));
}
