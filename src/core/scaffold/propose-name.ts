import { oneLine } from './plain-text.ts';

const TITLE_LENGTH = 72;
const SHORTEST_CLAUSE = 36;
const CLAUSE_END = /[,;:] | [(–—]| (?:so|because|while|which|whereas)\b/;
const ID_LENGTH = 48;
const ID_WORDS = 5;
const FALLBACK_ID = 'lane';

const ID = /^[\p{Ll}\p{Lo}\p{Lm}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{N}]+)*$/u;
/** Windows keeps these names to itself, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Words that a name does without. */
const FILLERS = new Set(
  `a an and any are as at be been being by can each every exactly for from has have if in into is it its most of on once
  only or our per shall should so some than that the their them then there these they this to up was we were what when where
  which who whose will with within without would you your`.split(/\s+/),
);

/** True if the text can name a new lane: words of lower-case letters and digits, joined by hyphens, at most 64 characters. */
export function isLaneId(text: string): boolean {
  return text.length <= 64 && ID.test(text) && text === text.normalize('NFC') && !DEVICE.test(text);
}

/** A lane id made of the first telling words of an outcome or title, unlike all in `taken`; with a number where it must be. */
export function proposeId(outcome: string, taken: Iterable<string> = []): string {
  const words = idWords(firstSentence(outcome));
  const telling = words.filter((word) => !FILLERS.has(word));
  const id = joined(telling.length > 0 ? telling : words);
  return unlike(isLaneId(id) ? id : FALLBACK_ID, new Set(taken));
}

/** A title of one line, at most 72 characters, from the first sentence of an outcome; empty if the outcome is. */
export function proposeTitle(outcome: string): string {
  const sentence = firstSentence(outcome).replace(/[`*_]+(?=\S)|(?<=\S)[`*_]+(?!\w)/g, '');
  if (sentence.length <= TITLE_LENGTH) return sentence;
  const cut = sentence.slice(0, TITLE_LENGTH + 1);
  // Better a whole clause than a longer piece of one.
  const clause = cut.slice(SHORTEST_CLAUSE).search(CLAUSE_END);
  const end = clause >= 0 ? SHORTEST_CLAUSE + clause : cut.lastIndexOf(' ');
  const words = (end > 0 ? cut.slice(0, end) : cut.slice(0, TITLE_LENGTH)).split(' ');
  while (words.length > 1 && FILLERS.has((words.at(-1) ?? '').toLowerCase())) words.pop();
  return words.join(' ').replace(/[\p{P}\s]+$/u, '');
}

/** The first sentence on one line, without its full stop and without Markdown's list and heading marks. */
export function firstSentence(text: string): string {
  const paragraph = text.trim().split(/\n\s*(?:\n|[-*+]\s)/, 1)[0] ?? '';
  const line = oneLine(paragraph).replace(/^(?:#{1,6}|[-*+>]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/, '');
  const end = /[.!?。](?=\s+[\p{Lu}\p{Lo}"'“(])|[.。:]$/u.exec(line);
  return (end ? line.slice(0, end.index) : line).trim();
}

function idWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .normalize('NFC')
    .toLowerCase();
  return folded.replaceAll('ß', 'ss').match(/[\p{Ll}\p{Lo}\p{Lm}\p{N}]+/gu) ?? [];
}

function joined(words: readonly string[]): string {
  let id = '';
  for (const word of words.slice(0, ID_WORDS)) {
    const longer = id ? `${id}-${word}` : word.slice(0, ID_LENGTH);
    if (longer.length > ID_LENGTH) break;
    id = longer;
  }
  return id;
}

function unlike(id: string, taken: ReadonlySet<string>): string {
  let proposed = id;
  for (let number = 2; taken.has(proposed); number++) proposed = `${id}-${number}`;
  return proposed;
}
