import type { Board } from '../board/board.ts';
import { type Commands, readMakeTargets, readNpmName, readNpmScripts } from '../board/commands.ts';
import { createBoard } from '../board/create-board.ts';
import { createFileIndex, type FileIndex } from '../glob/file-index.ts';
import { isLanePath, type LaneFile, laneId, reviewsPath } from '../lane/lane-file.ts';
import { readLaneFile, unreadableLane } from '../lane/read-lane.ts';
import { readReviews, unreadReviews } from '../reviews/read-reviews.ts';
import { howEnded, type ReviewsFile } from '../reviews/review.ts';
import {
  DEFAULT_SETTINGS,
  readSettings,
  SETTINGS_PATH,
  type SettingsFile,
  unreadableSettings,
} from '../settings/read-settings.ts';
import { CAPS } from '../yaml/caps.ts';
import { decodeText } from './decode-text.ts';
import type { FileContent, Files } from './files.ts';
import { listFiles } from './list-files.ts';

/** One workspace folder as loaded: the board, and the files beside the lanes that have findings of their own. */
export interface Workspace {
  readonly board: Board;
  /** Absent where the folder has none: the defaults hold. */
  readonly settingsFile?: SettingsFile;
  /** Reviews files by the path of their lane. */
  readonly reviews: ReadonlyMap<string, ReviewsFile>;
  /** True if the folder holds more files than were looked at: lanes may be missing, and rules may miss files. */
  readonly isCut: boolean;
}

/** What a host may do otherwise while a workspace is loaded. */
export interface LoadOptions {
  /** Texts that count instead of those on disk: documents with unsaved changes. */
  readonly unsaved?: ReadonlyMap<string, string>;
  /** Reads a lane from a cache; the default is `readLaneFile`. */
  readonly readLane?: (path: string, text: string) => LaneFile;
}

/** Manifests are small; a huge one is not worth the memory. */
const MANIFEST_BYTES = 1024 * 1024;

/** More manifests than a person could name in a lane are not read. */
const MANIFESTS = 500;

/** How many files are asked of the host at once. */
const BATCH = 64;

/** Loads the lanes of a workspace folder with all they refer to. Never throws; what cannot be read has findings that say so. */
export async function loadWorkspace(files: Files, options: LoadOptions = {}): Promise<Workspace> {
  const source = withUnsaved(files, options.unsaved);
  const settingsFile = await loadSettings(source);
  const { settings } = settingsFile ?? { settings: DEFAULT_SETTINGS };
  const { paths: listed, isCut } = await listFiles(source);
  const index = createFileIndex(listed);
  const paths = lanePaths(listed, index, settings.include);
  const lanes = await inBatches(paths, (path) => loadLane(source, path, options.readLane ?? readLaneFile));
  const reviews = new Map<string, ReviewsFile>();
  await inBatches(
    paths.filter((path) => index.hasFile(reviewsPath(path))),
    async (path) => {
      const file = await loadReviews(source, path);
      if (file) reviews.set(path, file);
    },
  );
  const ended = [...reviews].filter(([, file]) => howEnded(file) !== undefined).map(([path]) => laneId(path));
  const board = createBoard({
    settings,
    files: index,
    commands: await loadCommands(source, index),
    lanes,
    ended,
  });
  return { board, reviews, isCut, ...(settingsFile ? { settingsFile } : {}) };
}

/** Loads one lane file again, after it changed. */
export async function loadLane(files: Files, path: string, readLane = readLaneFile): Promise<LaneFile> {
  const decoded = decodeText(orEmpty(await files.read(path, CAPS.bytes)));
  return 'text' in decoded ? readLane(path, decoded.text) : unreadableLane(path, decoded.problem);
}

/** Loads the reviews of a lane, or nothing where it has none or they are not text. */
export async function loadReviews(files: Files, lanePath: string): Promise<ReviewsFile | undefined> {
  const path = reviewsPath(lanePath);
  const content = await files.read(path, CAPS.bytes);
  const decoded = content.kind === 'missing' ? undefined : decodeText(content);
  if (!decoded) return undefined;
  if ('text' in decoded) return readReviews(path, decoded.text);
  return unreadReviews(path, '', [decoded.problem]);
}

/**
 * The paths of the lane files among a workspace's files as they are spelled on disk, sorted. A folder below with settings of its
 * own is a workspace of its own: its lanes are not this one's.
 */
function lanePaths(listed: readonly string[], files: FileIndex, include: readonly string[]): string[] {
  const included = new Set(include.flatMap((glob) => files.matching(glob)));
  const nested = listed
    .filter((path) => path.endsWith(`/${SETTINGS_PATH}`))
    .map((path) => path.slice(0, -SETTINGS_PATH.length));
  return listed
    .filter((path) => isLanePath(path) && included.has(path.normalize('NFC')))
    .filter((path) => !nested.some((folder) => path.startsWith(folder)))
    .sort();
}

async function loadSettings(files: Files): Promise<SettingsFile | undefined> {
  const content = await files.read(SETTINGS_PATH, CAPS.bytes);
  if (content.kind === 'missing') return undefined;
  const decoded = decodeText(content);
  return 'text' in decoded ? readSettings(decoded.text) : unreadableSettings(decoded.problem);
}

async function loadCommands(files: Files, index: FileIndex): Promise<Commands> {
  const read = async (glob: string) => {
    const found = new Map<string, string>();
    await inBatches(index.matching(glob, MANIFESTS), async (path) => {
      const decoded = decodeText(orEmpty(await files.read(path, MANIFEST_BYTES)));
      if ('text' in decoded) found.set(path.slice(0, Math.max(path.lastIndexOf('/'), 0)), decoded.text);
    });
    return found;
  };
  const packages = await read('**/package.json');
  return {
    npmScripts: knownOf(packages, readNpmScripts),
    npmNames: knownOf(packages, readNpmName),
    makeTargets: knownOf(await read('**/{Makefile,makefile,GNUmakefile}'), readMakeTargets),
  };
}

function knownOf<Known>(
  texts: ReadonlyMap<string, string>,
  read: (text: string) => Known | undefined,
): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>();
  for (const [folder, text] of texts) {
    const known = read(text);
    if (known !== undefined) found.set(folder, known);
  }
  return found;
}

function withUnsaved(files: Files, unsaved: ReadonlyMap<string, string> | undefined): Files {
  if (!unsaved?.size) return files;
  return {
    list: (folder) => files.list(folder),
    read: async (path, atMost) => {
      const text = unsaved.get(path);
      return text === undefined ? files.read(path, atMost) : { kind: 'text', text };
    },
  };
}

function orEmpty(content: FileContent): Exclude<FileContent, { kind: 'missing' }> {
  return content.kind === 'missing' ? { kind: 'unreadable', reason: 'it is no longer there' } : content;
}

async function inBatches<T, R>(items: readonly T[], load: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += BATCH)
    results.push(...(await Promise.all(items.slice(at, at + BATCH).map(load))));
  return results;
}
