import type { Board } from '../board/board.ts';
import { normalizePath } from '../glob/workspace-path.ts';
import type { Span } from '../text/span.ts';
import { languageOf } from './language.ts';
import { innerSpan, mentionsIn } from './mention.ts';
import { isWebAddress, withoutFragment } from './named-path.ts';
import { readTree, scalarsOf } from './tree.ts';

/** A stretch of text that leads to a file of the workspace or to a web page. */
export interface Link {
  readonly span: Span;
  readonly target:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'web'; readonly url: string };
}

/** The files that a lane or settings file names and that exist, and the web pages (http and https only). Never throws. */
export function links(file: { readonly path: string; readonly text: string }, board: Board): readonly Link[] {
  const language = languageOf(file.path);
  if (!language) return [];
  const tree = readTree(file.text);
  const files = mentionsIn(tree, language).flatMap(({ meaning, value, scalar }): Link[] => {
    if (meaning !== 'file' && meaning !== 'glob') return [];
    const path = withoutFragment(value, board.files);
    return board.files.hasFile(path)
      ? [{ span: innerSpan(scalar), target: { kind: 'file', path: normalizePath(path) } }]
      : [];
  });
  const pages = [...scalarsOf(tree)].flatMap(({ scalar, role }): Link[] =>
    role === 'value' && scalar.style !== 'block' && isWebAddress(scalar.value)
      ? [{ span: innerSpan(scalar), target: { kind: 'web', url: scalar.value } }]
      : [],
  );
  return [...files, ...pages];
}
