import { lineIndex, type TextEdit } from '../core/index.ts';
import { createFile, replaceFile } from '../node/index.ts';
import type { Selection } from './findings.ts';
import { plural, type ReportStyle } from './report.ts';
import { type FixedFile, type MadeFix, makeSafeFixes } from './safe-fixes.ts';
import { visible } from './visible.ts';
import type { OpenWorkspace } from './workspace.ts';

/** What became of `lint --fix`. */
export interface FixOutcome {
  /** What was done, for a person. */
  readonly report: readonly string[];
  /** Why files stayed as they were. */
  readonly refused: readonly string[];
}

/** Makes the safe fixes of the lanes asked for and writes the files that they change. A file that changed since it was read is left alone. */
export async function fixLanes(
  workspace: OpenWorkspace,
  selection: Selection,
  style: ReportStyle,
): Promise<FixOutcome> {
  const { files, made } = await makeSafeFixes(workspace, selection);
  const refused: string[] = [];
  for (const file of files) {
    const reason = await writeFixed(workspace, file);
    if (reason !== undefined)
      refused.push(`${visible(style.pathFromHere(file.path))} was not fixed: ${reason}.`);
  }
  const written = files.length - refused.length;
  return {
    report: written > 0 ? [`Fixed ${plural(made.length, 'finding')} in ${plural(written, 'file')}.`] : [],
    refused,
  };
}

/** Shows the safe fixes of the lanes asked for, line by line, and writes nothing. */
export async function showFixes(
  workspace: OpenWorkspace,
  selection: Selection,
  style: ReportStyle,
): Promise<readonly string[]> {
  const { files, made } = await makeSafeFixes(workspace, selection);
  if (made.length === 0) return ['There is nothing that --fix would change.'];
  const lines = made.flatMap((one) => showFix(one, style));
  return [...lines, `--fix would fix ${plural(made.length, 'finding')} in ${plural(files.length, 'file')}.`];
}

async function writeFixed(
  { root, files }: OpenWorkspace,
  { path, before, after }: FixedFile,
): Promise<string | undefined> {
  if (before === undefined) return reasonOf(createFile(root, path, after));
  const bytes = Buffer.from(before);
  const today = await files.read(path, bytes.length);
  const isAsRead = today.kind === 'bytes' && bytes.equals(today.bytes);
  return isAsRead ? reasonOf(replaceFile(root, path, after)) : 'it changed in the meantime';
}

function reasonOf(written: ReturnType<typeof createFile>): string | undefined {
  switch (written.kind) {
    case 'written':
      return undefined;
    case 'exists':
      return 'it exists already';
    case 'failed':
      return written.reason;
  }
}

function showFix({ finding, fix, texts }: MadeFix, { colors, pathFromHere }: ReportStyle): readonly string[] {
  const { line, column } = lineIndex(texts.get(finding.path) ?? '').position(finding.span.start);
  const head = `${visible(pathFromHere(finding.path))}:${line}:${column} ${visible(fix.title)} ${colors.dim(finding.rule)}`;
  const changes = fix.edits.flatMap((edit) =>
    edit.kind === 'create'
      ? [`  new file ${visible(pathFromHere(edit.path))}`]
      : edit.edits.flatMap((one) => showEdit(texts.get(edit.path) ?? '', one)),
  );
  return [
    head,
    ...changes.map((change) => (change.startsWith('  -') ? colors.red(change) : colors.green(change))),
    '',
  ];
}

/** The lines that an edit takes away and those that it puts there instead. */
function showEdit(text: string, { span, newText }: TextEdit): readonly string[] {
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const next = text.indexOf('\n', Math.max(start, text[span.end - 1] === '\n' ? span.end - 1 : span.end));
  const end = Math.max(next < 0 ? text.length : next, span.end);
  const before = text.slice(start, end).split('\n');
  const after = `${text.slice(start, span.start)}${newText}${text.slice(span.end, end)}`.split('\n');
  while (before.length > 0 && before[0] === after[0]) for (const lines of [before, after]) lines.shift();
  while (before.length > 0 && before.at(-1) === after.at(-1))
    for (const lines of [before, after]) lines.pop();
  return [...before.map((line) => `  - ${visible(line)}`), ...after.map((line) => `  + ${visible(line)}`)];
}
