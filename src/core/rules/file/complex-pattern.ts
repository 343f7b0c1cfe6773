import type { Rule } from '../../lint/rule.ts';
import { pathProblems } from './path-problems.ts';

/** Flags a glob that would cost too much to match, or is not finished. */
export const complexPattern: Rule = {
  id: 'complex-pattern',
  move: 'file',
  severity: 'error',
  summary: 'A glob has too many wildcards, braces or folders, or a bracket that is not closed.',
  why: 'Such a glob takes long to match, or cannot be read, and says little to a reader. It matches nothing until it is mended.',
  question: 'Which two or three simpler globs say the same?',
  examples: {
    bad: [
      { lane: 'lane: 1\nlimits:\n  write: ["src/**", «"src/*a*b*c*d*.ts"»]\n', files: { 'src/a.ts': '' } },
      {
        lane: 'lane: 1\nlimits:\n  write: [«"src/[ab"», «"src/{a,b/*.ts"»]\n',
        files: { 'src/a.ts': '' },
      },
    ],
    good: [
      { lane: 'lane: 1\nlimits:\n  write: ["src/*a*b*.ts"]\n', files: { 'src/a.ts': '' } },
      { lane: 'lane: 1\nlimits:\n  write: ["src/[a.ts", "src/[[]b.ts"]\n', files: { 'src/[a.ts': '' } },
    ],
  },
  *check(file, board) {
    for (const { text, problem, message } of pathProblems(file, board)) {
      if (problem === 'too-complex' || problem === 'unclosed') yield { span: text.span, message };
    }
  },
};
