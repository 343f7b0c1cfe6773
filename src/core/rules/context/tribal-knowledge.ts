import type { Board } from '../../board/board.ts';
import type { Remedy } from '../../lint/rule.ts';
import { findWords } from '../../prose/find-words.ts';
import { PLACE } from '../../prose/mask-characters.ts';
import { phrase } from '../../prose/phrase.ts';
import { sentenceAt } from '../../prose/sentence.ts';
import { textRule } from '../../prose/text-rule.ts';

const HABIT =
  '(?:way|manner|fashion|approach|practices?|procedures?|process(?:es)?|steps?|routine|recipe|patterns?|conventions?|rules|workflow|set-?up|format|style|structure|lay-?out|treatment|place|checks|drill|method)';
const OWN =
  "(?:our|the team's|team|the project's|project|the company's|company|in-?house|the house|house|internal|the repo's|the codebase's|codebase|repository|the existing|existing|the established|established|the current|the agreed|the known|local)";

const CRAFT =
  '(?:(?:error|exception|date|form|input|state|data|unit|test|log|access) )?(?:handling|logging|validation|caching|paging|pagination|retries|retry|naming|formatting|styling|testing|tests|checks|wiring|boilerplate|mechanisms?|plumbing|layers?|wrappers?|helpers?|set-?up|stack|tooling|pipeline|error codes?|components?|template)';

const TRIBAL = phrase(
  `our (?:usual|normal|standard|regular|customary|typical|own) ${CRAFT}`,
  '(?:use|using|apply|reuse|take|via) our (?:usual|normal|standard|regular|customary) [\\w-]+(?: [\\w-]+)?',
  '(?:like|as) everywhere(?: else)?(?= ?(?:[.,;)]|$))',
  '(?:it is|this is|that is) (?:common|general) knowledge',
  `(?:use|using|apply|with|via|through|reuse|as in|by) the (?:usual|normal|customary|ordinary) ${CRAFT}`,
  "(?:as|like|the way) (?:we|I|they)(?: have|'ve| had)? (?:did|done|do)(?: (?:it|this|that|them))? (?:for|with|in|on|to) (?:the |our |all )?[\\w-]+(?: [\\w-]+)?",
  '(?:everybody|everyone|we all|you all|all of us|the whole team) (?:knows?|is aware|are aware|remembers?) (?:that|the|about|why|what|which|our|how)',
  'our (?:[\\w-]+ ){0,2}(?:guidelines|conventions|standards|rules|practices|polic(?:y|ies)|principles|patterns|style)',
  '(?:conventions?|standards|guidelines|style|practices|idioms|patterns|habits|rules) of (?:the|this|our) (?:existing |current |surrounding |other )?(?:codebase|code base|code|project|team|repo|repository|company|house|app)',
  '(?:follow(?:s|ing)?|use|using|apply|go through|going through|via|per|with) (?:the|our) (?:usual|normal|regular|customary|standard) (?:[\\w-]+ )(?:process|procedure|workflow|way|routine|steps|pipeline|set-?up|practice|policy|checklist|path)',
  'the way (?:we|the team|you|they|everyone) (?:likes?|wants?|prefers?|expects?|knows?|(?:is|are) used to)(?: (?:it|this|that|them))?',
  '(?:consistent|in line|in keeping|fits? in|in tune) with the (?:rest of the|existing|surrounding|other|current) (?:code(?:base)?|app|application|project|product|modules|components|screens|pages|tests|style|look)',
  'in the (?:same|usual) (?:way|manner|fashion|style) as (?:before|always|usual|everywhere|elsewhere|ever|the (?:others?|rest|last|previous)|(?:all|every) (?:the )?others?)(?: \\w+)?',
  '(?:the )?same as (?:for |in |with )?(?:(?:all|every) (?:the )?other|the (?:others|rest)|everywhere|always|ever)(?: \\w+)?',
  '(?:just )?(?:like|as) (?:in|on|for|with) (?:the|our) (?:last|previous|other|old) (?:project|release|sprint|product|app|site|version|customer|client|migration)s?',
  '(?:the )?(?:well-known|usual|known|old|obvious) (?:workarounds?|tricks?|hacks?|gotchas?|pitfalls?|quirks?|fix)(?! (?:in|for|of|from)\\b)',
  '(?:it )?goes without saying|needless to say|as (?:everyone|everybody|we all|you all|you)(?: [\\w-]+){0,4} knows?',
  "(?:our|the team's|the usual|house) (?:[\\w-]+ )?(?:scheme|pattern|template|recipe|set-?up|layout|format|rules|approach|workflow|playbook|style)s?(?= ?(?:[.,;:)]|$)| (?:for|when|as)\\b)",
  `(?:in |using |with |via |by |follow(?:s|ing)? |use |apply |do (?:it|this|that) )?(?:the|our) (?:usual|normal|customary|habitual|ordinary|regular|well-known|tried and tested|time-honou?red) ${HABIT}(?! (?:of|to)\\b)`,
  '(?:just )?(?:like|as|same as|the same as|exactly like|similar to) (?:(?:we|you|I|they) did )?(?:it |this |that )?(?:last (?:time|week|month|sprint|release)|the last (?:time|one|release|sprint|project)|always|every time|(?:in )?the previous (?:one|release|project|sprint|feature)|for the (?:last|previous|other) (?:one|release|project|feature|lane|customer|client)|the other (?:ones|pages|endpoints|services|modules|screens))(?! (?:was|were|an?|the|some\\w*|any\\w*|they|it|he|she) )',
  '(?:as|like) (?:we )?(?:always|usually|normally|typically)(?: (?:do|did|done|have|handle|handled))?(?: (?:it|this|that|things|these))?(?=[.,;:)]|$)',
  '(?:how|the way|what|where) (?:we|the team) (?:always|usually|normally|typically|generally)? ?(?:do|did|handle|handled|write|wrote|build|built|name|named|structure|structured|test|tested|solve|solved|deploy|deployed|put|organi[sz]e)(?: (?:it|this|that|these|them|things))?(?: (?:here|elsewhere|everywhere|last time|before|(?:with |for |in )?the (?:last|previous|other|others)(?: \\w+)?))?(?=[ .,;:)]|$)',
  'the same way (?:as|we|like|that we)(?: (?:did|do|for|in|with|on))? (?:the |our )?(?:other|others|last|previous|rest|always|everywhere)(?: \\w+)?',
  '(?:the |our )?house style',
  `(?:follow(?:s|ed|ing)?|use|using|apply|applying|with|per|by|according to|in line with|in accordance with|adher(?:e|es|ing) to|conform(?:s|ing)? to|compl(?:y|ies|ying) with|respect(?:s|ing)?|match(?:es|ing)?|consistent with|stick(?:s|ing)? to|keep(?:s|ing)? (?:to|with)|obey(?:s|ing)?|in|meets?) (?:all )?(?:${OWN} )?(?:(?:coding|code|naming|style|design|writing|commit|formatting|ui|api|testing|security|standard|usual|normal|architectural|project|team|best|industry|community|general|common|good) ){0,3}(?:conventions?|standards|guidelines|best practices|good practices?|house style|style ?guide|usual style|coding style|code style|practices|idioms)`,
  `(?:follow(?:s|ed|ing)?|match(?:es|ing)?|use[sd]?|using|per|according to|in line with|consistent with|stick(?:s|ing)? to|mirror(?:s|ing)?|reus(?:e|es|ing)|respect(?:s|ing)?|where) ${OWN} (?:\\w+ ){0,2}?(?:patterns?|approach(?:es)?|ways?|style|structure|set-?up|workflow|architecture|practices?|habits?|process(?:es)?)`,
  `(?:the |our )?standard (?:approach|practices?|procedures?|process|way|ways|method|pattern|workflow|treatment|set-?up|steps|routine|conventions?|manner|fashion|recipe)(?! (?:of|for \\w+ing|to)\\b)`,
  '(?:our|team|project|company|house|in-?house) (?:conventions?|standards|standard(?! [\\w-])|guidelines?|style ?guide|usual style|coding style|code style|habits?|customs|unwritten rules?)',
  '(?:you|everybody|everyone|we all|the team|the devs|developers|people) (?:already |all )?(?:knows?|remembers?) (?:how|the (?:drill|rules|process|steps|way)|about (?:this|it|that)|it|this|that)',
  '(?:as|per) (?:our )?(?:convention|custom|tradition|usual practice)(?= ?(?:[.,;)]|$))',
  '(?:do|handle|treat|name|set up|deploy|test|release|migrate|proceed|wire|format|log|file|build|ship|write|document|implement|structure|configure)(?: [\\w-]+){0,4} as (?:usual|always|normal|before|ever)',
  'you know (?:the drill|what to do|how (?:it|this) (?:goes|works)|how to)',
  'obviously,? (?:the|as|you|it|we|this)\\b',
  '(?:the )?usual (?:suspects|stuff|things|checks|tests|places|caveats|culprits|drill)',
  'business as usual',
);

/** "Our conventions (types first, then values)" says what they are. */
const SPELT_OUT =
  /^\s{0,2}[(:]|^\s+(?:is|are|says?|means?)\s(?!known|clear|well|obvious|the\s|as\s)|^[^.\n]{0,40}(?:\b(?:by hand|until now|so far|in the past)\b|:\s)|^\s+of\s+(?:the\s+)?[A-Z\d]/;
/** Published where everybody can read it. */
const NORM = /\b(?:RFC|ISO|DIN|EN|IEC|IEEE|W3C|WHATWG|ECMA|ICAO|NIST|WCAG|OWASP|ANSI|PEP|POSIX|GDPR)\b/;

/** Flags knowledge that only the team has. */
const habit = textRule({
  id: 'tribal-knowledge',
  move: 2,
  severity: 'warning',
  summary:
    'The text relies on what the team knows: "the usual way", "like last time", "our conventions", without a path.',
  why: 'A stranger has never seen the usual way. One file that shows it is enough.',
  question: 'Which file shows it best?',
  fields: ['title', 'outcome', 'why', 'context', 'good', 'decision', 'stop', 'done'],
  phrases: [TRIBAL],
  examples: {
    bad: [
      { lane: 'lane: 1\nbrief:\n  context:\n    - text: Errors are reported «in the usual way».\n' },
      { lane: 'lane: 1\nbrief:\n  outcome: Partners get an export «like last time»\n' },
      { lane: 'lane: 1\ndone:\n  - says: The module «follows our coding conventions»\n' },
      { lane: 'lane: 1\nlimits:\n  decisions:\n    settled: { retries: «the standard approach» }\n' },
    ],
    good: [
      {
        lane: 'lane: 1\nbrief:\n  context:\n    - text: Errors are reported in the usual way, see src/errors/report.ts.\n',
      },
      { lane: 'lane: 1\ndone:\n  - says: A guest who logs in continues with the same basket\n' },
    ],
  },
  *find(prose) {
    for (const { start, end, words, masked } of findWords(prose, TRIBAL)) {
      const sentence = sentenceAt(masked, start);
      const said = masked.slice(sentence.start, sentence.end);
      if (SPELT_OUT.test(masked.slice(end, sentence.end)) || PLACE.test(said) || NORM.test(said)) continue;
      yield {
        start,
        end,
        message: `"${words}" is known to those who were there. Name the file that shows it, or say what it is.`,
      };
    }
  },
});

/** Where projects write down how they work, the most telling first. */
const GUIDES = [
  'CONTRIBUTING.md',
  'docs/CONTRIBUTING.md',
  '.github/CONTRIBUTING.md',
  'docs/conventions.md',
  'docs/style.md',
  'STYLEGUIDE.md',
  'AGENTS.md',
  'CLAUDE.md',
];

/** `tribal-knowledge`, complete with the file of the workspace that probably says it. */
export const tribalKnowledge: typeof habit = {
  ...habit,
  *check(file, board, prose) {
    for (const report of habit.check(file, board, prose))
      yield { ...report, remedies: pathRemedies(board, report.span.end) };
  },
};

function pathRemedies({ files }: Board, at: number): readonly Remedy[] {
  const guide = GUIDES.find((path) => files.hasFile(path));
  if (guide === undefined) return [];
  return [
    {
      title: `Name ${guide}`,
      operations: [{ kind: 'replace', span: { start: at, end: at }, text: ` (${guide})` }],
    },
  ];
}
