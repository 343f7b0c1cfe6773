import type { SoundLane } from '../lane/lane-file.ts';
import type { Remedy } from '../lint/rule.ts';
import { spanWithin } from '../text/source-map.ts';
import type { Text } from '../text/span.ts';

/** A stretch of a text's value. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The remedy that writes other words in the place of a stretch; none where the words run over a line or the text ends up empty. */
export function swapWords(
  file: SoundLane,
  text: Text,
  { start, end }: Stretch,
  { words, title }: { readonly words: string; readonly title: string },
): readonly Remedy[] {
  const span = spanWithin(file.text, text, start, end);
  const left = text.value.slice(0, start) + words + text.value.slice(end);
  const isPlain = file.text.slice(span.start, span.end) === text.value.slice(start, end);
  if (!isPlain || /\n/.test(text.value.slice(start, end)) || !/\w{2}/.test(left)) return [];
  return [{ title, operations: [{ kind: 'replace', span, text: words }] }];
}

/** The remedy that deletes a stretch with the commas, brackets and blanks that came with it. */
export function cutWords(file: SoundLane, text: Text, { start, end }: Stretch): readonly Remedy[] {
  const title = `Delete "${text.value.slice(start, end).replace(/\s+/g, ' ')}"`;
  const before = text.value.slice(0, start);
  const after = text.value.slice(end);
  const lead = /(?:^|[.;:!?]\s+|\n[ \t]*(?:[-*+] )?)$/.test(before);
  if (lead) {
    const next = /^[\s,]*(\S)/.exec(after);
    const stretch = { start, end: end + (next?.[0].length ?? 0) };
    return swapWords(file, text, stretch, { words: next?.[1]?.toUpperCase() ?? '', title });
  }
  const bracketed = /[ ]?\($/.exec(before);
  if (bracketed && after.startsWith(')')) {
    return swapWords(file, text, { start: start - bracketed[0].length, end: end + 1 }, { words: '', title });
  }
  const gap = /,?[ ]*$/.exec(before)?.[0] ?? '';
  const comma = gap.startsWith(',') && after.startsWith(',') ? 1 : 0;
  return swapWords(file, text, { start: start - gap.length, end: end + comma }, { words: '', title });
}
