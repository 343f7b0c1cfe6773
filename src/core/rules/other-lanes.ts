import type { Others } from '../board/board.ts';
import type { LaneFile } from '../lane/lane-file.ts';
import type { Related } from '../lint/finding.ts';
import type { Text } from '../text/span.ts';

const mostNamed = 3;

/** Other lanes in words, the first three by id: `"billing"`, `"billing" and "mails"`, `"a", "b", "c" and 4 more lanes`. */
export function nameOthers({ first, count }: Others<{ readonly file: LaneFile }>): string {
  const names = first.slice(0, mostNamed).map(({ file }) => `"${file.id}"`);
  const more = count - names.length;
  if (more > 0)
    return `${names.join(', ')} and ${more > 90 ? 'over 90' : more} more ${more === 1 ? 'lane' : 'lanes'}`;
  const last = names.pop() ?? '';
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last;
}

/** Where other lanes say what a finding speaks of. */
export function relateTo<Found extends { readonly file: LaneFile }>(
  { first }: Others<Found>,
  textOf: (found: Found) => Text,
  say: (found: Found) => string,
): readonly Related[] {
  return first.map((found) => ({ path: found.file.path, span: textOf(found).span, message: say(found) }));
}
