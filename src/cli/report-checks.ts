import {
  type CheckReport,
  type CheckResult,
  duration,
  type Evidence,
  isPass,
  quoteForBuildLog,
  type ReportedCheck,
  scoreText,
} from '../core/index.ts';
import { plural } from './report.ts';
import type { Terminal } from './terminal.ts';
import { visible } from './visible.ts';

/** How many lines of the output of a check that did not pass are shown; all that is kept stands in the evidence. */
const MOST_LINES = 30;
const MOST_LINE_LENGTH = 1000;
const MOST_FILES = 30;
const MOST_SCORES = 5;

const WORDS: { readonly [state in CheckResult['state']]: string } = {
  passed: 'passed',
  failed: 'failed',
  'timed-out': 'timed out',
  cancelled: 'cancelled',
  unchanged: 'unchanged',
  'not-started': 'not started',
};
const WIDTH = Math.max(...Object.values(WORDS).map((word) => word.length));

/** Lines that say how one check ended, and what a person needs to mend it. None of them is a command to a build server. */
export function reportCheck(check: ReportedCheck, { colors }: Terminal): readonly string[] {
  const { result, evidence } = check;
  const color = isPass(result) ? colors.green : result.state === 'cancelled' ? colors.yellow : colors.red;
  const ran = evidence !== undefined && result.state !== 'unchanged';
  const time = ran ? `  ${colors.dim(duration(evidence.ms))}` : '';
  const name = `${visible(check.lane)} ${colors.bold(visible(check.check))}`;
  const said = [
    ...reason(check),
    ...(evidence ? [...number(check, evidence), ...answers(check, evidence), ...files(evidence)] : []),
    ...(check.notes ?? []),
  ].map((line) => `    ${line}`);
  // What judges said is shown as answers.
  const output = ran && !isPass(result) && !evidence.answers ? tail(evidence.tail) : [];
  return [`${color(WORDS[result.state].padEnd(WIDTH))}  ${name}${time}`, ...said.map(shown), ...output];
}

/** One line with what all checks came to. */
export function reportTotal({ checks, summary }: CheckReport): string {
  const states = Object.keys(WORDS) as CheckResult['state'][];
  const counts = states
    .filter((state) => summary[state] > 0)
    .map((state) => `${summary[state]} ${WORDS[state]}`);
  return `${plural(checks.length, 'check')}: ${counts.length === 0 ? 'nothing to run' : counts.join(', ')}`;
}

function shown(line: string): string {
  return quoteForBuildLog(visible(line).replace(/^( *)::/, '$1: :'), '');
}

function reason({ kind, result }: ReportedCheck): readonly string[] {
  switch (result.state) {
    case 'failed':
      // The files and the answers that follow say the rest.
      if (kind === 'taste') return [];
      return [kind === 'limits' ? result.because.replace(/^([^.]*\.).*/s, '$1') : result.because];
    case 'timed-out':
      return [result.because];
    case 'not-started':
      return [result.reason];
    case 'unchanged':
      return [`Nothing that it reads has changed since it passed at ${result.since}.`];
    case 'passed':
    case 'cancelled':
      return [];
  }
}

/** The number of an eval; where it failed, the reason has said it with its bounds already. */
function number(
  { result, earlierScores = [], ...bounds }: ReportedCheck,
  { score }: Evidence,
): readonly string[] {
  if (score === undefined) return [];
  const now = result.state === 'failed' ? [] : [`The number is ${scoreText(score, bounds)}.`];
  const before = earlierScores.slice(-MOST_SCORES);
  const last = before.at(-1);
  if (last === undefined) return now;
  const trend = score === last ? 'It has not moved' : `It went ${score > last ? 'up' : 'down'}`;
  return [...now, `${trend}; before it was ${before.join(', ')}.`];
}

function answers({ rubric = [] }: ReportedCheck, { answers: given = [] }: Evidence): readonly string[] {
  return rubric.flatMap((statement, at) => [
    statement,
    ...given.map(({ model, statements }) => {
      const { holds = false, reason: why = '' } = statements[at] ?? {};
      return `  ${holds ? 'yes' : 'no '}  ${why.trim()} (${model})`;
    }),
  ]);
}

function files({ files: named = [] }: Evidence): readonly string[] {
  const more = named.length - MOST_FILES;
  const first = named.slice(0, MOST_FILES).map(({ path, note }) => `${path}: ${note}`);
  return more > 0 ? [...first, `And ${plural(more, 'more file')}.`] : first;
}

function tail(output: string): readonly string[] {
  const lines = output.trimEnd().split('\n');
  if (lines.length === 1 && lines[0] === '') return [];
  const kept = lines.slice(-MOST_LINES).map((line) => visible(line.slice(0, MOST_LINE_LENGTH)));
  const cut = lines.length > MOST_LINES ? ['    | …'] : [];
  return [...cut, ...quoteForBuildLog(kept.join('\n'), '    | ').split('\n')];
}
