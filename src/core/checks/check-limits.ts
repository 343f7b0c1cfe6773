import type { FileIndex } from '../glob/file-index.ts';
import { compileGlob } from '../glob/glob.ts';
import { normalizePath, quote } from '../glob/workspace-path.ts';
import { reviewsPath, type SoundLane } from '../lane/lane-file.ts';
import type { Settings } from '../settings/settings.ts';
import type { BuiltInOutcome, NamedFile } from './built-in-outcome.ts';
import type { ChangedFile } from './git.ts';
import { type LimitVerdict, readLimits } from './limit-globs.ts';

/** How many files a sentence names; all of them are listed. */
const MOST_NAMED = 3;

/**
 * Holds the changed files against a lane's limits. Each one outside is named with the glob that would have allowed it, each
 * forbidden one with the glob that forbids it. A renamed file counts on both sides; the lane's own reviews file does not count.
 */
export function checkLimits(
  changed: readonly ChangedFile[],
  file: SoundLane,
  settings: Settings,
  files: FileIndex,
): BuiltInOutcome {
  const paths = touchedPaths(changed, file);
  const limits = readLimits(file.lane, settings, (glob) => compileGlob(glob, existsIn(files, paths)));
  const broken = paths.flatMap((path): NamedFile[] => {
    const note = noteOf(limits.verdict(path), path);
    return note === undefined ? [] : [{ path, note }];
  });
  if (broken.length === 0) return { result: { state: 'passed' }, files: [] };
  const named = broken.slice(0, MOST_NAMED).map(({ path, note }) => `${quote(path)}: ${note}`);
  const more = broken.length - named.length;
  const count =
    broken.length === 1 ? '1 file breaks the limits.' : `${broken.length} files break the limits.`;
  const because = [count, ...named, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
  return { result: { state: 'failed', because }, files: broken };
}

/** All paths that a change touches, sorted, each once; those of the lane's own reviews file left out. */
function touchedPaths(changed: readonly ChangedFile[], { path }: SoundLane): readonly string[] {
  const paths = changed.flatMap((one) => (one.from === undefined ? [one.path] : [one.from, one.path]));
  return [...new Set(paths)].filter((one) => one !== reviewsPath(path)).sort();
}

/** What is literal in a glob is so even if the change has deleted it. */
function existsIn(files: FileIndex, touched: readonly string[]): (path: string) => boolean {
  const known = touched.map(normalizePath);
  return (path) =>
    files.hasFile(path) ||
    files.hasFolder(path) ||
    known.some((one) => one === path || one.startsWith(`${path}/`));
}

function noteOf(verdict: LimitVerdict, path: string): string | undefined {
  switch (verdict.kind) {
    case 'inside':
      return undefined;
    case 'never':
      return `${quote(verdict.glob)} under \`never\`${verdict.isInherited ? ' in the settings' : ''} forbids it.`;
    case 'outside':
      return path.startsWith('../')
        ? 'it lies outside the workspace folder, where no write path reaches.'
        : `no write path allows it; ${quote(allowing(path))} would.`;
  }
}

/** The narrowest glob that a person would write for a file: its folder, or the file where the folder is at the top. */
function allowing(path: string): string {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return folder.includes('/') ? `${folder}/**` : path;
}
