import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** The folder for what can be computed again, of this user and this product. Throws if the user has no home. */
export function cacheFolder(): string {
  return join(userCache(), 'lanekeeper');
}

function userCache(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME && isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return join(homedir(), '.cache');
}
