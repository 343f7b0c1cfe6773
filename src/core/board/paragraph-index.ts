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
  return {
    put(file) {
      index.remove(file.path);
      const own = longParagraphs(file);
      ofFile.set(file.path, own);
      for (const paragraph of own) index.add(paragraph.sketch, file.path, paragraph);
    },
    remove(path) {
      index.remove(path);
      ofFile.delete(path);
    },
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
  const { value } = within;
  if (value.length < shortest) return [];
  const found: Paragraph[] = [];
  let start = 0;
  for (const gap of value.matchAll(/\n\s*\n\s*|\s*$/g)) {
    const text = gap.index - start < shortest ? '' : fold(value.slice(start, gap.index));
    const sketch = `${text.length} ${text.slice(0, 40)}${text.slice(-40)}`;
    if (text.length >= shortest) found.push({ file, within, start, end: gap.index, sketch });
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
  return fold(within.value.slice(start, end));
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function asText(paragraph: Paragraph): Text {
  const { file, within, start, end } = paragraph;
  return { value: folded(paragraph), span: spanWithin(file.text, within, start, end) };
}
