import { basename, dirname, join } from 'node:path';
import { decodeText, type ReviewsChange } from '../core/index.ts';
import { withLock } from './file-lock.ts';
import { readInside } from './node-files.ts';
import { isWithin, LEAVES, realPath } from './real-path.ts';
import { createFile, replaceFile } from './write-file.ts';

/** Larger than any reviews file that can be read. */
const MOST_BYTES = 1024 * 1024;

/**
 * Changes a reviews file below the workspace folder, or makes it. Of processes that do so at once none loses what another added.
 * Returns why it could not, as a sentence for people. The change is given the text that is there, undefined where there is none.
 */
export async function changeReviews(
  root: string,
  path: string,
  change: ReviewsChange,
): Promise<string | undefined> {
  const failed = (reason: string) => `${path} could not be written: ${reason}.`;
  const real = realPath(root) ?? root;
  const folder = realPath(dirname(join(real, path)));
  if (folder === undefined || !isWithin(real, folder))
    return failed(folder === undefined ? 'its folder does not exist' : LEAVES);
  const lock = join(folder, `.${basename(path)}.lock`);
  const answer = await withLock(lock, () => changeNow(real, path, change));
  if ('reason' in answer) return failed(answer.reason);
  return answer.done;
}

function changeNow(root: string, path: string, change: ReviewsChange): string | undefined {
  const content = readInside(root, join(root, path), MOST_BYTES);
  const decoded = content.kind === 'missing' ? { text: undefined } : decodeText(content);
  if ('problem' in decoded) return `${path} could not be read. ${decoded.problem.message}`;
  const changed = change(decoded.text);
  if ('problem' in changed) return changed.problem;
  const write = decoded.text === undefined ? createFile : replaceFile;
  const written = write(root, path, changed.text);
  switch (written.kind) {
    case 'written':
      return undefined;
    case 'exists':
      return `${path} was made by somebody else just now. Try again.`;
    case 'failed':
      return `${path} could not be written: ${written.reason}.`;
  }
}
