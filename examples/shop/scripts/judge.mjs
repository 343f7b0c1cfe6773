// A stand-in for a judge, so that the shop's taste-checks run on any computer. It reads the request on standard input, looks in
// the artefacts for plain signs of each statement, and answers; what it knows no sign of does not hold. A real judge asks a
// language model: same request, same answer. Both forms are described in docs/checks.md.
import { text } from 'node:stream/consumers';

const AMOUNT = /\d[.,]\d{2}\s*(?:EUR|€)|(?:EUR|€)\s*\d+[.,]\d{2}/;

/** What each statement is about, and what in the texts speaks for it. */
const SIGNS = [
  {
    about: /first sentence names the amount/i,
    judge: ({ mails }) => every(mails, (mail) => AMOUNT.test(firstSentence(mail)), 'opens without an amount'),
  },
  {
    about: /no sentence blames the bank/i,
    judge: ({ all }) => none(all, /\b(?:the|your) bank(?:'s)? (?:fault|is slow|delays?|refus\w*)/i),
  },
  {
    about: /not asked to reply/i,
    judge: ({ all }) => none(all, /\b(?:please )?(?:reply|write back|answer this mail)\b/i),
  },
  {
    about: /at least two tastes/i,
    judge: ({ teas }) => every(teas, (tea) => count(tea, TASTES) >= 2, 'names fewer than two tastes'),
  },
  {
    about: /promises no effect/i,
    judge: ({ all }) => none(all, /\b(?:cures?|heals?|detox\w*|calms?|wakes you|slim\w*|healthy)\b/i),
  },
  {
    about: /praises nothing/i,
    judge: ({ all }) => none(all, /\b(?:delicious|premium|finest|high[- ]quality|exquisite)\b/i),
  },
];

const TASTES =
  /\b(?:almond|apricot|bread|butter|caramel|chestnut|chocolate|citrus|cocoa|cream|flower|fruit|ginger|grape|grass|hay|honey|lemon|malt|melon|mint|muscat|nut|orchid|peach|pepper|pine|plum|popcorn|bergamot|orange|roast|apple|raisin|malt|earth|leather|nutty|rice|rose|seaweed|smok|spinach|toast|vanilla|wood)\w*/gi;

const request = JSON.parse(await text(process.stdin));
const texts = request.artifacts.flatMap(({ text: held }) => (held === undefined ? [] : [held]));
const material = {
  mails: texts.filter((held) => held.startsWith('To: ')),
  teas: texts.flatMap((held) => [...held.matchAll(/description:\s*(['"])(.*?)\1/g)].map(([, , tea]) => tea)),
  all: texts.join('\n'),
};
const answers = request.rubric.map((statement) => {
  const sign = SIGNS.find(({ about }) => about.test(statement));
  if (!sign)
    return {
      holds: false,
      reason: 'This stand-in knows no sign of that; a person or a model must judge it.',
    };
  return sign.judge(material);
});
console.log(JSON.stringify({ model: 'word-lists 1', answers }));

function every(found, holds, fault) {
  if (found.length === 0) return { holds: false, reason: 'The artefacts hold no text of that kind.' };
  const bad = found.find((one) => !holds(one));
  return bad === undefined
    ? { holds: true, reason: `So it is in all ${found.length} of them.` }
    : { holds: false, reason: `"${excerpt(bad)}" ${fault}.` };
}

function none(all, pattern) {
  if (all === '') return { holds: false, reason: 'There are no artefacts to judge.' };
  const found = pattern.exec(all)?.[0];
  return found === undefined
    ? { holds: true, reason: 'No such words are in it.' }
    : { holds: false, reason: `It says "${excerpt(found)}".` };
}

function firstSentence(mail) {
  // Past the head and the greeting.
  const body = mail
    .split(/\n\s*\n/)
    .slice(1)
    .join('\n\n');
  return (body.replace(/^\s*(?:hello|hi|dear)\b[^\n]*\n+/i, '').match(/^[\s\S]*?[.!?](?=\s|$)/) ?? [body])[0];
}

function count(line, pattern) {
  return new Set((line.match(pattern) ?? []).map((word) => word.toLowerCase())).size;
}

function excerpt(words) {
  const line = words.trim().split('\n')[0];
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
