import { distance } from 'fastest-levenshtein';
import type { Board } from '../../board/board.ts';
import { withoutAnchor } from '../../board/file-users.ts';
import { hasGlobCharacters, normalizePath, quote } from '../../glob/workspace-path.ts';
import type { ContextEntry, Lane } from '../../lane/lane.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Report, Rule } from '../../lint/rule.ts';
import { spanWithin } from '../../text/source-map.ts';
import type { Text } from '../../text/span.ts';

/** Flags a path that leads nowhere. */
export const missingFile: Rule = {
  id: 'missing-file',
  move: 2,
  severity: 'error',
  summary:
    'A path or glob in brief, needs or checks matches nothing in the workspace, or a write path begins in a folder that does not exist.',
  why: 'A stranger who looks for it finds nothing and goes on without. A new file in a folder that exists is fine under `write`, and so is a contract that the needed lane writes. `never`, `look` and `artifacts` may name what is not there yet.',
  question: 'Which file did you mean?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\nbrief:\n  context:\n    - «docs/adr/0012-mail-provder.md»\n    - docs/adr/0012-mail-provider.md#limits\n',
        files: { 'docs/adr/0012-mail-provider.md': '# Mail provider\n' },
      },
      {
        lane: 'lane: 1\nlimits:\n  write: [«scr/refunds/**», src/new/**]\n',
        files: { 'src/refunds/index.ts': '' },
      },
      {
        lane: 'lane: 1\nchecks:\n  unit: { run: npm test, cwd: «packages/ap», inputs: [«packages/api/*.py»] }\n',
        files: { 'packages/api/index.ts': '' },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nneeds:\n  - { lane: ledger, contract: docs/events.md }\n',
        files: { 'lanes/ledger.lane.yaml': 'lane: 1\nlimits:\n  write: [docs/events.md]\n' },
      },
      {
        lane: 'lane: 1\nbrief:\n  context: ["app/[id]/page.tsx", "https://example.com/a.md"]\nlimits:\n  write: ["app/[id]/**", "**/*.md"]\n  never: [vendor/**]\n',
        files: { 'app/[id]/page.tsx': '' },
      },
    ],
  },
  *check(file, board) {
    if (board.files.size === 0) return;
    let left = mostSought;
    const nearest = (path: string) => (left-- > 0 ? board.files.nearest(path) : undefined);
    const placeIn = (list: readonly Text[]): Place => ({
      file,
      board,
      nearest,
      listed: new Set(list.map(({ value }) => normalizePath(withoutAnchor(value)))),
    });
    for (const list of listsToRead(file.lane)) {
      const place = placeIn(list);
      for (const path of list) yield* checkRead(place, path);
    }
    const { write } = file.lane.limits;
    const place = placeIn(write);
    for (const glob of write) yield* checkWrite(place, glob);
  },
};

/** So many letters are mistyped or swapped by accident. */
const slip = 2;

/** For more missing paths than this nobody needs to be told what they meant. */
const mostSought = 100;

interface Place {
  readonly file: SoundLane;
  readonly board: Board;
  readonly nearest: (path: string) => string | undefined;
  /** What the list names already, so that nobody is told to name it twice. */
  readonly listed: ReadonlySet<string>;
}

function listsToRead({ brief, checks }: Lane): readonly (readonly Text[])[] {
  const pathsOf = (entries: readonly ContextEntry[]) =>
    entries.flatMap((entry) => (entry.kind === 'path' ? [entry.path] : []));
  const sources = brief.evidence.flatMap(({ source }) =>
    source !== undefined && looksLikePath(source.value) ? [source] : [],
  );
  const folders = checks.flatMap(({ cwd }) => (cwd === undefined ? [] : [[cwd]]));
  return [
    pathsOf(brief.context),
    pathsOf(brief.good),
    sources,
    ...folders,
    ...checks.map(({ inputs }) => inputs),
  ];
}

/** Evidence may also come from a person, a meeting or a site: only what is clearly a path is looked for. */
function looksLikePath(source: string): boolean {
  return (
    /^[^\s:]+\.[a-z0-9]{1,5}(?:#\S*)?$/i.test(source) &&
    source.includes('/') &&
    !/^[^/]+\.[a-z]{2,}\//i.test(source)
  );
}

function* checkRead(place: Place, path: Text): Iterable<Report> {
  const { board, nearest } = place;
  const wanted = withoutAnchor(path.value);
  if (exists(board, wanted) || /^[a-z][a-z0-9+.-]*:/i.test(wanted)) return;
  if ('problem' in board.files.compile(path.value)) return;
  yield report(place, path, `${quote(wanted)} matches nothing in the workspace.`, nearest(wanted));
}

function* checkWrite(place: Place, glob: Text): Iterable<Report> {
  const { board, nearest } = place;
  const { files } = board;
  const path = normalizePath(glob.value);
  const literal = literalStart(path);
  const folder = literal.slice(0, Math.max(0, literal.lastIndexOf('/')));
  if (isInKnownFolder(folder, board) && !files.hasFolder(path)) return;
  if ('problem' in files.compile(glob.value) || files.hasFile(path) || files.matchesAny(path)) return;
  if (files.hasFolder(path)) {
    yield report(
      place,
      glob,
      `${quote(glob.value)} is a folder, and only files can be written.`,
      `${path}/**`,
    );
  } else if (folder === '') {
    // A new file beside the others at the root is fine; only a slip of the pen is worth a word.
    const near = literal === path ? nearest(path) : undefined;
    if (near !== undefined && distance(near, path) <= slip)
      yield report(place, glob, `${quote(glob.value)} matches nothing in the workspace.`, near);
  } else {
    const near = nearest(folder);
    const better = near === undefined ? undefined : near + path.slice(folder.length);
    yield report(place, glob, `${quote(glob.value)} is in no folder that exists.`, better);
  }
}

/** Whether the folder or one above it exists, the root left out. */
function isInKnownFolder(folder: string, { files }: Board): boolean {
  return folder !== '' && files.hasFolder(folder.split('/', 1)[0] ?? '');
}

function exists({ files }: Board, path: string): boolean {
  return files.hasFile(path) || files.hasFolder(path) || (hasGlobCharacters(path) && files.matchesAny(path));
}

/** The part of a glob before its first wildcard, braces or class. */
function literalStart(glob: string): string {
  const wild = glob.search(/[*?[{]/);
  return wild < 0 ? glob : glob.slice(0, glob.lastIndexOf('/', wild) + 1);
}

function report({ file, listed }: Place, path: Text, fact: string, better: string | undefined): Report {
  const { value } = path;
  if (better === undefined || listed.has(normalizePath(better)))
    return {
      span: path.span,
      message: `${fact} Write the path of one that exists, from the workspace folder.`,
    };
  const span = spanWithin(file.text, path, 0, withoutAnchor(value).length);
  return {
    span: path.span,
    message: `${fact} Did you mean ${quote(better)}?`,
    remedies: [{ title: `Change to ${better}`, operations: [{ kind: 'replace', span, text: better }] }],
  };
}
