import { filterWhole, type TextFilter } from './text-filter.ts';

// The sequences of ECMA-48 that a terminal acts on, each with a bound, so that one which never ends is shown as text.
const ESC = '\\x1b';
const STRING = '[^\\n\\x07\\x18\\x1a\\x1b\\x80-\\x9f]{0,4096}';
/** Colours, and all that moves the cursor. */
const CONTROL = { open: `(?:${ESC}\\[|\\x9b)[0-?]{0,64}[ -/]{0,8}`, end: '[@-~]' };
/** Titles, links, the clipboard, and whatever else a terminal is told in a string. */
const COMMAND = {
  open: `(?:${ESC}[PX^_\\]]|[\\x90\\x98\\x9d-\\x9f])${STRING}`,
  end: `(?:\\x07|${ESC}\\\\|\\x9c)`,
};
const SHORT = { open: `${ESC}[ -/]{0,4}`, end: '[0-OQ-WYZ\\\\`-~]' };
const SEQUENCES = [CONTROL, COMMAND, SHORT];

/**
 * Controls, marks that turn the direction of writing, and characters without width. A zero-width joiner (200d) and non-joiner
 * (200c) are left: scripts and emoji need them.
 */
const UNSEEN =
  '(?![\\n\\t])[\\p{Cc}\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e0fff}]';

/** Most output is nothing else, and this is asked much faster. */
const NOT_PLAIN = /[^\t\n -~]/;
const ANY_UNSEEN = new RegExp(UNSEEN, 'u');
const ACTED_ON = new RegExp(
  `${SEQUENCES.map(({ open, end }) => open + end).join('|')}|(?<unseen>\\r+\\n?|${UNSEEN})`,
  'gu',
);
const UNFINISHED = new RegExp(
  `(?:${SEQUENCES.map(({ open }) => open).join('|')}|${COMMAND.open}${ESC}|[\\ud800-\\udbff])$`,
  'u',
);
/** No unfinished sequence is longer. */
const LONGEST = 4100;

/**
 * Output of a program as it may be shown anywhere: what a terminal would act on is taken out, a return of the carriage begins a
 * new line, and any other character that cannot be seen is written as `\u{202e}`. Line breaks and tabs stay.
 */
export function neutralise(text: string): string {
  return filterWhole(outputNeutraliser(), text);
}

/** As `neutralise`, for output that comes in pieces. */
export function outputNeutraliser(): TextFilter {
  let held = '';
  let isAfterReturn = false;
  const say = (text: string): string => {
    // A line break after a return belongs to it, also if it comes in the next piece.
    const rest = isAfterReturn ? text.replace(/^\r*\n?/, '') : text;
    if (text !== '') isAfterReturn = text.endsWith('\r');
    return NOT_PLAIN.test(rest) && ANY_UNSEEN.test(rest) ? rest.replace(ACTED_ON, replaceOne) : rest;
  };
  return {
    push(text) {
      const all = held + text;
      const cut = unfinishedFrom(all);
      held = all.slice(cut);
      return say(all.slice(0, cut));
    },
    end() {
      const rest = held;
      held = '';
      return say(rest);
    },
  };
}

function unfinishedFrom(text: string): number {
  const from = Math.max(0, text.length - LONGEST);
  const found = UNFINISHED.exec(text.slice(from));
  return found ? from + found.index : text.length;
}

function replaceOne(found: string, unseen: string | undefined): string {
  if (unseen === undefined) return '';
  return found.startsWith('\r') ? '\n' : `\\u{${found.codePointAt(0)?.toString(16)}}`;
}
