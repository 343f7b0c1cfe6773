/** What a workspace offers to run after `run:`, by folder (`''` is the workspace folder itself). */
export interface Commands {
  readonly npmScripts: ReadonlyMap<string, readonly string[]>;
  readonly makeTargets: ReadonlyMap<string, readonly string[]>;
}

/** The names of the scripts in the text of a `package.json`, or nothing where it cannot be known. */
export function readNpmScripts(packageJson: string): readonly string[] | undefined {
  try {
    const { scripts = {} } = JSON.parse(packageJson.replace(/^\uFEFF/, ''));
    return typeof scripts === 'object' && scripts !== null ? Object.keys(scripts) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The targets in the text of a makefile, or nothing where they cannot be known: one that includes another, or computes names.
 * Format: GNU make manual, "Rule Syntax".
 */
export function readMakeTargets(makefile: string): readonly string[] | undefined {
  const targets = new Set<string>();
  for (const line of makefile.split(/\r?\n/)) {
    if (/^[ ]*-?s?include\b/.test(line)) return undefined;
    const names = /^([^\s#:=][^#:=]*):(?![:=])/.exec(line)?.[1];
    if (names === undefined || names.startsWith('.')) continue;
    if (/[$%]/.test(names)) return undefined;
    for (const name of names.trim().split(/\s+/)) targets.add(name);
  }
  return [...targets];
}
