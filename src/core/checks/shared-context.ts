import { withoutAnchor } from '../board/file-users.ts';
import type { FileIndex } from '../glob/file-index.ts';
import { hasGlobCharacters, normalizePath } from '../glob/workspace-path.ts';
import type { SoundLane } from '../lane/lane-file.ts';
import type { Settings } from '../settings/settings.ts';
import { decodeText } from '../workspace/decode-text.ts';
import type { Files } from '../workspace/files.ts';
import { readLimits } from './limit-globs.ts';

const MARKDOWN = /\.(?:md|mdx|markdown)$/i;

/** A file of shared context larger than this is no text that anyone wrote for a reader. */
const MOST_BYTES = 1024 * 1024;

/**
 * The files of a lane's shared context, sorted: the Markdown that its `brief.context` names. What the lane itself may write is
 * left out, for its own work must not make the approval of its intent stale.
 */
export function sharedContext(file: SoundLane, settings: Settings, files: FileIndex): readonly string[] {
  const paths = file.lane.brief.context.flatMap((entry) => {
    if (entry.kind !== 'path') return [];
    const named = normalizePath(withoutAnchor(entry.path.value));
    return files.hasFile(named) || !hasGlobCharacters(named) ? [named] : files.matching(named);
  });
  const limits = readLimits(file.lane, settings, files.compile);
  return [...new Set(paths)]
    .filter((path) => MARKDOWN.test(path) && limits.verdict(path).kind !== 'inside')
    .sort();
}

/** The texts of files by path, as `effectiveLane` takes them. One that cannot be read, or is no text, is left out. */
export async function loadContexts(
  paths: readonly string[],
  files: Pick<Files, 'read'>,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const content = await files.read(path, MOST_BYTES);
    const decoded = content.kind === 'missing' ? undefined : decodeText(content);
    if (decoded && 'text' in decoded) texts.set(path, decoded.text);
  }
  return texts;
}
