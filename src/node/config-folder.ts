import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The folder of this user for what must be kept and must not lie in a repository: what was trusted, and the key of the
 * evidence. Throws if the user has no home.
 */
export function configFolder(): string {
  return join(userConfig(), 'lanekeeper');
}

function userConfig(): string {
  const { XDG_CONFIG_HOME, APPDATA } = process.env;
  if (XDG_CONFIG_HOME && isAbsolute(XDG_CONFIG_HOME)) return XDG_CONFIG_HOME;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (process.platform === 'win32') return APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  return join(homedir(), '.config');
}
