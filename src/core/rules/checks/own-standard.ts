import { globCovers } from '../../board/glob-cover.ts';
import { isUnrooted, matchesGlob } from '../../glob/glob.ts';
import { globsIntersect } from '../../glob/intersect.ts';
import { normalizePath, quote } from '../../glob/workspace-path.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Report, Rule } from '../../lint/rule.ts';
import type { Text } from '../../text/span.ts';
import { checksOf } from '../known-checks.ts';
import { filesRun } from './files-run.ts';
import { isStandard, STANDARD_FOLDERS } from './standards.ts';

/** Flags a write path under which the lane may change what judges it. */
export const ownStandard: Rule = {
  id: 'own-standard',
  move: 4,
  severity: 'warning',
  summary: 'The lane may write a file that one of its checks runs, or the settings of a linter or of CI.',
  why: 'An agent that may change the standard can pass by lowering it. Tests that the lane is meant to extend do not count here; they are looked at when it is handed in.',
  question: 'Should this lane be able to change how it is judged?',
  examples: {
    bad: [
      {
        lane: 'lane: 1\nlimits:\n  write: [src/mail/**, «evals/**»]\nchecks:\n  spam: { kind: eval, run: node evals/spam.mjs, at-most: 0.1 }\n',
        files: { 'evals/spam.mjs': '', 'src/mail/a.ts': '' },
      },
      {
        lane: 'lane: 1\nlimits:\n  write: [«.github/**», «packages/api/**»]\n',
        files: { 'packages/api/eslint.config.js': '', 'packages/api/index.ts': '' },
      },
    ],
    good: [
      {
        lane: 'lane: 1\nlimits:\n  write: [src/mail/**, evals/**]\n  never: [evals/spam.mjs]\nchecks:\n  spam: { kind: eval, run: node evals/spam.mjs, at-most: 0.1 }\n',
        files: { 'evals/spam.mjs': '', 'src/mail/a.ts': '' },
      },
      {
        lane: 'lane: 1\nlimits:\n  write: [src/mail/**, test/mail/**]\nchecks:\n  unit: npm test -- test/mail/send.test.ts\n',
        files: { 'test/mail/send.test.ts': '', 'src/mail/a.ts': '' },
      },
    ],
  },
  *check(file, board) {
    const { files } = board;
    const nevers = [...board.settings.defaults.never, ...file.lane.limits.never];
    const isForbidden = (path: string) => nevers.some((never) => globCovers(files, never.value, path));
    const run = filesRun(checksOf(file, board), board).filter(({ path }) => !isForbidden(path));
    for (const text of file.lane.limits.write) {
      const start = startOf(text.value);
      const ran = run.filter(({ path }) => path.startsWith(start));
      const standards = files.those(isStandard).filter((path) => path.startsWith(start));
      const folders = STANDARD_FOLDERS.filter((folder) =>
        folder.startsWith(start.slice(0, folder.indexOf('/'))),
      );
      if (ran.length + standards.length + folders.length === 0) continue;
      const glob = files.compile(text.value);
      if ('problem' in glob || isUnrooted(glob)) continue;
      const runFile = ran.find(({ path }) => matchesGlob(glob, path));
      const folder = folders.find((standard) => {
        const read = files.compile(standard);
        return (
          !('problem' in read) &&
          globsIntersect(glob, read) &&
          !isForbidden(standard) &&
          !isForbidden(text.value)
        );
      });
      const standard = folder ?? standards.find((path) => matchesGlob(glob, path) && !isForbidden(path));
      if (runFile !== undefined) {
        const fact = `${quote(text.value)} lets the lane write ${runFile.path}, which its check "${runFile.check}" runs.`;
        yield report(file, text, fact, runFile.path);
      } else if (standard !== undefined) {
        const fact = `${quote(text.value)} lets the lane write ${standard}, by which its work is checked.`;
        yield report(file, text, fact, standard);
      }
    }
  },
};

/** What the paths that a glob matches begin with. */
function startOf(glob: string): string {
  const path = normalizePath(glob);
  const wildcard = path.search(/[*?[{]/);
  return wildcard < 0 ? path : path.slice(0, wildcard);
}

function report({ lane }: SoundLane, { span }: Text, fact: string, path: string): Report {
  const remedy = { kind: 'append', at: ['limits', 'never'], value: path } as const;
  return {
    span,
    message: `${fact} Put it under \`never\`, or tell whoever reviews the outcome to look at it.`,
    remedies:
      lane.sections.limits?.sound === false ? [] : [{ title: `Never write ${path}`, operations: [remedy] }],
  };
}
