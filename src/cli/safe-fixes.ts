import {
  applyEdits,
  type FileEdit,
  type Finding,
  type Fix,
  readLaneFile,
  safeFixes,
  type TextEdit,
} from '../core/index.ts';
import { findIn, type Selection, textsOf } from './findings.ts';
import type { OpenWorkspace } from './workspace.ts';

/** A file as the safe fixes leave it. */
export interface FixedFile {
  readonly path: string;
  /** The text on disk; absent for a new file. */
  readonly before?: string;
  readonly after: string;
}

/** One fix that was made: what it is, and the texts that its edits were made on. */
export interface MadeFix {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly texts: ReadonlyMap<string, string>;
}

/** Fixes can bring forth findings with fixes of their own; a rule that fights another must not keep us here. */
const MOST_ROUNDS = 10;

/**
 * Makes the safe fixes of the lanes asked for, until none is left. The lanes on the board get their new texts; nothing is
 * written. Of two fixes that overlap, the later one waits for the next round.
 */
export async function makeSafeFixes(
  workspace: OpenWorkspace,
  selection: Selection,
): Promise<{ readonly files: readonly FixedFile[]; readonly made: readonly MadeFix[] }> {
  const known = textsOf(workspace);
  const before = new Map<string, string | undefined>();
  const now = new Map<string, string>();
  const made: MadeFix[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    // The settings are those that the board was made with: their findings do not change from round to round.
    const findings = await findIn(workspace, {
      ...selection,
      includesSettings: selection.includesSettings && round === 0,
    });
    const textOf = (path: string): string | undefined => now.get(path) ?? known(path);
    const taken = takeFixes(findings, textOf);
    if (taken.fixes.length === 0) break;
    // As they are now: the next lines put other texts on the board.
    const texts = new Map(taken.edits.map(({ path }) => [path, textOf(path) ?? '']));
    for (const one of taken.fixes) made.push({ ...one, texts });
    for (const [path, text] of textsAfter(taken.edits, textOf)) {
      if (!before.has(path)) before.set(path, textOf(path));
      now.set(path, text);
      putOnBoard(workspace, path, text);
    }
  }
  const files = [...now].map(([path, after]) => ({ path, after, ...optional(before.get(path)) }));
  return { files, made };
}

function optional(before: string | undefined): { readonly before?: string } {
  return before === undefined ? {} : { before };
}

function putOnBoard({ loaded: { board } }: OpenWorkspace, path: string, text: string): void {
  if (board.lanes.has(path)) board.put(readLaneFile(path, text));
}

/** The safe fixes that can be made at once: each on known text, none touching another. */
function takeFixes(findings: readonly Finding[], textOf: (path: string) => string | undefined) {
  const isPossible = (edit: FileEdit) => (textOf(edit.path) === undefined) === (edit.kind === 'create');
  const possible = findings.map((finding) => ({
    ...finding,
    fixes: finding.fixes.filter((fix) => fix.edits.every(isPossible)),
  }));
  const fixes = safeFixes(possible);
  return { fixes, edits: fixes.flatMap(({ fix }) => fix.edits) };
}

function textsAfter(
  edits: readonly FileEdit[],
  textOf: (path: string) => string | undefined,
): Map<string, string> {
  const changes = new Map<string, TextEdit[]>();
  const texts = new Map<string, string>();
  for (const edit of edits) {
    if (edit.kind === 'create') texts.set(edit.path, edit.text);
    else changes.set(edit.path, [...(changes.get(edit.path) ?? []), ...edit.edits]);
  }
  for (const [path, ofFile] of changes) texts.set(path, applyEdits(textOf(path) ?? '', ofFile));
  return texts;
}
