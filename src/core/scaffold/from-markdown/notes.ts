import type { LaneDraft } from '../lane-draft.ts';
import { oneLine } from '../plain-text.ts';
import type { Description } from './description.ts';
import type { Parts } from './parts.ts';
import { vagueProhibitions } from './paths-in-text.ts';

/** Front matter that a lane takes over, so that it needs no note. */
const TAKEN = new Set(['title', 'owner', 'references', 'documentation', 'dependencies', 'depends_on']);
const MOST_QUOTED = 5;
const MOST_NAMED = 20;
/** More sections of one level than this are as many pieces of work. */
const MANY_SECTIONS = 5;

/** What a lane was drafted from, and the draft. */
export interface Drafting {
  readonly description: Description;
  readonly parts: Parts;
  readonly draft: LaneDraft;
  /** What the description says must come first, as it is spelled there. */
  readonly dependencies: readonly string[];
  /** Paths that it wants changed or left alone, and that the workspace cannot have. */
  readonly strange: readonly string[];
}

/** What to tell the person who drafted a lane from a description: what was left out, and what only they can know. */
export function notesOf({ description, parts, draft, dependencies, strange }: Drafting): readonly string[] {
  return [
    ...cut(description),
    ...leftFrontMatter(description),
    ...leftDependencies(dependencies, draft),
    ...manyOutcomes(description, draft),
    ...ticked(parts),
    ...bareHeadings(parts),
    ...keptAsContext(parts),
    ...limits(draft),
    ...strangePaths(strange),
    ...prohibitions(parts),
  ];
}

function cut({ isCut }: Description): readonly string[] {
  if (!isCut) return [];
  return [
    'The description is longer than a lane can hold, so its end is left out. Name the file itself under "context".',
  ];
}

function leftFrontMatter({ frontMatter }: Description): readonly string[] {
  const left = [...frontMatter].filter(([key, value]) => !TAKEN.has(key) && value.length > 0);
  if (left.length === 0) return [];
  const list = left.map(([key, value]) => `${key}: ${typeof value === 'string' ? value : value.join(', ')}`);
  return [`Front matter that is not taken over: ${listed(list, '; ')}.`];
}

function leftDependencies(dependencies: readonly string[], { needs = [] }: LaneDraft): readonly string[] {
  const left = dependencies.filter((id) => !needs.some(({ lane }) => lane === id));
  if (left.length === 0) return [];
  return [
    `It comes after ${listed(left.map(quoted))}, which is no lane here. Draw that lane and name it under "needs".`,
  ];
}

function manyOutcomes({ sections }: Description, draft: LaneDraft): readonly string[] {
  const headings = sections.filter(({ depth }) => depth === 2);
  if (draft.outcome || draft.done?.length || headings.length < MANY_SECTIONS) return [];
  return [
    `No section says what changes for somebody, and there are ${headings.length} sections. If each is a piece of work, draw a lane for each.`,
  ];
}

function ticked({ criteria }: Parts): readonly string[] {
  const tasks = criteria.filter(({ isTask }) => isTask);
  const done = tasks.filter(({ isTicked }) => isTicked).length;
  return done > 0
    ? [
        `${done} of ${tasks.length} checkboxes are ticked already. A lane keeps no ticks: take out what is done.`,
      ]
    : [];
}

function bareHeadings({ bare }: Parts): readonly string[] {
  return bare.length > 0
    ? [`Headings with nothing below them are left out: ${listed(bare.map(quoted))}.`]
    : [];
}

function keptAsContext({ context }: Parts): readonly string[] {
  if (context.length === 0) return [];
  const names = context.map((text) => quoted(text.split('\n', 1)[0]?.replace(/^#+\s*/, '') ?? ''));
  return [`Kept as text under "context": ${listed(names)}.`];
}

function limits({ write = [], never = [] }: LaneDraft): readonly string[] {
  const named = [...write, ...never];
  return named.length > 0
    ? [
        `The paths under "limits" are those the description names (${listed(named)}). Look whether they are all.`,
      ]
    : [];
}

function strangePaths(paths: readonly string[]): readonly string[] {
  return paths.length > 0
    ? [`Named, but in no folder of this workspace, and so not under "limits": ${listed(paths)}.`]
    : [];
}

function prohibitions({ outcome, intro, context }: Parts): readonly string[] {
  const vague = [...outcome, ...intro, ...context].flatMap(vagueProhibitions).slice(0, MOST_QUOTED);
  return vague.map(
    (sentence) => `${quoted(oneLine(sentence))} names no path. Name those that must stay under "never".`,
  );
}

function quoted(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

function listed(names: readonly string[], separator = ', '): string {
  const rest = names.length - MOST_NAMED;
  return names.slice(0, MOST_NAMED).join(separator) + (rest > 0 ? ` and ${rest} more` : '');
}
