import type { Section } from './description.ts';

/** What a section of a description is to a lane. */
export type Role =
  | 'outcome'
  | 'why'
  | 'done'
  | 'checks'
  | 'scope'
  | 'never'
  | 'needs'
  | 'requirement'
  | 'scenario'
  | 'other';

/** Headings, in lower case and without numbers and marks, by the role that they announce. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['scenario', /^scenario\b/],
  ['requirement', /^requirement\b|^(?:added|modified|removed|renamed) requirements$/],
  [
    'done',
    /^(?:acceptance(?: criteria| tests?)?|definition of done|done(?: when| criteria)?|success criteria|criteria|(?:implementation )?tasks|to ?dos?|checklist|expected results?|requirements)$/,
  ],
  [
    'outcome',
    /^(?:(?:task |issue )?description|summary|(?:project )?goals?|objectives?|(?:desired |expected )?outcomes?|overview|task|what(?: changes| to do| to build)?|feature(?: request| description)?|proposal|proposed (?:change|solution)|user stor(?:y|ies)|deliverables?)$/,
  ],
  ['why', /^(?:why(?: now)?|motivation|background|problem(?: statement)?|rationale|purpose|justification)$/],
  [
    'checks',
    /^(?:verification|validation|verify|how to (?:test|verify)|test(?:ing)?(?: plan| instructions)?|checks)$/,
  ],
  ['never', /^(?:out of scope|non goals?|not in scope|off limits|do not (?:touch|change|modify|edit))$/],
  [
    'scope',
    /^(?:(?:in )?scope|impact|(?:affected|changed|new|modified) (?:code|files|areas)|files(?: to (?:change|modify|edit))?)$/,
  ],
  ['needs', /^(?:dependenc(?:y|ies)|depends on|blocked by|prerequisites?)$/],
];

/** The role of a section by its own heading, else by the nearest one above it that has any. */
export function roleOf(section: Section): Role {
  for (const heading of [section.heading, ...section.under.toReversed()]) {
    const role = roleOfHeading(heading);
    if (role) return role;
  }
  return 'other';
}

/** The role that a heading announces; nothing if it is a heading like any other. */
export function roleOfHeading(heading: string): Role | undefined {
  const words = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]+/gu, ' ')
    .replace(/^[\s\d]+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  return ROLES.find(([, pattern]) => pattern.test(words))?.[0];
}

/** True if the section tells what was done or found, or how to do it, rather than what is wanted. */
export function isNotes(section: Section): boolean {
  return [section.heading, ...section.under].some((heading) =>
    /\b(?:notes|log|history|comments|final summary)\b/i.test(heading),
  );
}
