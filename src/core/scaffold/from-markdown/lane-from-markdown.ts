import type { FileIndex } from '../../glob/file-index.ts';
import type { LaneKind } from '../../lane/lane.ts';
import type { DraftContext, DraftCriterion, DraftNeed, LaneDraft } from '../lane-draft.ts';
import { proposeId, proposeTitle } from '../propose-name.ts';
import { writeLane } from '../write-lane.ts';
import { commandOf, namedChecks } from './commands-in-text.ts';
import { readDescription } from './description.ts';
import type { FrontMatter } from './front-matter.ts';
import { namedPaths } from './limits-from-text.ts';
import type { Item } from './list-items.ts';
import { notesOf } from './notes.ts';
import { type Parts, partsOf } from './parts.ts';
import { titleFromFile, titleFromFolder, titleOf } from './title-of.ts';

/** Where a description comes from, and what the workspace already has. */
export interface DescriptionSource {
  /** The path or name of the Markdown file. */
  readonly fileName: string;
  /** With it, only paths that can exist in this workspace become limits and context. */
  readonly files?: FileIndex | undefined;
  /** Ids of existing lanes. */
  readonly lanes?: Iterable<string> | undefined;
}

/** A lane drafted from a description. */
export interface DraftedLane {
  readonly text: string;
  readonly id: string;
  /** For the person: what has no place in a lane, and what to look at. */
  readonly notes: readonly string[];
}

const MOST_CRITERIA = 200;
const LONGEST_TITLE = 120;

/**
 * Turns a Markdown description of work (an issue, a task file, a proposal, a specification) into a draft lane. It moves
 * words and invents none: what has no section of its own becomes a text of the context.
 */
export function laneFromMarkdown(markdown: string, source: DescriptionSource): DraftedLane {
  const description = readDescription(markdown);
  const { frontMatter } = description;
  const { title, sections } = titleOf(frontMatter, description.sections);
  const parts = partsOf(sections);
  const lanes = new Set(source.lanes);
  const paths = namedPaths(sections, source.files);
  const draft = draftOf({ title, parts, frontMatter, lanes, paths, source });
  const id = proposeId(draft.title || source.fileName.replace(/.*[\\/]|\..*/g, ''), lanes);
  const drafting = {
    description,
    parts,
    draft,
    dependencies: dependencies(frontMatter),
    strange: paths.strange,
  };
  return { text: writeLane(draft), id, notes: notesOf(drafting) };
}

interface Known {
  readonly title: string | undefined;
  readonly parts: Parts;
  readonly frontMatter: FrontMatter;
  readonly lanes: ReadonlySet<string>;
  readonly paths: ReturnType<typeof namedPaths>;
  readonly source: DescriptionSource;
}

function draftOf({ title, parts, frontMatter, lanes, paths, source }: Known): LaneDraft {
  const outcome = joined(parts.outcome.length > 0 ? parts.outcome : parts.intro);
  const intro = parts.outcome.length > 0 ? parts.intro : [];
  const commands = [...parts.commands, ...parts.criteria.flatMap(({ text }) => commandOf(text) ?? [])];
  const checks = namedChecks(commands);
  const kept = parts.criteria.slice(0, MOST_CRITERIA);
  return {
    title:
      shortened(title || titleFromFolder(source.fileName)) ||
      proposeTitle(outcome) ||
      titleFromFile(source.fileName),
    owner: single(frontMatter, 'owner'),
    kind: kindOf(frontMatter),
    outcome,
    why: joined(parts.why),
    context: [
      ...paths.read,
      ...references(frontMatter),
      ...texts([...intro, ...parts.context, ...beyond(parts.criteria)]),
    ],
    write: paths.write,
    never: paths.never,
    needs: dependencies(frontMatter)
      .filter((id) => lanes.has(id))
      .map((lane): DraftNeed => ({ lane })),
    done: kept.map(({ text }): DraftCriterion => ({ says: text, proof: proofOf(text, checks) })),
    checks: [...checks.values()],
  };
}

/** What the front matter says comes first, as it is spelled there. */
function dependencies(frontMatter: FrontMatter): readonly string[] {
  const value = frontMatter.get('dependencies') ?? frontMatter.get('depends_on') ?? [];
  return (typeof value === 'string' ? [value] : value).filter(Boolean);
}

function proofOf(text: string, checks: ReturnType<typeof namedChecks>): readonly string[] {
  const check = checks.get(commandOf(text) ?? '');
  return check ? [check.id] : [];
}

function kindOf(frontMatter: FrontMatter): LaneKind | undefined {
  const labels = ['type', 'kind', 'labels']
    .flatMap((key) => frontMatter.get(key) ?? [])
    .map((label) => label.toLowerCase());
  if (labels.includes('bug')) return 'bug';
  if (labels.includes('feature') || labels.includes('enhancement')) return 'feature';
  return (['migration', 'research', 'prototype', 'chore'] as const).find((kind) => labels.includes(kind));
}

function references(frontMatter: FrontMatter): readonly DraftContext[] {
  const listed = ['references', 'documentation'].flatMap((key) => frontMatter.get(key) ?? []);
  return listed.filter(Boolean).map((text) => (/^https?:\/\/\S+$/.test(text) ? { url: text } : { text }));
}

function texts(parts: readonly string[]): readonly DraftContext[] {
  return parts.map((text) => ({ text }));
}

function beyond(criteria: readonly Item[]): readonly string[] {
  const rest = criteria.slice(MOST_CRITERIA);
  return rest.length > 0
    ? [`Further criteria:\n\n${rest.map(({ text }) => `- ${text.replace(/\n/g, '\n  ')}`).join('\n')}`]
    : [];
}

function shortened(title: string | undefined): string | undefined {
  return title && title.length > LONGEST_TITLE ? proposeTitle(title) : title;
}

function joined(parts: readonly string[]): string {
  return parts.join('\n\n');
}

function single(frontMatter: FrontMatter, key: string): string | undefined {
  const value = frontMatter.get(key);
  return typeof value === 'string' ? value : undefined;
}
