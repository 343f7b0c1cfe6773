import type { Board } from '../../board/board.ts';
import { globCovers } from '../../board/glob-cover.ts';
import { type Glob, isUnrooted, matchesGlob } from '../../glob/glob.ts';
import { globsIntersect } from '../../glob/intersect.ts';
import { quote } from '../../glob/workspace-path.ts';
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
    const nevers = [...board.settings.defaults.never, ...file.lane.limits.never];
    const isForbidden = (path: string) => nevers.some((never) => globCovers(board.files, never.value, path));
    const run = filesRun(checksOf(file, board), board).filter(({ path }) => !isForbidden(path));
    for (const text of file.lane.limits.write) {
      const glob = board.files.compile(text.value);
      if ('problem' in glob || isUnrooted(glob)) continue;
      const ran = run.find(({ path }) => matchesGlob(glob, path));
      if (ran !== undefined) {
        const fact = `${quote(text.value)} lets the lane write ${ran.path}, which its check "${ran.check}" runs.`;
        yield report(file, text, fact, ran.path);
        continue;
      }
      const standard = writableStandard(glob, board, isForbidden);
      if (standard === undefined) continue;
      yield report(
        file,
        text,
        `${quote(text.value)} lets the lane write ${standard}, by which its work is checked.`,
        standard,
      );
    }
  },
};

/** The first file of settings that exists and may be written, or a folder of CI settings in which files may be made. */
function writableStandard(
  glob: Glob,
  { files }: Board,
  isForbidden: (path: string) => boolean,
): string | undefined {
  const folder = STANDARD_FOLDERS.find((standard) => {
    const read = files.compile(standard);
    return (
      !('problem' in read) && globsIntersect(glob, read) && !isForbidden(standard) && !isForbidden(glob.text)
    );
  });
  return folder ?? files.matching(glob.text).find((path) => isStandard(path) && !isForbidden(path));
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
