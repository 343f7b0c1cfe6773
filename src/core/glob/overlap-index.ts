import { anyDepth, compileGlob, type Glob, type GlobProblem, isUnrooted, type Segment } from './glob.ts';
import { globsIntersect } from './intersect.ts';
import { createPrefixIndex, END } from './prefix-index.ts';

/** Globs, asked for those that can match a path in common with another. Unrooted globs (`**` first) meet everything and are left out. */
export interface OverlapIndex {
  /** Adds a glob. A text that is no glob that can be used meets none. */
  add(glob: string): void;
  remove(glob: string): void;
  /**
   * Up to `limit` of the globs here, as written, that meet this one, which itself is left out. Of those that begin alike, 1,000
   * are compared. The answer depends on what is here, not on the order in which it came.
   */
  meeting(glob: string, limit: number): readonly string[];
}

/**
 * An empty index. `read` compiles a glob; it may know which paths exist and remember what it has read. Most globs share their
 * start with no other, so that they are only read when one asks.
 */
export function createOverlapIndex(read: (glob: string) => Glob | GlobProblem = compileGlob): OverlapIndex {
  const byStart = createPrefixIndex();
  const held = new Map<string, readonly string[]>();
  /** Held globs that were read, for as long as they are held. */
  const globs = new Map<string, Glob | undefined>();
  const rooted = (text: string): Glob | undefined => {
    if (globs.has(text)) return globs.get(text);
    const glob = read(text);
    const usable = 'problem' in glob || isUnrooted(glob) ? undefined : glob;
    if (held.has(text)) globs.set(text, usable);
    return usable;
  };
  /** What the paths that a glob matches begin with, one text for each alternative; the least that holds without reading it. */
  const startsOf = (text: string): readonly string[] => {
    if (text.startsWith('**')) return [];
    const [, before, choices, after] = onePair.exec(text) ?? [];
    if (choices !== undefined)
      return choices.split(',').flatMap((one) => startsOf(`${before}${one}${after}`));
    if (text.includes('{') || !isPlain.test(text)) {
      const alternatives = rooted(text)?.alternatives ?? [];
      return alternatives.map(({ start, segments }) => (segments.every(isLiteral) ? start + END : start));
    }
    const wildcard = text.search(/[*?[]/);
    return [wildcard < 0 ? text + END : text.slice(0, wildcard)];
  };

  return {
    add(text) {
      if (held.has(text)) return;
      const starts = startsOf(text);
      held.set(text, starts);
      for (const start of starts) byStart.add(start, text);
    },
    remove(text) {
      for (const start of held.get(text) ?? []) byStart.remove(start, text);
      held.delete(text);
      globs.delete(text);
    },
    meeting(text, limit) {
      const near = (held.get(text) ?? startsOf(text)).flatMap((start) =>
        byStart.onTheWay(start, mostCompared),
      );
      const found: string[] = [];
      if (near.every((other) => other === text)) return found;
      const own = rooted(text);
      for (const other of new Set(near)) {
        if (own === undefined || found.length >= limit) break;
        const glob = other === text ? undefined : rooted(other);
        if (glob !== undefined && globsIntersect(own, glob)) found.push(other);
      }
      return found;
    },
  };
}

function isLiteral(segment: Segment): boolean {
  return segment !== anyDepth && segment.literal !== undefined;
}

/** Where more globs begin alike, the first of them are compared, so that ten thousand cost no more than a thousand each. */
const mostCompared = 1000;

/** A text with one pair of braces that holds words to choose from. */
const onePair = /^([^{}]+)\{([\w@-]*(?:,[\w@-]*)+)\}([^{}]*)$/;

/** In such a text the part before the first wildcard is spelled as in the paths that it matches. */
const isPlain = /^[\w@*?[][^/\\:~]*(?:\/(?!\.{0,2}(?:\/|$))[^/\\]+)*$/;
