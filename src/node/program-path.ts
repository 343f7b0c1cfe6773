import { statSync } from 'node:fs';
import { win32 } from 'node:path';
import type { Environment } from './base-environment.ts';

/**
 * The program that Windows would start, found on the PATH alone: left to itself it looks into the current folder first, which
 * is the workspace, and would start a `git.exe` that came with it. The name itself if it is a path; undefined if there is none.
 */
export function windowsProgram(
  name: string,
  environment: Environment,
  isFile: (path: string) => boolean = isExistingFile,
): string | undefined {
  if (/[\\/:]/.test(name)) return name;
  const variable = (wanted: string) =>
    Object.entries(environment).find(([key]) => key.toUpperCase() === wanted)?.[1] ?? '';
  const folders = variable('PATH')
    .split(';')
    .map((folder) => folder.replace(/^"(.*)"$/, '$1'))
    // A folder relative to the current one is the same trap.
    .filter((folder) => /^(?:[A-Za-z]:[\\/]|\\\\)/.test(folder));
  const endings = (variable('PATHEXT') || '.COM;.EXE;.BAT;.CMD').split(';').filter((ending) => ending !== '');
  const names = endings.some((ending) => name.toUpperCase().endsWith(ending.toUpperCase()))
    ? [name]
    : endings.map((ending) => name + ending);
  for (const folder of folders) {
    const found = names.map((each) => win32.join(folder, each)).find(isFile);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isExistingFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
