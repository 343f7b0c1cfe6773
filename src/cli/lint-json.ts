import {
  type FileEdit,
  type Finding,
  type Fix,
  type LineIndex,
  lineIndex,
  MOVES,
  type Span,
} from '../core/index.ts';

/** The texts that findings speak of, by path. */
export type Texts = (path: string) => string | undefined;

/** What `lint --json` prints, as `schemas/lint.schema.json` describes it. */
export function lintJson(findings: readonly Finding[], lanes: number, texts: Texts) {
  const placeIn = places(texts);
  return {
    findings: findings.map((finding) => findingJson(finding, placeIn)),
    summary: summaryJson(findings, lanes),
  };
}

/** How many findings there are, by severity and by move. */
function summaryJson(findings: readonly Finding[], lanes: number) {
  const count = (wanted: (finding: Finding) => boolean): number => findings.filter(wanted).length;
  return {
    lanes,
    errors: count(({ severity }) => severity === 'error'),
    warnings: count(({ severity }) => severity === 'warning'),
    hints: count(({ severity }) => severity === 'hint'),
    moves: Object.fromEntries(MOVES.map((move) => [move, count((finding) => finding.move === move)])),
  };
}

type PlaceIn = (path: string, span: Span) => { readonly start: Position; readonly end: Position };
type Position = ReturnType<LineIndex['position']>;

function places(texts: Texts): PlaceIn {
  const indexes = new Map<string, LineIndex>();
  return (path, { start, end }) => {
    const lines = indexes.get(path) ?? lineIndex(texts(path) ?? '');
    indexes.set(path, lines);
    return { start: lines.position(start), end: lines.position(end) };
  };
}

function findingJson(
  { path, span, rule, severity, message, move, question, related, fixes }: Finding,
  placeIn: PlaceIn,
) {
  const [fix] = fixes;
  return {
    path,
    rule,
    severity,
    message,
    ...placeIn(path, span),
    move,
    ...(question === undefined ? {} : { question }),
    ...(related.length === 0
      ? {}
      : {
          related: related.map((one) => ({
            path: one.path,
            message: one.message,
            ...placeIn(one.path, one.span),
          })),
        }),
    ...(fix === undefined ? {} : { fix: fixJson(fix, placeIn) }),
  };
}

function fixJson({ title, safe, edits }: Fix, placeIn: PlaceIn) {
  return { title, safe, files: edits.map((edit) => editJson(edit, placeIn)) };
}

function editJson(edit: FileEdit, placeIn: PlaceIn) {
  if (edit.kind === 'create') return { path: edit.path, create: edit.text };
  return {
    path: edit.path,
    edits: edit.edits.map(({ span, newText }) => ({ ...placeIn(edit.path, span), text: newText })),
  };
}
