import { oneLine } from '../plain-text.ts';
import { type Section, sourceOf } from './description.ts';
import type { FrontMatter } from './front-matter.ts';
import { roleOfHeading } from './section-role.ts';

/** A description's title, if it has one, and the sections without it. */
export interface Titled {
  readonly title?: string | undefined;
  readonly sections: readonly Section[];
}

const LONGEST = 140;
/** File names that say what kind of text it is, not what it is about. */
const GENERIC = /^(?:proposal|tasks?|spec|design|readme|issue|description|to-?do|index|plan)$/i;
const DATE = /\b\d{4}-\d{2}-\d{2}\b/g;
const PREFIX = /^(?:\W*(?:task|draft|back|issue)?[-\s]*\d[\d.]*[-_\s]+)+/i;

/** Finds the title: in the front matter, in the first heading, or in a first line that stands alone like one. */
export function titleOf(frontMatter: FrontMatter, sections: readonly Section[]): Titled {
  const given = frontMatter.get('title');
  if (typeof given === 'string' && given.trim() !== '') return { title: oneLine(given), sections };
  return (
    titleFromHeading(sections) ?? titleFromLine(sections) ?? titleFromRequirement(sections) ?? { sections }
  );
}

/** What the folder of a file with a name such as `proposal.md` is called, in words; empty for a file with a name of its own. */
export function titleFromFolder(fileName: string): string {
  const { stem, folder } = partsOf(fileName);
  return GENERIC.test(stem) ? inWords(folder) : '';
}

/** What a file's own name says, in words; empty if that is one word. */
export function titleFromFile(fileName: string): string {
  return inWords(partsOf(fileName).stem);
}

function partsOf(fileName: string): { readonly stem: string; readonly folder: string } {
  const segments = fileName.split(/[\\/]/).filter(Boolean);
  return { stem: (segments.at(-1) ?? '').replace(/(?:\.\w{1,8})+$/, ''), folder: segments.at(-2) ?? '' };
}

function inWords(name: string): string {
  const words = name
    .replace(DATE, ' ')
    .replace(PREFIX, '')
    .split(/[-_\s]+/)
    .filter(Boolean);
  const title = words.join(' ');
  return words.length > 1 ? title.charAt(0).toUpperCase() + title.slice(1) : '';
}

function titleFromHeading(sections: readonly Section[]): Titled | undefined {
  const index = sections.findIndex(({ heading }) => heading !== '');
  const section = sections[index];
  // Only what opens the text is its title; a heading after paragraphs is one part among others.
  if (section?.depth !== 1 || index > 0 || roleOfHeading(section.heading)) return undefined;
  const rest = sections
    .slice(1)
    .map((one) => ({ ...one, under: one.under.filter((name) => name !== section.heading) }));
  return { title: oneLine(section.heading), sections: [{ ...section, heading: '', depth: 0 }, ...rest] };
}

function titleFromLine(sections: readonly Section[]): Titled | undefined {
  const [first, ...rest] = sections;
  const blocks = first?.blocks.filter(({ type }) => type !== 'space') ?? [];
  const [line, ...others] = blocks;
  if (!first || first.depth > 0 || line?.type !== 'paragraph' || (others.length === 0 && rest.length === 0))
    return undefined;
  const title = sourceOf([line]);
  if (title.includes('\n') || title.length > LONGEST || /[.:;,]$/.test(title)) return undefined;
  const remaining = { ...first, blocks: first.blocks.slice(first.blocks.indexOf(line) + 1) };
  return { title: oneLine(title), sections: [remaining, ...rest] };
}

function titleFromRequirement(sections: readonly Section[]): Titled | undefined {
  const names = sections.flatMap(({ heading }) => /^requirement:\s*(.+)/i.exec(heading)?.[1] ?? []);
  return names.length === 1 && names[0] ? { title: oneLine(names[0]), sections } : undefined;
}
