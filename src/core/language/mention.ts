import { laneId } from '../lane/lane-file.ts';
import type { Span } from '../text/span.ts';
import { type Language, type Meaning, placeOf } from './language.ts';
import { type Located, type Scalar, scalarsOf, type Tree } from './tree.ts';

/** A text of a file that stands for something: a lane, a check, a decision, a path, a command. */
export interface Mention {
  readonly meaning: Meaning;
  readonly value: string;
  readonly role: 'key' | 'value';
  readonly scalar: Scalar;
}

/** All mentions in a file, or those of one meaning, in the order of the text. */
export function mentionsIn(tree: Tree | undefined, language: Language, meaning?: Meaning): Mention[] {
  const found: Mention[] = [];
  for (const located of scalarsOf(tree)) {
    const mention = mentionOf(located, language);
    if (mention && (meaning === undefined || mention.meaning === meaning)) found.push(mention);
  }
  return found;
}

/** What one scalar stands for, if it stands for anything. */
function mentionOf({ scalar, role, path }: Located, language: Language): Mention | undefined {
  const meaning = (role === 'key' ? language.keys : language.values)[placeOf(language, path)];
  if (!meaning || scalar.style === 'block' || scalar.value.trim() === '') return undefined;
  return { meaning, value: scalar.value, role, scalar };
}

/** The scalar that an offset stands in or touches. */
export function scalarAt(tree: Tree | undefined, offset: number): Located | undefined {
  for (const located of scalarsOf(tree)) {
    const { start, end } = located.scalar.span;
    if (start <= offset && offset <= end) return located;
    if (start > offset) break;
  }
  return undefined;
}

/** What an offset stands in; on the line `lane: 1` that is the lane itself. */
export function mentionAt(located: Located, language: Language, path: string): Mention | undefined {
  const { scalar, role } = located;
  const isHeader = placeOf(language, located.path) === 'lane';
  return isHeader ? { meaning: 'lane', value: laneId(path), role, scalar } : mentionOf(located, language);
}

/** A scalar's characters without its quotes. */
export function innerSpan({ span, style }: Scalar): Span {
  if (style !== 'single' && style !== 'double') return span;
  return { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) };
}
