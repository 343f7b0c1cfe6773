import { MASK } from '../../prose/mask-characters.ts';
import { sentenceAt } from '../../prose/sentence.ts';
import { type Hit, reportHit, textRule } from '../../prose/text-rule.ts';
import { isPrivate } from './private-link.ts';

const URL = new RegExp(`${MASK.url}+`, 'g');
const POINTER =
  /\b(?:see|also|at|here|link|links?|to|more|info|information|details?|related|refs?|references?|for|the|and|or|in|on|cf|source|docs?|this|is|a|an|please|read|check|look|issue|pr|url|from|original|discussion)\b|[^a-z]+/gi;

/** Lines of code and pictures say themselves what they show. */
const SPEAKS = /#L\d+|\.(?:png|jpe?g|gif|svg|webp|mp4)$/i;

/** Flags links that come without a word on what stands there. */
const bare = textRule({
  id: 'link-without-gist',
  move: 2,
  severity: 'hint',
  summary: 'A link comes without a word on what stands there.',
  why: 'Pages move, and an agent may be offline. One sentence keeps what matters, and tells a reader whether to open it.',
  question: 'What does the page say that matters here?',
  fields: ['outcome', 'why', 'context'],
  examples: {
    bad: [
      { lane: 'lane: 1\nbrief:\n  context:\n    - «https://www.rfc-editor.org/rfc/rfc9110»\n' },
      { lane: 'lane: 1\nbrief:\n  why: "See «https://example.com/report»"\n' },
    ],
    good: [
      {
        lane: 'lane: 1\nbrief:\n  context:\n    - { url: "https://www.rfc-editor.org/rfc/rfc9110", gist: which status codes may be retried }\n',
      },
      {
        lane: 'lane: 1\nbrief:\n  why: Retries follow RFC 9110, section 9.2.2 (https://www.rfc-editor.org/rfc/rfc9110)\n',
      },
    ],
  },
  *find(prose) {
    const text = prose.value;
    if (!text.includes('://')) return;
    const masked = prose.masked();
    let left = 20;
    for (const { 0: link, index } of masked.matchAll(URL)) {
      if (left-- === 0) return;
      if (
        SPEAKS.test(text.slice(index, index + link.length)) ||
        /!\[[^\]\n]*\]\($/.test(masked.slice(Math.max(0, index - 80), index))
      )
        continue;
      if (isPrivate(text.slice(index, index + link.length), [], text.slice(Math.max(0, index - 60), index)))
        continue;
      const { start, end } = sentenceAt(masked, index);
      const words = masked.slice(start, end).replace(POINTER, ' ').trim().split(/\s+/);
      if (words.length > 2 || /[\uE000\uE003]/.test(masked.slice(start, end))) continue;
      yield hitOf(index, index + link.length, text.slice(index, index + link.length));
    }
  },
});

function hitOf(start: number, end: number, link: string): Hit {
  const shown = link.length > 60 ? `${link.slice(0, 57)}...` : link;
  return {
    start,
    end,
    message: `"${shown}" stands alone. Add in one sentence what a stranger should take from it.`,
  };
}

/** `link-without-gist`, complete with the addresses under `context`. */
export const linkWithoutGist: typeof bare = {
  ...bare,
  *check(file, board, prose) {
    yield* bare.check(file, board, prose);
    for (const entry of file.lane.brief.context) {
      if (entry.kind !== 'url' || entry.gist?.value.trim()) continue;
      if (isPrivate(entry.url.value.trim(), board.settings.privateHosts)) continue;
      yield reportHit(file, entry.url, hitOf(0, entry.url.value.length, entry.url.value));
    }
  },
};
