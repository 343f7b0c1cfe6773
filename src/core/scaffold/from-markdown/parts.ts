import { commandOf, commandsInCode } from './commands-in-text.ts';
import { type Section, sourceOf } from './description.ts';
import { besidesLists, hasTasks, type Item, itemsOf } from './list-items.ts';
import { isNotes, type Role, roleOf, roleOfHeading } from './section-role.ts';

/** What the sections of a description give to a lane; every word of them is in one of the lists. */
export interface Parts {
  readonly outcome: readonly string[];
  readonly why: readonly string[];
  readonly criteria: readonly Item[];
  /** Commands that stand alone, without a sentence that could be a criterion. */
  readonly commands: readonly string[];
  /** Markdown that is not one of the above, with its headings. */
  readonly context: readonly string[];
  /** Markdown above all headings. */
  readonly intro: readonly string[];
  /** Headings under which nothing stands. */
  readonly bare: readonly string[];
}

const NONE: Parts = { outcome: [], why: [], criteria: [], commands: [], context: [], intro: [], bare: [] };
const STEP = /^\*{0,2}(given|when|then|and|but)\*{0,2}:?\s+/i;

/** Sorts the sections into the parts of a lane, in the order of the text. */
export function partsOf(sections: readonly Section[]): Parts {
  const sorted = merged(sections).map((section) => ({ section, parts: partsOfSection(section) }));
  const parts = [outlined(sorted), ...sorted.map((one) => one.parts)];
  return {
    outcome: parts.flatMap(({ outcome }) => outcome),
    why: parts.flatMap(({ why }) => why),
    criteria: parts.flatMap(({ criteria }) => criteria),
    commands: parts.flatMap(({ commands }) => commands),
    context: parts.flatMap(({ context }) => context),
    intro: parts.flatMap(({ intro }) => intro),
    bare: sorted.flatMap(({ section }) => bareHeading(section)),
  };
}

function bareHeading({ heading, blocks }: Section): readonly string[] {
  return heading !== '' && !roleOfHeading(heading) && sourceOf(blocks) === '' ? [heading] : [];
}

/** Sections without a role take in those below them, so that they stay one text. */
function merged(sections: readonly Section[]): readonly Section[] {
  const whole: Section[] = [];
  for (const section of sections) {
    const above = whole.at(-1);
    if (above && isPlain(above) && isPlain(section) && section.under.includes(above.heading)) {
      const heading = `${'#'.repeat(section.depth)} ${section.heading}`;
      const raw = [sourceOf(above.blocks), heading, sourceOf(section.blocks)].filter(Boolean).join('\n\n');
      whole[whole.length - 1] = { ...above, blocks: [{ type: 'paragraph', raw, text: raw }] };
    } else {
      whole.push(section);
    }
  }
  return whole;
}

function isPlain(section: Section): boolean {
  return (
    section.depth > 0 && (isNotes(section) || (roleOf(section) === 'other' && !hasTasks(section.blocks)))
  );
}

function partsOfSection(section: Section): Parts {
  const role = roleOf(section);
  if (isNotes(section)) return asContext(section);
  if (role === 'scenario') return scenario(section);
  if (role === 'requirement') return requirement(section);
  if (role === 'done') return criteria(section);
  if (role === 'checks') return verification(section);
  if (hasTasks(section.blocks)) return tasks(section, role);
  return prose(section, role);
}

function prose(section: Section, role: Role): Parts {
  const source = titled(section, role);
  if (source === '') return NONE;
  if (role === 'outcome') return { ...NONE, outcome: [source] };
  if (role === 'why') return { ...NONE, why: [source] };
  if (section.depth === 0) return { ...NONE, intro: [source] };
  return asContext(section);
}

/** The Markdown of a section; a heading that says more than its role stays above it. */
function titled(section: Section, role: Role): string {
  const source = sourceOf(section.blocks);
  const isNamed = section.heading !== '' && roleOfHeading(section.heading) !== role;
  return isNamed && source !== '' ? `### ${section.heading}\n\n${source}` : source;
}

function asContext({ heading, depth, blocks }: Section): Parts {
  const source = sourceOf(blocks);
  if (source === '') return NONE;
  return {
    ...NONE,
    context: [heading ? `${'#'.repeat(Math.max(depth, 2))} ${heading}\n\n${source}` : source],
  };
}

/** Checkboxes are criteria wherever they stand; the rest of their section keeps its role. */
function tasks(section: Section, role: Role): Parts {
  const lists = section.blocks.filter((block) => hasTasks([block]));
  const rest = { ...section, blocks: section.blocks.filter((block) => !lists.includes(block)) };
  return { ...prose(rest, role), criteria: itemsOf(lists) };
}

function criteria(section: Section): Parts {
  const items = itemsOf(section.blocks);
  if (items.length > 0)
    return { ...asContext({ ...section, blocks: besidesLists(section.blocks) }), criteria: items };
  return { ...NONE, criteria: paragraphs(section) };
}

function verification(section: Section): Parts {
  const commands = section.blocks.flatMap(commandsInCode);
  const others = section.blocks.filter((block) => commandsInCode(block).length === 0);
  const items = itemsOf(others);
  const alone = items.filter(({ text }) => /^`[^`]+`[.;]?$/.test(text) && commandOf(text));
  return {
    ...asContext({ ...section, blocks: besidesLists(others) }),
    commands: [...commands, ...alone.flatMap(({ text }) => commandOf(text) ?? [])],
    criteria: items.filter((item) => !alone.includes(item)),
  };
}

/** `WHEN … THEN …` is one criterion: the steps in one sentence behind the scenario's name. */
function scenario(section: Section): Parts {
  if (itemsOf(section.blocks).length === 0) return asContext(section);
  const steps = itemsOf(section.blocks).map(({ text }) =>
    text.replace(STEP, (_, word: string) => `${word.toLowerCase()} `),
  );
  const name = section.heading.replace(/^scenario:?\s*/i, '');
  const text = [name, steps.join(', ')].filter(Boolean).join(': ');
  const rest = asContext({ ...section, blocks: besidesLists(section.blocks) });
  return { ...rest, criteria: [{ text, isTask: false, isTicked: false }] };
}

function requirement(section: Section): Parts {
  const source = sourceOf(section.blocks);
  const name = /^requirement:?\s*(.*)/i.exec(section.heading)?.[1];
  if (name === undefined) return asContext(section);
  const isRemoved = section.under.some((heading) => /^removed\b/i.test(heading));
  return { ...NONE, outcome: [`**${isRemoved ? 'Removed: ' : ''}${name}**${source ? `: ${source}` : ''}`] };
}

function paragraphs(section: Section): readonly Item[] {
  const texts = section.blocks.map((block) => sourceOf([block])).filter(Boolean);
  return texts.map((text) => ({ text, isTask: false, isTicked: false }));
}

/** The headings under which criteria stand, so that they are not lost. */
function outlined(sorted: readonly { readonly section: Section; readonly parts: Parts }[]): Parts {
  const headings = sorted
    .filter(
      ({ section, parts }) => parts.criteria.length > 0 && section.heading && !roleOfHeading(section.heading),
    )
    .map(({ section }) => `- ${section.heading}`);
  return headings.length > 0
    ? { ...NONE, context: [`The criteria come in these parts, in this order:\n\n${headings.join('\n')}`] }
    : NONE;
}
