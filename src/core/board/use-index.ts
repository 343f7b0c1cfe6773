import type { FileIndex } from '../glob/file-index.ts';
import { hasGlobCharacters, normalizePath } from '../glob/workspace-path.ts';
import type { Lane } from '../lane/lane.ts';
import type { SoundLane } from '../lane/lane-file.ts';
import { proseOf } from '../prose/prose-field.ts';
import type { Text } from '../text/span.ts';
import { createKeyedIndex } from './keyed-index.ts';

/** Which lanes name which files of the workspace. */
export interface UseIndex {
  put(file: SoundLane): void;
  remove(path: string): void;
  /** The lanes that name the file, by its path or by a glob, in order of their own path. */
  users(path: string): readonly SoundLane[];
  /** Every path that is named without a glob. */
  paths(): Iterable<string>;
}

/** No lanes yet. */
export function createUseIndex(files: FileIndex): UseIndex {
  const named = createKeyedIndex<SoundLane>();
  const globs = createKeyedIndex<SoundLane>();
  const remove = (path: string) => {
    named.remove(path);
    globs.remove(path);
  };
  return {
    put(file) {
      remove(file.path);
      const paths = [
        ...namedPaths(file.lane),
        ...proseOf(file.lane, ['outcome', 'why', 'context', 'good', 'done']).flatMap(mentionedPages),
      ];
      for (const path of new Set(paths.map((text) => normalizePath(withoutAnchor(text))))) {
        (hasGlobCharacters(path) ? globs : named).add(path, file.path, file);
      }
    },
    remove,
    users(path) {
      const wanted = normalizePath(path);
      const found = new Map(named.get(wanted).map((entry) => [entry.path, entry.value]));
      for (const glob of globs.keys()) {
        if (glob !== wanted && !files.matching(glob).includes(wanted)) continue;
        for (const entry of globs.get(glob)) found.set(entry.path, entry.value);
      }
      return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    paths: () => named.keys(),
  };
}

/** A path without the heading that it may point to: `docs/mail.md#limits` is in `docs/mail.md`. */
export function withoutAnchor(path: string): string {
  return path.replace(/(?<=\.[a-z0-9]{1,8})#.*$/is, '');
}

/** The paths and globs that a lane names in brief, needs and checks, as written. */
function namedPaths({ brief, needs, checks }: Lane): readonly string[] {
  const entries = [...brief.context, ...brief.good].flatMap((entry) =>
    entry.kind === 'path' ? [entry.path] : [],
  );
  const texts = [
    ...entries,
    ...brief.evidence.map(({ source }) => source),
    ...needs.map(({ contract }) => contract),
    ...checks.flatMap(({ cwd, inputs }) => [cwd, ...inputs]),
  ];
  return texts.flatMap((text) => (text === undefined ? [] : [text.value]));
}

/** Markdown files with their folder, as prose names them. */
function mentionedPages({ value }: Text): readonly string[] {
  const found: string[] = [];
  for (let dot = value.indexOf('.md'); dot >= 0; dot = value.indexOf('.md', dot + 1)) {
    const before = value.slice(Math.max(0, dot - longestPath), dot);
    const path = /[^\s"'`()<>[\]{},;:]*$/.exec(before)?.[0] ?? '';
    if (path.includes('/') && !/\w/.test(value[dot + 3] ?? '')) found.push(`${path}.md`);
  }
  return found;
}

const longestPath = 200;
