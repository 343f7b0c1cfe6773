import { compileGlob, type Glob, type GlobProblem } from './glob.ts';
import { createNearestPath, type NearestPath } from './nearest-path.ts';
import { matchesOf, someStartWith } from './sorted-paths.ts';
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
  count(glob: string): number;
  /** The existing file or folder that a mistyped or moved path probably means; undefined if none is near. */
  nearest(path: string): string | undefined;
}

/** Indexes the workspace's files. What it is asked may be spelled loosely (`./a//b/`). It remembers what globs match. */
export function createFileIndex(files: Iterable<string>): FileIndex {
  const known = new Set<string>();
  for (const file of files) known.add(file.normalize('NFC'));
  const paths = [...known].sort();

  const hasFolder = (path: string) => {
    const folder = normalizePath(path);
    return folder === '' || someStartWith(paths, `${folder}/`);
  };
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
    count: remember((text) => matching(text).length),
    nearest: (path) => {
      nearest ??= createNearestPath(paths);
      return nearest(normalizePath(path));
    },
  };
}

/** What is remembered is forgotten at once when it becomes so much: ten thousand lanes must not fill the memory. */
const mostRemembered = 5000;

function remember<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    if (answers.size >= mostRemembered) answers.clear();
    answers.set(text, found);
    return found;
  };
}
