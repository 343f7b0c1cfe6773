import type { SoundLane } from '../lane/lane-file.ts';
import type { Remedy } from '../lint/rule.ts';
import { spanWithin } from '../text/source-map.ts';
import type { Text } from '../text/span.ts';

/** The remedy that writes another word in the place of a whole text, inside its quotes where it has any. */
export function replaceWord(file: SoundLane, found: Text, word: string): Remedy {
  const span = spanWithin(file.text, found, 0, found.value.length);
  return { title: `Change to ${word}`, operations: [{ kind: 'replace', span, text: word }] };
}
