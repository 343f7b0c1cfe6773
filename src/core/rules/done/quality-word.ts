import { elaborates } from '../../prose/elaboration.ts';
import { findWords, firstOfSentence } from '../../prose/find-words.ts';
import { opening, phrase } from '../../prose/phrase.ts';
import { textRule } from '../../prose/text-rule.ts';

const QUALITY = phrase(
  // Bare "correctly" says as much as the rest of the line does, so it counts only where nothing else is said.
  opening(
    '(?:the |all |our |each )?(?:[a-z-]+ ){1,2}(?:still )?(?:works?|behaves?|functions?|performs?|runs?|operates?) (?:correctly|right|reliably|securely|safely|without (?:any )?(?:problems?|issues|trouble|hiccups))(?= ?(?:[.,;!]|$| and ))',
  ),
  opening(
    '(?:good|high|great|decent|excellent|strong|optimal) (?:overall |test |code )?(?:performance|security|usability|readability|quality|coverage|accessibility|reliability|speed|stability)',
  ),
  'securely',
  '(?:stored|handled|transmitted|sent|saved|kept|processed|managed|transferred|implemented) (?:safely|reliably|cleanly)',
  '(?:has|have|with|offers?|shows?|delivers?|provides?|ensures?|achieves?|reach(?:es)?) (?:an? )?(?:very |really )?(?:good|great|high|decent|excellent|acceptable|nice|solid|strong|optimal|reasonable|fast) (?:overall |test |error |code )?(?:performance|security|usability|readability|quality|coverage|accessibility|reliability|contrast|speed|stability|response times?|handling)',
  'thorough(?:ly)?',
  'easily',
  'well[- ](?:formatted|handled|organi[sz]ed|laid[- ]out|tested|integrated|optimi[sz]ed|presented)',
  '(?:good|nice|quick|great) overview',
  'neat(?:ly)?',
  'sane(?:ly)?',
  '(?:visually )?appealing',
  'satisfying(?:ly)?',
  'eye-catching',
  'sufficient(?:ly)?(?= (?!to\\b))',
  '(?:works?|behaves?|functions?|performs?|runs?|operates?|acts?|looks?|renders?) as (?:expected|intended|designed|desired|it should|one would expect|wanted)',
  '(?:copes?|deals?|handles?|integrates?|fits?|scales?|plays?|blends?|adapts?|reacts?|performs?)(?: [\\w-]+){0,3} well',
  'without (?:noticeable|visible|undue|unnecessary|any noticeable|significant|perceptible) (?:delays?|lag|flicker|wait|overhead|slowdown)',
  'proper',
  '(?<!\\b(?:where|when|if|as|wherever|whenever) )(?:in)?appropriate',
  // "properly installed in X" says what to see; "properly handled" does not.
  '(?:proper|appropriate)ly(?! (?!handled|managed|treated|supported|implemented|addressed|dealt)\\w+(?:ed|en|wn) (?:in|into|on|onto|with|from|to|as|under|inside)\\b)',
  'graceful(?:ly)?(?! (?:shut-?down|degradation|exit|stop|restart|termination))',
  'robust(?:ly|ness)?',
  'comprehensive(?:ly)?',
  'seamless(?:ly)?',
  '(?:un)?intuitive(?:ly)?',
  '(?:user|developer|reader)[- ]friendly',
  'friendly',
  'sensibl[ey]',
  'reasonabl[ey]',
  'smooth(?:ly)?',
  '(?:memory |cost |resource |highly )?efficient(?:ly)?',
  'meaningful(?:ly)?',
  'helpful(?:ly)?',
  'informative',
  'elegant(?:ly)?',
  'professional(?:ly)?(?= (?:look|design|appearance|layout|style|styling|tone|feel|quality|ui|ux|experience|polish))',
  '(?:well[- ])?polished',
  'modern(?= (?:look|design|appearance|layout|style|styling|feel|ui|ux|interface))',
  'sleek',
  'beautiful(?:ly)?',
  'attractive(?:ly)?',
  'pleasant(?:ly)?',
  'delightful(?:ly)?',
  'nicely',
  'nice(?= )(?! to have)',
  'adequate(?:ly)?',
  'satisfactor(?:y|ily)',
  'suitabl[ey]',
  'acceptabl[ey]',
  'optimal(?:ly)?',
  'performant',
  'scalable',
  'maintainable',
  'snappy',
  'promptly',
  'swiftly',
  'quickly',
  'in a timely (?:manner|fashion|way)',
  'effortless(?:ly)?',
  'hassle-free',
  '(?:great|good|nice|smooth|pleasant|consistent|positive|first[- ]class|excellent|delightful|intuitive) (?:user |developer |customer |reading )?(?:experience|ux|usability)',
  '(?:is|are|stays?|remains?|feels?) (?:very |really |quite |reasonably |sufficiently |highly |fully )?(?:reliable|stable|sufficient|quick|fast|secure|safe|flexible|responsive|usable|good|nice|great|fine|okay|solid|mature|convenient|pretty)(?= ?(?:[.,;!]|$| and ))',
  '(?:high|good|top|great|production)[- ]quality',
  'production[- ](?:ready|grade)',
  'best[- ]in[- ]class',
  'state[- ]of[- ]the[- ]art',
  'world[- ]class',
  'enterprise[- ]grade',
  'clean(?= (?:visual|look|design|appearance|layout|ui|ux|interface|style|styling|list|grid|wrapping|manner|way))',
  'in a (?:good|nice|clean|sane|sound|solid|decent) (?:way|manner|fashion|shape)',
  '(?:works?|behaves?|performs?|functions?|renders?|loads?|responds?|runs?|feels?|handles? (?:this|it|that|errors|them)) (?:very |really |quite |perfectly )?(?:well|nicely|fine|great|perfectly|flawlessly)',
  '(?:loads?|starts?|responds?|runs?|renders?|opens?|works?|is|are|feels?) (?:very |really |reasonably |sufficiently |super |blazing )?fast(?![ -]?\\w)',
  'relevant (?:info|information|details|data|content|feedback|messages?)',
  '(?:key|popular|useful|important) (?:info|information|options|details|data|content)',
);

/** Flags words of quality in criteria that nothing in the line makes visible. */
export const qualityWord = textRule({
  id: 'quality-word',
  move: 3,
  severity: 'warning',
  summary:
    'A criterion rests on a word such as "proper" or "gracefully" that every reader fills in differently.',
  why: 'An agent will find its own work appropriate. If the word stays, you have to read the work to see whether you agree. Brackets, a colon, a number or an example in the line make the word concrete, and then it is not flagged.',
  question: 'What would you see on the screen?',
  fields: ['done'],
  phrases: [QUALITY],
  examples: {
    bad: [
      { lane: 'lane: 1\ndone:\n  - says: Upload errors are handled «gracefully»\n' },
      { lane: 'lane: 1\ndone:\n  - says: The form shows «appropriate» messages for invalid dates\n' },
      { lane: 'lane: 1\ndone:\n  - says: Search results appear «promptly»\n' },
      { lane: 'lane: 1\ndone:\n  - says: The dashboard has a «user-friendly» layout\n' },
    ],
    good: [
      {
        lane: 'lane: 1\ndone:\n  - says: "An upload that fails shows \'Try again\' and keeps the chosen file"\n',
      },
      { lane: 'lane: 1\ndone:\n  - says: The job has a proper time limit (10 minutes)\n' },
      {
        lane: 'lane: 1\ndone:\n  - says: "Upload errors are handled gracefully: the chosen file stays, the page does not reload"\n',
      },
      { lane: 'lane: 1\ndone:\n  - says: A `graceful` flag appears in `--help`\n' },
    ],
  },
  *find(prose) {
    for (const { start, end, words, masked } of firstOfSentence(findWords(prose, QUALITY))) {
      if (elaborates(masked, start, end)) continue;
      yield {
        start,
        end,
        message: `"${words}" cannot be recognised without reading the work. Say what you would see: a number, a message, a state.`,
      };
    }
  },
});
