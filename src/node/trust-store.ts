import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TrustStore } from '../core/index.ts';
import { appendLines, readLines } from './append-line.ts';
import { configFolder } from './config-folder.ts';
import { describeFailure } from './failure.ts';
import { isWithin, realPath } from './real-path.ts';
import { lastSeen, rememberSeen } from './seen-commands.ts';
import { nearestRealPath } from './write-file.ts';

const FILE = 'trust';
const DIGEST = /^sha256-[A-Za-z0-9_-]{43}$/;

/** Room for hundreds of thousands of commands. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * What this user allows on this machine: a file of digests, one a line, in the user's own folder for settings. A folder inside
 * the workspace is refused, as whoever writes the workspace would then decide what it may run; so is a file that others may
 * write. Lines that are no digests are passed over.
 */
export function trustStore(root: string, folder?: string): TrustStore {
  return {
    allows: async (digest) => {
      const place = findPlace(root, folder);
      return 'file' in place && DIGEST.test(digest) && readLines(place.file, MOST_BYTES).includes(digest);
    },
    lastAllowed: async (lane) => {
      const place = findPlace(root, folder);
      return 'file' in place ? lastSeen(place.folder, realPath(root) ?? root, lane) : undefined;
    },
    allow: async (digest, seen) => {
      if (!DIGEST.test(digest))
        return `"${digest}" is no digest. It begins with "sha256-", and 43 characters follow.`;
      const place = findPlace(root, folder);
      if ('problem' in place) return place.problem;
      try {
        mkdirSync(place.folder, { recursive: true, mode: 0o700 });
        appendLines(place.file, [digest], 0o600);
        if (seen) rememberSeen(place.folder, realPath(root) ?? root, seen);
        return undefined;
      } catch (error) {
        return `What you allow could not be remembered in ${place.file}: ${describeFailure(error)}.`;
      }
    },
  };
}

type Place = { readonly folder: string; readonly file: string } | { readonly problem: string };

function findPlace(root: string, given: string | undefined): Place {
  let folder: string;
  try {
    folder = given ?? configFolder();
  } catch {
    return {
      problem:
        'What you allow cannot be remembered, as this user has no home. Set XDG_CONFIG_HOME to a folder.',
    };
  }
  if (isWithin(realPath(root) ?? root, nearestRealPath(folder))) {
    return {
      problem: `What you allow cannot be remembered in ${folder}, as that is inside the workspace. Set XDG_CONFIG_HOME to a folder outside it.`,
    };
  }
  const file = join(folder, FILE);
  if (mayOthersWrite(folder) || mayOthersWrite(file)) {
    return { problem: `Others may write ${file}, so it is not believed. Run "chmod -R go-w" on ${folder}.` };
  }
  return { folder, file };
}

/** Windows has no such bits; there the folder lies in the user's profile, which others cannot write. */
function mayOthersWrite(path: string): boolean {
  try {
    return process.platform !== 'win32' && (statSync(path).mode & 0o022) !== 0;
  } catch {
    return false;
  }
}
