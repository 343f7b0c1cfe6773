import type { FileIndex } from '../../glob/file-index.ts';
import { type Section, sourceOf } from './description.ts';
import { itemsOf } from './list-items.ts';
import { isPlausible, type MentionedPath, pathsIn } from './paths-in-text.ts';
import { isNotes, roleOf } from './section-role.ts';

/** The paths that a description names, by what it wants of them. */
export interface NamedPaths {
  readonly write: readonly string[];
  readonly never: readonly string[];
  /** Existing files that are only mentioned. */
  readonly read: readonly string[];
  /** What the workspace cannot have. */
  readonly strange: readonly string[];
}

const MOST = 40;
/** A list entry or heading that announces files to be changed. */
const AFFECTED = /^\W*(?:affected|changed|new|modified|touched) (?:code|files?)\b/i;
const AFFECTED_SECTION =
  /^(?:impact|affected (?:code|files)|files(?: to (?:change|modify|edit))?|(?:new|modified) files)$/i;
/** In a list of what is affected, entries about something else than files to change. */
const NOT_FILES = /^\W*affected specs\b/i;

/** Finds the paths that the description wants changed or left alone. Without `files` only the text decides. */
export function namedPaths(sections: readonly Section[], files: FileIndex | undefined): NamedPaths {
  const found = sections.filter((section) => !isNotes(section)).flatMap(pathsOfSection);
  const pathsTo = (use: MentionedPath['use']) => [
    ...new Set(found.filter((one) => one.use === use).map(({ path }) => path)),
  ];
  const plausible = (paths: readonly string[]) =>
    paths.filter((path) => isPlausible(path, files)).slice(0, MOST);
  const never = plausible(pathsTo('never'));
  const write = plausible(pathsTo('write')).filter((path) => !never.includes(path));
  const read = plausible(pathsTo('read')).filter(
    (path) => files?.hasFile(path) && ![...write, ...never].includes(path),
  );
  const strange = [...pathsTo('write'), ...pathsTo('never')]
    .filter((path) => !isPlausible(path, files))
    .slice(0, MOST);
  return { write, never, read, strange };
}

function pathsOfSection(section: Section) {
  const items = itemsOf(section.blocks);
  const isAffected = AFFECTED_SECTION.test(section.heading);
  const listed = items.flatMap(({ text }) => {
    if (NOT_FILES.test(text)) return [];
    const isWritten = AFFECTED.test(text) || (isAffected && startsWithPath(text));
    return pathsIn(text).map((one) =>
      isWritten && one.use === 'read' ? { ...one, use: 'write' as const } : one,
    );
  });
  const prose = pathsIn(sourceOf(section.blocks.filter(({ type }) => type === 'paragraph')));
  // Under "Out of scope" every path is one that stays as it is.
  const isOut = roleOf(section) === 'never';
  return [...listed, ...prose].map((one) => (isOut ? { ...one, use: 'never' as const } : one));
}

function startsWithPath(text: string): boolean {
  const [start] = text.split(/\s+[-–—:]\s+|:\s/, 1);
  return pathsIn(start ?? '').length > 0;
}
