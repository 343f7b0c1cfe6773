import type { GlobProblem } from '../../glob/glob.ts';
import type { Rule } from '../../lint/rule.ts';
import { spanWithin } from '../../text/source-map.ts';
import { pathProblems } from './path-problems.ts';

/** What other rules speak of. */
const ELSEWHERE: ReadonlySet<GlobProblem['problem']> = new Set([
  'too-complex',
  'unclosed',
  'control-character',
]);

/** Flags a path that does not name something inside the workspace folder. */
export const pathOutsideWorkspace: Rule = {
  id: 'path-outside-workspace',
  move: 'file',
  severity: 'error',
  summary: 'A path or glob leaves the workspace folder, begins outside it, or is not written with `/`.',
  why: 'Limits and checks hold inside the workspace folder only, on every computer. What lies outside is another person’s disk, and an agent has no business there.',
  question: 'Which path, seen from the workspace folder, do you mean?',
  examples: {
    bad: [
      { lane: 'lane: 1\nlimits:\n  write: [«../other/**», src/a.ts, «/etc/hosts», «~/notes.md»]\n' },
      { lane: 'lane: 1\nbrief:\n  context: [«docs\\adr.md», «"C:/docs/adr.md"»]\n' },
      { lane: 'lane: 1\nlimits:\n  write: [«$HOME/notes.md», «"file:///x"»]\n' },
    ],
    good: [
      {
        lane: 'lane: 1\nlimits:\n  write: [src/../docs/**, ./src/a.ts]\n',
        files: { 'src/a.ts': '', 'docs/a.md': '' },
      },
    ],
  },
  *check(file, board) {
    for (const { text, problem, message } of pathProblems(file, board)) {
      if (ELSEWHERE.has(problem)) continue;
      const slashed = text.value.replaceAll('\\', '/');
      const span = spanWithin(file.text, text, 0, text.value.length);
      yield {
        span: text.span,
        message,
        remedies:
          problem === 'backslash'
            ? [
                {
                  title: 'Write it with /',
                  safe: true,
                  operations: [{ kind: 'replace', span, text: slashed }],
                },
              ]
            : [],
      };
    }
  },
};
