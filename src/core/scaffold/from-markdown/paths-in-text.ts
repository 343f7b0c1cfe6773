import type { FileIndex } from '../../glob/file-index.ts';
import { checkPath, normalizePath } from '../../glob/workspace-path.ts';

const CODE_OR_WORD = /`([^`\n]+)`|[^\s`()"',;]+/g;
/** A path needs a slash and an ending, or to be a folder with its slash. */
const PATH = /^(?:\.{0,2}[\w@.*-]+\/)+(?:[\w@*-][\w@.*-]*\.\w{1,10}|\*\*?)?$|^\.[\w-]+\/$/;
/** In a code span a folder needs no slash at its end. */
const FOLDER = /^(?:\.?[\w@-]+\/)+[\w@-]+$/;
/** What web frameworks put into the names of files that are routes: `[id]`, `[[...slug]]`, `(shop)`, `$id`, `+page`. */
const ROUTE_PARTS = /\[{1,2}(?:\.{3})?[\w-]+\]{1,2}|\([\w.-]+\)|(?<=[/.])[$+](?=\w)/g;
/** Files that lie at the top of a repository by custom. */
const TOP_FILE =
  /^(?:[A-Z][A-Z0-9_]{2,}[\w-]*\.(?:md|txt|rst)|Makefile|Dockerfile|Justfile|package\.json|tsconfig(?:\.\w+)?\.json|pyproject\.toml|Cargo\.toml|go\.mod|CMakeLists\.txt)$/;

const CHANGE =
  /\b(?:add|change|create|delete|document|edit|extend|fix|implement|improve|mention|modify|move|refactor|remove|rename|replace|rewrite|simplify|update|wire|write)\b/i;
const READ_BEFORE =
  /\b(?:from|run|see|per|like|via|with|using|than|by|read|reads|follow|following|against)\s+(?:the\s+)?$/i;
const CHANGED_AFTER =
  /^[`'")]*\s+(?:is |are |be |gets? |must be |should be |needs? to be )?(?:\w+ly )?\w+ed\b/;
const FORBIDDEN =
  /\b(?:do not|don't|never|must not|should not|without|no) (?:be )?(?:touch|chang|modif|edit|alter|delet|remov)(?:e|ed|es|ing|y|ied|ying)?\b|\b(?:stays?|remains?|leave) (?:untouched|unchanged|as (?:it is|they are))/i;

/** How a sentence speaks to whoever does the work. */
const ORDER = /\b(?:do not|don't|never|must not)\b/i;

/** A path in a sentence, and what the sentence wants of it. */
export interface MentionedPath {
  readonly path: string;
  readonly use: 'write' | 'never' | 'read';
}

/** The paths that a text names, with a folder as `folder/**`. Only what looks like nothing but a path counts. */
export function pathsIn(text: string): readonly MentionedPath[] {
  return sentencesOf(text).flatMap((sentence) => {
    const isForbidden = FORBIDDEN.test(sentence);
    return [...sentence.matchAll(CODE_OR_WORD)].flatMap((match) => {
      const path = asPath(match[1] ?? match[0], match[1] !== undefined);
      if (!path) return [];
      const isWritten = isForbidden || changes(sentence, match.index, match[0].length);
      return [{ path, use: isForbidden ? 'never' : isWritten ? 'write' : 'read' } as const];
    });
  });
}

/** The sentences of a text that forbid a change and name no path of what must stay. */
export function vagueProhibitions(text: string): readonly string[] {
  const forbids = (sentence: string) => ORDER.test(sentence) && FORBIDDEN.test(sentence);
  return sentencesOf(text).filter((sentence) => forbids(sentence) && pathsIn(sentence).length === 0);
}

/** Whether the workspace has such a file or folder, or could: a file at its top, or one below a folder that exists. */
export function isPlausible(path: string, files: FileIndex | undefined): boolean {
  if (!files || !path.includes('/') || files.matchesAny(path)) return true;
  const [top = ''] = path.split('/');
  return !top.includes('*') && files.hasFolder(top);
}

function asPath(found: string, isCode: boolean): string | undefined {
  const text = found
    .replace(/^[*_]+(?=\w)/, '')
    .replace(/[.:!?]+$/, '')
    .replace(/(?<=\w)[*_]+$/, '');
  const plain = isCode && text.includes('/') ? text.replace(ROUTE_PARTS, 'x') : text;
  const isFolder = isCode && FOLDER.test(plain);
  if (!(PATH.test(plain) || isFolder || TOP_FILE.test(text)) || checkPath(text)) return undefined;
  return isFolder || text.endsWith('/') ? `${normalizePath(text)}/**` : normalizePath(text);
}

function changes(sentence: string, at: number, length: number): boolean {
  const before = sentence.slice(0, at);
  if (CHANGED_AFTER.test(sentence.slice(at + length))) return true;
  return CHANGE.test(before) && !READ_BEFORE.test(before);
}

/** Rough sentences: a list entry, or up to a semicolon or a full stop before a capital. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/\n\s*\n|\n\s*(?:[-*+]|\d+[.)])\s|(?<=[.!?])\s+(?=[A-Z])|;\s/);
}
