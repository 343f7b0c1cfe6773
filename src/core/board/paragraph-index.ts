import type { Lane } from '../lane/lane.ts';
import { isSound, type LaneFile, type SoundLane } from '../lane/lane-file.ts';
import { spanWithin } from '../text/source-map.ts';
import type { Text } from '../text/span.ts';
import type { CopiedParagraph, Others } from './board.ts';
import { createKeyedIndex, type Entry } from './keyed-index.ts';
import { takeOthers } from './take-others.ts';

/** The long paragraphs of all briefs. */
export interface ParagraphIndex {
  put(file: SoundLane): void;
  remove(path: string): void;
  /** The paragraphs of this lane that stand in other lanes of those that count. */
  copies(file: SoundLane, mayCount: (other: SoundLane) => boolean): readonly CopiedParagraph[];
  /** Every lane that repeats a paragraph of this file. */
  lanesRepeating(file: LaneFile): Iterable<SoundLane>;
}

/** Shorter text is repeated for good reason: a sentence about the domain, a list of names. */
const shortest = 200;

interface Paragraph {
  readonly file: SoundLane;
  readonly within: Text;
  readonly start: number;
  readonly end: number;
  /** What equal paragraphs have in common; the few others that share it are told apart word for word. */
  readonly sketch: string;
}

/** No lanes yet. */
export function createParagraphIndex(): ParagraphIndex {
  const index = createKeyedIndex<Paragraph>();
  const ofFile = new Map<string, readonly Paragraph[]>();
  const remove = (path: string) => {
    for (const { sketch } of ofFile.get(path) ?? []) index.remove(sketch, path);
    ofFile.delete(path);
  };
  return {
    put(file) {
      remove(file.path);
      const own = longParagraphs(file);
      if (own.length > 0) ofFile.set(file.path, own);
      for (const paragraph of own) index.add(paragraph.sketch, file.path, paragraph);
    },
    remove,
    copies(file, mayCount) {
      return (ofFile.get(file.path) ?? []).flatMap((own) => {
        const others = copiesOf(own, index.get(own.sketch), mayCount);
        const first = others.first.map((other) => ({ file: other.file, text: asText(other) }));
        return others.count > 0 ? [{ own: asText(own), within: own.within, first, count: others.count }] : [];
      });
    },
    *lanesRepeating(file) {
      for (const own of isSound(file) ? longParagraphs(file) : []) {
        for (const { value } of index.get(own.sketch)) yield value.file;
      }
    },
  };
}

function copiesOf(
  own: Paragraph,
  alike: readonly Entry<Paragraph>[],
  mayCount: (other: SoundLane) => boolean,
): Others<Paragraph> {
  if (alike.length < 2) return { first: [], count: 0 };
  const text = folded(own);
  if (text.length < shortest) return { first: [], count: 0 };
  let last = '';
  return takeOthers(
    alike.map(({ value }) => value),
    (other) => {
      if (other.file.path === last || !mayCount(other.file) || folded(other) !== text) return false;
      last = other.file.path;
      return true;
    },
  );
}

function longParagraphs(file: SoundLane): readonly Paragraph[] {
  return textsOf(file.lane).flatMap((within) => paragraphsOf(file, within));
}

function paragraphsOf(file: SoundLane, within: Text): readonly Paragraph[] {
  const value = within.value.trimEnd();
  if (value.length < shortest) return [];
  const found: Paragraph[] = [];
  const add = (start: number, end: number) => {
    if (end - start >= shortest) found.push({ file, within, start, end, sketch: hash(value, start, end) });
  };
  let start = 0;
  for (const { 0: gap, index } of value.matchAll(/\n\s*\n\s*/g)) {
    add(start, index);
    start = index + gap.length;
  }
  add(start, value.length);
  return found;
}

function textsOf({ brief }: Lane): readonly Text[] {
  const entries = [...brief.context, ...brief.good];
  const texts = entries.map((entry) =>
    entry.kind === 'text' ? entry.text : entry.kind === 'url' ? entry.gist : undefined,
  );
  return [brief.outcome, brief.why, ...texts].filter((text) => text !== undefined);
}

/** A number that equal texts have in common however their white space is folded (FNV-1a over what is not white space). */
function hash(text: string, start: number, end: number): string {
  let sum = 0x811c9dc5;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 32) sum = Math.imul(sum ^ unit, 0x01000193);
  }
  return String(sum);
}

function folded({ within, start, end }: Paragraph): string {
  return fold(within.value.slice(start, end));
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function asText(paragraph: Paragraph): Text {
  const { file, within, start, end } = paragraph;
  return { value: folded(paragraph), span: spanWithin(file.text, within, start, end) };
}
