/** What a workspace offers to run after `run:`, by folder (`''` is the workspace folder itself). */
export interface Commands {
  /** The scripts of each readable package.json. A folder without an entry has none, or none that can be known. */
  readonly npmScripts: ReadonlyMap<string, readonly string[]>;
  /** The names of the packages that say one. */
  readonly npmNames: ReadonlyMap<string, string>;
  /** The targets of each makefile; one with `%` is a pattern, and `%` alone means that there may be any others. */
  readonly makeTargets: ReadonlyMap<string, readonly string[]>;
}

/** The names of the scripts in the text of a package.json; undefined if it cannot be read, so that nothing is known. */
export function readNpmScripts(packageJson: string): readonly string[] | undefined {
  const manifest = readManifest(packageJson);
  if (manifest === undefined) return undefined;
  const { scripts = {} } = manifest;
  return typeof scripts === 'object' && scripts !== null ? Object.keys(scripts) : undefined;
}

/** The name of the package in the text of a package.json; undefined if it says none, or cannot be read. */
export function readNpmName(packageJson: string): string | undefined {
  const name = readManifest(packageJson)?.name;
  return typeof name === 'string' ? name : undefined;
}

function readManifest(
  packageJson: string,
): { readonly scripts?: unknown; readonly name?: unknown } | undefined {
  try {
    const manifest: unknown = JSON.parse(packageJson.replace(/^\uFEFF/, ''));
    return typeof manifest === 'object' && manifest !== null ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The targets in the text of a makefile, in order, each once. What only make can tell (an `include`, a name made of variables)
 * is given as `%`, which stands for any name.
 */
export function readMakeTargets(makefile: string): readonly string[] {
  const targets = new Set<string>();
  let isDefinition = false;
  for (const line of makefile.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
    if (/^define\b/.test(line)) isDefinition = true;
    if (!isDefinition) for (const target of targetsOfLine(line)) targets.add(target);
    if (/^endef\b/.test(line)) isDefinition = false;
  }
  return [...targets];
}

const longestLine = 2000;
const RULE = /^ *([^\s#:=][^#:=]*?)\s*&?::?(?![:=])\s*([^#;]*)/;

function targetsOfLine(line: string): readonly string[] {
  if (line.length > longestLine || /^ *(?:-include|sinclude|include)\s/.test(line)) return ['%'];
  const [, names = '', needs = ''] = RULE.exec(line) ?? [];
  if (/^(?:export|override|ifn?eq|ifn?def|else|endif|vpath|unexport)\b/.test(names)) return [];
  if (names === '.DEFAULT') return ['%'];
  const listed = names === '.PHONY' ? needs : names;
  if (listed.includes('$')) return ['%'];
  return listed.split(/\s+/).filter((name) => name !== '' && !/^\.[A-Z]/.test(name));
}
