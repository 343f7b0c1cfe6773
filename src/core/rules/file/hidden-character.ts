import type { SoundLane } from '../../lane/lane-file.ts';
import type { Report, Rule } from '../../lint/rule.ts';
import { spanWithin } from '../../text/source-map.ts';
import type { Text } from '../../text/span.ts';
import { codePoint, hiddenIn, nameOfHidden } from './hidden-characters.ts';
import { lookAlikesIn } from './look-alikes.ts';

/** Flags what a reader cannot see, or would take for something else. */
export const hiddenCharacter: Rule = {
  id: 'hidden-character',
  move: 'file',
  severity: 'error',
  summary:
    'The file holds a character that nobody sees, that turns text around, or that looks like another letter in an id.',
  why: 'What you approve must be what the agent reads. Invisible and reordering characters hide instructions from one of the two, and ids that look the same are not.',
  question: 'Where was this text copied from?',
  examples: {
    bad: [
      { lane: 'lane: 1\ntitle: Refund«\u200b» mails\n' },
      { lane: 'lane: 1\nbrief:\n  outcome: Pay the «\u202e»knab tsal\n' },
      { lane: 'lane: 1\nchecks:\n  un«\u0456»t: npm test\n' },
    ],
    good: [{ lane: 'lane: 1\ntitle: Refund mails for 👩‍💻 and for Zoë\n' }],
  },
  *check(file) {
    if (USUAL.test(file.text) && USUAL.test(file.id)) return;
    yield* reportHidden(file);
    const { checks, needs, done } = file.lane;
    const ids = [
      ...checks.map(({ id }) => id),
      ...needs.map(({ lane }) => lane),
      ...done.flatMap(({ proof }) => proof),
    ];
    for (const id of ids) yield* reportLookAlikes(file, id);
    for (const { found } of lookAlikesIn(file.id)) {
      const message = `The id "${file.id}" holds "${found}" (${codePoint(found)}), which looks like another letter. Rename the file.`;
      yield { span: file.lane.header, message };
    }
  },
};

/** Nothing but what a plain keyboard writes: nothing can be hidden there. */
const USUAL = /^[\t\n\r\x20-\x7e]*$/;

const mostReported = 100;

function* reportHidden({ text }: SoundLane): Iterable<Report> {
  let left = mostReported;
  for (const { start, found } of hiddenIn(text)) {
    if (left-- === 0) return;
    const span = { start, end: start + found.length };
    const name = nameOfHidden(found);
    const more = [...found].length > 1 ? `, with ${[...found].length - 1} more after it,` : '';
    yield {
      span,
      message: `Here stands ${codePoint(found)}${name === undefined ? '' : ` (${name})`}${more} which nobody sees. Delete it.`,
      remedies: [{ title: 'Delete it', operations: [{ kind: 'replace', span, text: '' }] }],
    };
  }
}

function* reportLookAlikes(file: SoundLane, id: Text): Iterable<Report> {
  for (const { start, found, meant } of lookAlikesIn(id.value)) {
    const span = spanWithin(file.text, id, start, start + found.length);
    yield {
      span,
      message: `"${found}" (${codePoint(found)}) in "${id.value}" looks like "${meant}" and is another letter. Write "${meant}".`,
      remedies: [{ title: `Write "${meant}"`, operations: [{ kind: 'replace', span, text: meant }] }],
    };
  }
}
