import type { Board } from '../../board/board.ts';
import { normalizePath } from '../../glob/workspace-path.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Report, Rule } from '../../lint/rule.ts';
import { invokedWords } from '../../shell/invocation.ts';
import { type ShellStep, shellSteps } from '../../shell/shell-steps.ts';
import { spanWithin } from '../../text/source-map.ts';
import type { Text } from '../../text/span.ts';
import type { MissingCommand } from './missing-command.ts';
import { missingManifest } from './missing-manifest.ts';
import { missingPath } from './missing-path.ts';
import { missingScript } from './missing-script.ts';
import { missingTarget } from './missing-target.ts';

const PACKAGE = '{ "scripts": { "test": "node --test", "lint": "biome check", "e2e": "node e2e.mjs" } }\n';

/** Flags a command that certainly is not there. */
export const unknownCommand: Rule = {
  id: 'unknown-command',
  move: 4,
  severity: 'error',
  summary:
    'A check runs an npm script, a make target, a script file or an executable that does not exist, or a tool where its manifest is not.',
  why: 'The check fails before it has looked at the work. Only what can be known without running anything is reported: not what a build makes, a lane is to write, or a package brings.',
  question: 'What do you type when you run this check yourself?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\nchecks:\n  mail: npm run «e2ee» -- refunds\n  unit: CI=1 npm test\n',
        files: { 'package.json': PACKAGE },
      },
      {
        lane: 'lane: 1\nchecks:\n  unit: cd api && make «tests»\n',
        files: { 'api/Makefile': 'test:\n\tgo test ./...\n' },
      },
      {
        lane: 'lane: 1\nchecks:\n  unit: npm test --workspace=«@shop/apii»\n  types: «cargo» check --all\n',
        files: {
          'package.json': '{ "name": "shop", "workspaces": ["packages/*"] }\n',
          'packages/api/package.json': '{ "name": "@shop/api", "scripts": { "test": "node --test" } }\n',
        },
      },
      {
        lane: 'lane: 1\nchecks:\n  spam: { kind: eval, run: node «evals/spm.mjs» --json, at-most: 0.1 }\n',
        files: { 'evals/spam.mjs': '' },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nchecks:\n  unit: npm test -- refunds\n  lint: cd api && npm run lint\n  types: npx tsc --noEmit\n',
        files: { 'package.json': PACKAGE, 'api/a.ts': '' },
      },
      {
        lane: 'lane: 1\nlimits:\n  write: [evals/**]\nchecks:\n  spam: node evals/spam.mjs\n  built: npm run build && node dist/main.js\n',
        files: { 'package.json': '{ "scripts": { "build": "tsc" } }\n' },
      },
    ],
  },
  *check(file, board) {
    for (const { run, cwd } of file.lane.checks) {
      const folder = normalizePath(cwd?.value ?? '');
      const script = run && board.script(run.value);
      if (run === undefined || script === undefined || (folder !== '' && !board.files.hasFolder(folder)))
        continue;
      const missing = firstMissing(shellSteps(script, folder), file, board);
      if (missing !== undefined) yield report(file, run, missing);
    }
  },
};

/** Commands that leave the workspace's files as they are, so that what is missing now is missing after them too. */
const LEAVES_FILES = /^(?:cd|set|export|echo|true|:|test|\[)$/;

function firstMissing(
  steps: readonly ShellStep[],
  file: SoundLane,
  board: Board,
): MissingCommand | undefined {
  let isUntouched = true;
  for (const { words, folder, isOptional, isWhole } of steps) {
    const invoked = invokedWords(words);
    const missing =
      folder === undefined || isOptional
        ? undefined
        : (missingScript(invoked, folder, board) ??
          missingTarget(invoked, folder, board) ??
          (isUntouched ? missingPath(invoked, folder, board) : undefined) ??
          (isUntouched && isWhole ? missingManifest(invoked, folder, board) : undefined));
    if (missing !== undefined && !isToBeWritten(missing, file, board)) return missing;
    if (!LEAVES_FILES.test(words[0]?.text ?? '')) isUntouched = false;
  }
  return undefined;
}

/** True if this lane, or one that it needs, may still write what is missing. */
function isToBeWritten({ sources }: MissingCommand, file: SoundLane, board: Board): boolean {
  const needed = new Set(file.lane.needs.map(({ lane }) => lane.value));
  return sources
    .flatMap((source) => board.writersOf(source, mostWriters))
    .some(({ id, path }) => path === file.path || needed.has(id));
}

const mostWriters = 100;

function report(file: SoundLane, run: Text, missing: MissingCommand): Report {
  const { word, called, fact, better, remedy = 'Name one that exists, or add it first.' } = missing;
  const inWord = Math.max(0, run.value.slice(word.start, word.end).indexOf(called));
  const span = spanWithin(file.text, run, word.start + inWord, word.start + inWord + called.length);
  const isPlain = better !== undefined && /^(?:run )?[\w@%+=:,./-]+$/.test(better);
  return {
    span,
    message: `${fact} ${better === undefined ? remedy : `Did you mean "${better}"?`}`,
    remedies: isPlain
      ? [{ title: `Change to ${better}`, operations: [{ kind: 'replace', span, text: better }] }]
      : [],
  };
}
