import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Evidence, EvidenceStore } from '../core/index.ts';
import { appendLines, readLines } from './append-line.ts';
import { digest } from './cache-file.ts';
import { makeSeal, readSeal, type Seal } from './evidence-key.ts';
import { fitEvidence, readEvidence } from './evidence-line.ts';
import { describeFailure } from './failure.ts';
import { isWithin, realPath } from './real-path.ts';
import { createFile, makeFolderInside } from './write-file.ts';

/** Where evidence is kept, below the workspace folder. */
const FOLDER = '.lanekeeper/evidence';

/** A file that is larger is not added to any more: the next one begins. A line may take it beyond. */
const FULL = 512 * 1024;
/** No file gets as large by this program. */
const MOST_READ = 64 * 1024 * 1024;
/** So many files are kept of each lane. */
const MOST_FILES = 4;
/** So many results are remembered of each check. */
const MOST_OF_A_CHECK = 50;

/**
 * Evidence in `.lanekeeper/evidence`, which tells git itself to ignore it. A lane has a few files of lines that are only ever
 * added to, so that a crash costs at most the line that was being written, and two runs at once lose nothing; when a file is
 * full, the next begins with the last result of each check, and the oldest goes. Each line is sealed with a key of this user,
 * kept in `keyFolder`: evidence that came with a repository does not count. The order is that of the lines, not of clocks.
 */
export function evidenceStore(root: string, keyFolder?: string): EvidenceStore {
  return {
    of: async (lane) => {
      const folder = folderWithin(root);
      const seal = readSeal(keyFolder);
      return folder && seal ? readAll(folder, lane, seal).map(({ evidence }) => evidence) : [];
    },
    add: async (evidence) => {
      const reason = add(root, keyFolder, evidence);
      return reason === undefined
        ? undefined
        : `The result of "${evidence.check}" could not be recorded in ${FOLDER}: ${reason}.`;
    },
  };
}

/** The real path of the folder, unless a symbolic link leads it out of the workspace. */
function folderWithin(root: string): string | undefined {
  const folder = realPath(join(root, FOLDER));
  return folder !== undefined && isWithin(realPath(root) ?? root, folder) ? folder : undefined;
}

function add(root: string, keyFolder: string | undefined, evidence: Evidence): string | undefined {
  const seal = makeSeal(keyFolder);
  if ('reason' in seal) return seal.reason;
  const text = fitEvidence(evidence);
  if (text === undefined) return 'it is too large';
  const unmade = isMade(root) ? undefined : makeFolder(root);
  if (unmade !== undefined) return unmade;
  try {
    appendTo(join(root, FOLDER), evidence.lane, `${seal.of(text)} ${text}`, seal);
    return undefined;
  } catch (error) {
    return describeFailure(error);
  }
}

/** Looked at for each result: a check may have deleted the folder, or put a link in its place. */
function isMade(root: string): boolean {
  const folder = folderWithin(root);
  return folder !== undefined && existsSync(join(folder, '.gitignore'));
}

function makeFolder(root: string): string | undefined {
  const unmade = makeFolderInside(root, join(root, FOLDER));
  if (unmade !== undefined) return unmade;
  const ignoring = createFile(root, `${FOLDER}/.gitignore`, '*\n');
  return ignoring.kind === 'failed' ? ignoring.reason : undefined;
}

function appendTo(folder: string, lane: string, line: string, seal: Seal): void {
  const start = fileStart(lane);
  const numbers = fileNumbers(folder, start);
  const last = numbers.at(-1) ?? 1;
  const file = (number: number) => join(folder, fileName(start, number));
  const size = statSync(file(last), { throwIfNoEntry: false })?.size ?? 0;
  const carried = size < FULL ? [] : latestLines(readAll(folder, lane, seal));
  // With very many checks, a file must hold more than what the next one would begin with.
  if (size < FULL || size < 2 * Buffer.byteLength(carried.join('\n\n'))) {
    appendLines(file(last), [line], 0o600);
    return;
  }
  // Two runs may both carry over: a line that stands twice counts once, where it stands first.
  appendLines(file(last + 1), [...carried, line], 0o600);
  for (const number of numbers) if (number <= last + 1 - MOST_FILES) rmSync(file(number), { force: true });
}

function latestLines(entries: readonly Entry[]): readonly string[] {
  return [...new Map(entries.map(({ line, evidence }) => [evidence.check, line])).values()];
}

interface Entry {
  readonly line: string;
  readonly evidence: Evidence;
}

function readAll(folder: string, lane: string, seal: Seal): readonly Entry[] {
  const start = fileStart(lane);
  const lines = fileNumbers(folder, start).flatMap((number) =>
    readLines(join(folder, fileName(start, number)), MOST_READ),
  );
  const entries = [...new Set(lines)].flatMap((line) => {
    const [given = '', text] = split(line);
    const evidence = seal.holds(text, given) ? readEvidence(text) : undefined;
    return evidence?.lane === lane ? [{ line, evidence }] : [];
  });
  const left = new Map<string, number>();
  return entries
    .reverse()
    .filter(({ evidence: { check } }) => {
      left.set(check, (left.get(check) ?? MOST_OF_A_CHECK) - 1);
      return (left.get(check) ?? 0) >= 0;
    })
    .reverse();
}

function split(line: string): readonly [string, string] {
  const space = line.indexOf(' ');
  return [line.slice(0, Math.max(0, space)), line.slice(space + 1)];
}

/** What the files of a lane begin with: its name may hold what a file name cannot, or differ from another only in case. */
function fileStart(lane: string): string {
  const readable = lane.replace(/[^A-Za-z0-9-]/g, '_').slice(0, 40);
  const exact = Buffer.from(digest(lane), 'base64url').toString('hex').slice(0, 16);
  return `${readable}-${exact}.`;
}

function fileName(start: string, number: number): string {
  return `${start}${number}.jsonl`;
}

function fileNumbers(folder: string, start: string): readonly number[] {
  return readdirSync(folder)
    .flatMap((name) => (name.startsWith(start) ? [Number(/\.(\d{1,9})\.jsonl$/.exec(name)?.[1])] : []))
    .filter((number) => number > 0)
    .sort((a, b) => a - b);
}
