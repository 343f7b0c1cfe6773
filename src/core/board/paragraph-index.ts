import type { Lane } from '../lane/lane.ts';
import { isSound, type LaneFile, type SoundLane } from '../lane/lane-file.ts';
import { spanWithin } from '../text/source-map.ts';
import type { Text } from '../text/span.ts';
import type { CopiedParagraph } from './board.ts';
import { createKeyedIndex } from './keyed-index.ts';
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
}

/** No lanes yet. */
export function createParagraphIndex(): ParagraphIndex {
  const index = createKeyedIndex<Paragraph>();
  return {
    put(file) {
      for (const paragraph of longParagraphs(file)) index.add(sketch(paragraph), file.path, paragraph);
    },
    remove: (path) => index.remove(path),
    copies(file, mayCount) {
      return longParagraphs(file).flatMap((own) => {
        const others = takeOthers(copiesOf(own, index.get(sketch(own)), mayCount));
        const first = others.first.map((other) => ({ file: other.file, text: asText(other) }));
        return others.count > 0 ? [{ own: asText(own), within: own.within, first, count: others.count }] : [];
      });
    },
    *lanesRepeating(file) {
      if (!isSound(file)) return;
      for (const own of longParagraphs(file)) {
        for (const { value } of index.get(sketch(own))) yield value.file;
      }
    },
  };
}

function* copiesOf(
  own: Paragraph,
  entries: readonly { readonly path: string; readonly value: Paragraph }[],
  mayCount: (other: SoundLane) => boolean,
): Iterable<Paragraph> {
  const text = folded(own);
  let last = own.file.path;
  for (const { path, value } of entries) {
    if (path === last || path === own.file.path || !mayCount(value.file) || folded(value) !== text) continue;
    last = path;
    yield value;
  }
}

function longParagraphs(file: SoundLane): readonly Paragraph[] {
  return textsOf(file.lane)
    .flatMap((within) => paragraphsOf(file, within))
    .filter(
      (paragraph) => paragraph.end - paragraph.start >= shortest && folded(paragraph).length >= shortest,
    );
}

function paragraphsOf(file: SoundLane, within: Text): readonly Paragraph[] {
  const { value } = within;
  if (value.length < shortest) return [];
  const found: Paragraph[] = [];
  let start = 0;
  for (const gap of value.matchAll(/\n\s*\n\s*|\s*$/g)) {
    found.push({ file, within, start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  return found;
}

function textsOf({ brief }: Lane): readonly Text[] {
  const entries = [...brief.context, ...brief.good];
  const texts = entries.map((entry) =>
    entry.kind === 'text' ? entry.text : entry.kind === 'url' ? entry.gist : undefined,
  );
  return [brief.outcome, brief.why, ...texts].filter((text) => text !== undefined);
}

function folded({ within, start, end }: Paragraph): string {
  return within.value.slice(start, end).replace(/\s+/g, ' ');
}

/** What equal paragraphs have in common; the few others that share it are told apart word for word. */
function sketch(paragraph: Paragraph): string {
  const text = folded(paragraph);
  return `${text.length} ${text.slice(0, 40)}${text.slice(-40)}`;
}

function asText(paragraph: Paragraph): Text {
  const { file, within, start, end } = paragraph;
  return { value: folded(paragraph), span: spanWithin(file.text, within, start, end) };
}
