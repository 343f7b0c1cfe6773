import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lintText, type TextField } from '../../src/core/index.ts';

/** Something that finds faults in a text: this linter, another one, or the length alone. */
export interface Linter {
  readonly name: string;
  /** How many faults it finds; for the length, the higher the shorter the text. */
  count(field: TextField, text: string): number;
}

/** This linter, the length as a baseline, and the prose linters that are installed under `bench`. */
export async function loadLinters(): Promise<readonly Linter[]> {
  const own: readonly Linter[] = [
    { name: 'lanekeeper', count: (field, text) => lintText(field, text).length },
    { name: 'length alone', count: (_, text) => -text.length },
  ];
  try {
    return [...own, ...(await proseLinters())];
  } catch {
    console.log(
      '\nThe other linters are not installed: npm ci --prefix bench adds write-good, alex and retext.',
    );
    return own;
  }
}

async function proseLinters(): Promise<readonly Linter[]> {
  const require = createRequire(pathToFileURL(resolve('bench/package.json')));
  const load = (name: string) => import(pathToFileURL(require.resolve(name)).href);
  const writeGood = (await load('write-good')).default;
  const { markdown } = await load('alex');
  const { retext } = await load('retext');
  const plugins = ['retext-simplify', 'retext-intensify', 'retext-passive', 'retext-readability'];
  const processor = retext();
  for (const plugin of plugins) processor.use((await load(plugin)).default);
  return [
    { name: 'write-good', count: (_, text) => writeGood(text).length },
    { name: 'alex', count: (_, text) => markdown(text).messages.length },
    { name: 'retext', count: (_, text) => processor.processSync(text).messages.length },
  ];
}
