import { distance } from 'fastest-levenshtein';

/** The existing file or folder that is nearest to a normalised path, or undefined if none is near. */
export type NearestPath = (path: string) => string | undefined;

const mostCandidates = 1000;

/**
 * Prepares the search among all files. A path is near if each of its names is, letter case aside, at most two fifths of
 * its length away from one in that place, or if its last name exists elsewhere. At most 1,000 names a folder are compared.
 */
export function createNearestPath(files: readonly string[]): NearestPath {
  const tree = createTree(files);
  return (path) => {
    if (path === '') return undefined;
    const mistyped = followTypos(tree, path);
    const moved = (tree.named.get(baseName(path).toLowerCase()) ?? []).slice(0, mostCandidates);
    return closest(path, mistyped === undefined ? moved : [mistyped, ...moved]);
  };
}

interface Tree {
  /** Names of files and folders, by the folder they are in ('' is the workspace folder). */
  readonly inside: ReadonlyMap<string, ReadonlySet<string>>;
  /** Paths of files and folders, by their last name in lower case. */
  readonly named: ReadonlyMap<string, readonly string[]>;
}

function createTree(files: readonly string[]): Tree {
  const inside = new Map([['', new Set<string>()]]);
  const named = new Map<string, string[]>();
  const put = (path: string) => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    if (!inside.has(folder)) {
      inside.set(folder, new Set());
      put(folder);
    }
    const name = baseName(path);
    inside.get(folder)?.add(name);
    append(named, name.toLowerCase(), path);
  };
  for (const file of files) put(file);
  return { inside, named };
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The path with each name replaced by the nearest one that exists there. */
function followTypos(tree: Tree, path: string): string | undefined {
  let folder = '';
  for (const name of path.split('/')) {
    const names = tree.inside.get(folder) ?? new Set();
    const found = names.has(name) ? name : closest(name, likely(name, names));
    if (found === undefined) return undefined;
    folder = folder === '' ? found : `${folder}/${found}`;
  }
  return folder;
}

/** The names that are near enough to be meant, before the bound is reached. */
function likely(name: string, names: ReadonlySet<string>): readonly string[] {
  const most = Math.ceil(name.length * 0.4);
  return [...names]
    .filter((other) => Math.abs(other.length - name.length) <= most)
    .slice(0, mostCandidates)
    .filter((other) => distance(other.toLowerCase(), name.toLowerCase()) <= most);
}

function closest(text: string, candidates: readonly string[]): string | undefined {
  const wanted = text.toLowerCase();
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const away = distance(candidate.toLowerCase(), wanted);
    if (away >= least) continue;
    best = candidate;
    least = away;
  }
  return best;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
