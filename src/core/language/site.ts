import { type Language, languageOf } from './language.ts';
import { type Mention, mentionAt, scalarAt } from './mention.ts';
import { type Located, readTree, type Tree } from './tree.ts';

/** Where an offset is in a file, and what stands there. */
export interface Site {
  readonly language: Language;
  readonly tree: Tree | undefined;
  readonly located: Located;
  /** What the text at the offset stands for, if it stands for anything. */
  readonly mention?: Mention;
}

/** What stands at an offset of a lane file or of `lanekeeper.yaml`; nothing between words and in other files. */
export function siteAt(text: string, offset: number, path: string): Site | undefined {
  const language = languageOf(path);
  if (!language) return undefined;
  const tree = readTree(text);
  const located = scalarAt(tree, offset);
  if (!located) return undefined;
  const mention = mentionAt(located, language, path);
  return { language, tree, located, ...(mention ? { mention } : {}) };
}
