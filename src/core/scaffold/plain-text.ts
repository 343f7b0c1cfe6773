const UNSEEN = /(?![\t\n])\p{Cc}|[\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The text as a lane may hold it: line ends are `\n`, lines end without blanks, and characters that a reader cannot see
 * (terminal escapes, direction overrides) are written out as `\u{202e}`.
 */
export function plainText(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, written)
    .replace(LONE_SURROGATE, written)
    .replace(/[^\S\n]+$/gm, '');
}

/** The same on one line: every run of blanks is one space. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim();
}

function written(character: string): string {
  return `\\u{${character.charCodeAt(0).toString(16)}}`;
}
