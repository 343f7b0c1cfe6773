/** A run of characters that nobody sees. */
export interface HiddenText {
  readonly start: number;
  readonly found: string;
}

/** Control characters but tab and line break, what joins, fills or reorders without a shape of its own, and tags. */
const HIDDEN =
  /[^\P{Cc}\t\n\r]+|[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]+/gu;
const BYTE_ORDER_MARK = '\ufeff';
const PICTURE_BEFORE = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;
const PICTURE_AFTER = /^\p{Extended_Pictographic}/u;
/** Letters of scripts in which joiners and marks of direction are part of writing. */
const JOINING = /[\p{L}\p{M}]$/u;
const NOT_JOINING = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The hidden characters of a text, except where a script or an emoji needs them and for a byte order mark at the start. */
export function* hiddenIn(text: string): Iterable<HiddenText> {
  for (const { 0: found, index: start } of text.matchAll(HIDDEN)) {
    if ((start === 0 && found === BYTE_ORDER_MARK) || isNeeded(text, start, found)) continue;
    yield { start, found };
  }
}

function isNeeded(text: string, start: number, found: string): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(start + found.length, start + found.length + 2);
  if (found === '\u200d' && PICTURE_BEFORE.test(before) && PICTURE_AFTER.test(after)) return true;
  if (/^[\u200c\u200d]$/.test(found)) return JOINING.test(before) && !NOT_JOINING.test(before);
  if (/^[\u200e\u200f\u061c]$/.test(found))
    return RIGHT_TO_LEFT.test(text.slice(Math.max(0, start - 200), start + 200));
  // Flags of regions are a black flag followed by tags.
  return before === '\u{1f3f4}' && found.endsWith('\u{e007f}') && found.length <= 14;
}

const NAMES: readonly (readonly [string, string])[] = [
  ['\0', 'NUL'],
  ['\u00ad', 'soft hyphen'],
  ['\u200b', 'zero-width space'],
  ['\u200c', 'zero-width non-joiner'],
  ['\u200d', 'zero-width joiner'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u2028', 'line separator'],
  ['\u2029', 'paragraph separator'],
  ['\u202a', 'left-to-right embedding'],
  ['\u202b', 'right-to-left embedding'],
  ['\u202c', 'end of a change of direction'],
  ['\u202d', 'left-to-right override'],
  ['\u202e', 'right-to-left override'],
  ['\u2060', 'word joiner'],
  ['\u2066', 'left-to-right isolate'],
  ['\u2067', 'right-to-left isolate'],
  ['\u2068', 'first strong isolate'],
  ['\u2069', 'end of an isolate'],
  ['\ufeff', 'zero-width no-break space'],
];

/** What the first of some hidden characters is called. */
export function nameOfHidden(found: string): string | undefined {
  const [first = ''] = found;
  if (first >= '\u{e0000}') return 'tag';
  return (
    NAMES.find(([character]) => character === first)?.[1] ??
    (/\p{Cc}/u.test(first) ? 'control character' : undefined)
  );
}

/** A character as a person can read it: `\u{202e}`. */
export function codePoint(found: string): string {
  return `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A text on which nothing is hidden, for a person who decides: spaces of other widths and lone carriage returns are written out, too. */
export function withoutHidden(text: string): string {
  return text.replace(HIDDEN, escaped).replace(/[^\P{Zs} ]|\r(?!\n)/gu, escaped);
}

function escaped(found: string): string {
  return [...found].map(codePoint).join('');
}
