import type { FileIndex } from '../glob/file-index.ts';
import { matchesGlob } from '../glob/glob.ts';
import { hasGlobCharacters, normalizePath } from '../glob/workspace-path.ts';
import type { Lane } from '../lane/lane.ts';
import { proseOf } from '../prose/prose-field.ts';

/** Whether a lane names a file in brief, needs or checks: by its path, by a glob, or in a sentence. */
export function namesFile(lane: Lane, path: string, files: FileIndex): boolean {
  return (
    namedPaths(lane).some((text) => {
      const named = normalizePath(withoutAnchor(text));
      if (named === path || !hasGlobCharacters(named)) return named === path;
      const glob = files.compile(named);
      return !('problem' in glob) && matchesGlob(glob, path);
    }) ||
    proseOf(lane, ['outcome', 'why', 'context', 'good', 'done']).some(({ value }) => value.includes(path))
  );
}

/** A path without the heading or line that it may point to: `docs/mail.md#limits` and `src/mail.ts:40` are files. */
export function withoutAnchor(path: string): string {
  return /[#:]/.test(path) ? path.replace(/(?<=\.[a-z0-9]{1,8})(?:#.*|:\d+(?:[-:]\d+)?)$/is, '') : path;
}

/** The paths and globs that a lane names, as written. */
function namedPaths({ brief, needs, checks }: Lane): readonly string[] {
  const entries = [...brief.context, ...brief.good].map((entry) =>
    entry.kind === 'path' ? entry.path : undefined,
  );
  const texts = [
    ...entries,
    ...brief.evidence.map(({ source }) => source),
    ...needs.map(({ contract }) => contract),
    ...checks.flatMap(({ cwd, inputs }) => [cwd, ...inputs]),
  ];
  return texts.flatMap((text) => (text === undefined ? [] : [text.value]));
}
