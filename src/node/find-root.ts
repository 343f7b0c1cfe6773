import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { realPath } from './real-path.ts';

/** The workspace folder that holds a file or folder: `markedRoot`, else the folder itself. */
export function findRoot(from: string): string {
  return markedRoot(from) ?? nearestFolder(resolve(from));
}

/** The real path of the nearest folder upwards with `lanekeeper.yaml`, else with `.git`; undefined if there is neither. */
export function markedRoot(from: string): string | undefined {
  const start = nearestFolder(resolve(from));
  return nearestWith(start, 'lanekeeper.yaml') ?? nearestWith(start, '.git');
}

function nearestWith(start: string, name: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, name))) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The path itself if it is a folder, else the nearest folder above it that exists. */
function nearestFolder(path: string): string {
  for (let folder = path; ; folder = dirname(folder)) {
    const real = realPath(folder);
    if (real !== undefined && statSync(real).isDirectory()) return real;
    if (folder === dirname(folder)) return folder;
  }
}
