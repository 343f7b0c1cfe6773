import { scoreText } from './read-score.ts';
import type { CheckReport, ReportedCheck } from './report-json.ts';

/** A report as JUnit XML: a suite for each lane, a case for each check. What did not run is an error, never a pass. */
export function reportJunit({ checks }: CheckReport): string {
  const lanes = [...new Set(checks.map(({ lane }) => lane))];
  const suites = lanes.map((lane) =>
    suite(
      lane,
      checks.filter((check) => check.lane === lane),
    ),
  );
  const counts = countsOf(checks);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="lanekeeper" ${counts}>\n${suites.join('')}</testsuites>\n`;
}

function suite(lane: string, checks: readonly ReportedCheck[]): string {
  const at = checks.flatMap(({ evidence }) => evidence?.at ?? []).sort()[0];
  const timestamp = at === undefined ? '' : ` timestamp="${escaped(at.replace(/\.\d+Z$|Z$/, ''))}"`;
  return `  <testsuite name="${escaped(lane)}" ${countsOf(checks)}${timestamp}>\n${checks.map(testCase).join('')}  </testsuite>\n`;
}

function testCase(check: ReportedCheck): string {
  const { lane, check: id, path, line, notes = [] } = check;
  const inner = [...verdict(check), ...output(check), ...notes.map((note) => element('system-err', note))];
  const attributes = `name="${escaped(id)}" classname="${escaped(lane)}" time="${seconds([check])}" file="${escaped(path)}" line="${line}"`;
  return inner.length === 0
    ? `    <testcase ${attributes}/>\n`
    : `    <testcase ${attributes}>\n${inner.map((one) => `      ${one}\n`).join('')}    </testcase>\n`;
}

function verdict({ result }: ReportedCheck): readonly string[] {
  switch (result.state) {
    case 'passed':
      return [];
    case 'unchanged':
      return [element('system-out', `Nothing that it reads has changed since it passed at ${result.since}.`)];
    case 'failed':
    case 'timed-out':
      return [`<failure type="${result.state}" message="${escaped(result.because)}"/>`];
    case 'not-started':
      return [`<error type="not-started" message="${escaped(result.reason)}"/>`];
    case 'cancelled':
      return ['<skipped message="It was cancelled."/>'];
  }
}

function output({ result, evidence, atLeast, atMost }: ReportedCheck): readonly string[] {
  if (evidence === undefined || result.state === 'unchanged') return [];
  const { score, tail, files = [] } = evidence;
  const said = [
    ...(score === undefined ? [] : [`The number is ${scoreText(score, { atLeast, atMost })}.`]),
    ...files.map(({ path, note }) => `${path}: ${note}`),
    ...(tail === '' ? [] : [tail]),
  ];
  return said.length === 0 ? [] : [element('system-out', said.join('\n'))];
}

function countsOf(checks: readonly ReportedCheck[]): string {
  const count = (...states: readonly string[]) =>
    checks.filter(({ result }) => states.includes(result.state)).length;
  return `tests="${checks.length}" failures="${count('failed', 'timed-out')}" errors="${count('not-started')}" skipped="${count('cancelled')}" time="${seconds(checks)}"`;
}

function seconds(checks: readonly ReportedCheck[]): string {
  const ms = checks.map(({ result, evidence }) => (result.state === 'unchanged' ? 0 : (evidence?.ms ?? 0)));
  return (ms.reduce((sum, one) => sum + one, 0) / 1000).toFixed(3);
}

function element(name: string, text: string): string {
  const kept = text.replace(FORBIDDEN, '').replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? '');
  return `<${name}>${kept}</${name}>`;
}

/** What XML 1.0 cannot hold at all, lone surrogates among it. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

/** A text as the value of an attribute. */
function escaped(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"\n\t\r]/g, (character) => ENTITIES[character] ?? '');
}
