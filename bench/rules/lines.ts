import { basename, resolve } from 'node:path';
import { lintText } from '../../src/core/index.ts';
import { type JudgedLine, readLines, readMarkdown, readRealTasks } from './data.ts';
import type { Linter } from './linters.ts';

type Table = { readonly [row: string]: { readonly [column: string]: string | number } };

/** For each rule: how many of the lines that it flags a person called weak. */
export function measureLines(folder: string): Table {
  const lines = readLines<JudgedLine>(folder, 'criteria-lines.jsonl');
  const hits = new Map<string, { right: number; all: number }>();
  let flagged = 0;
  let right = 0;
  for (const { text, weak } of lines) {
    const rules = new Set(lintText('done', text).map(({ rule }) => rule));
    if (rules.size > 0) {
      flagged++;
      right += weak;
    }
    for (const rule of rules) {
      const { right: so = 0, all = 0 } = hits.get(rule) ?? {};
      hits.set(rule, { right: so + weak, all: all + 1 });
    }
  }
  const weak = lines.filter((line) => line.weak === 1).length;
  const rows = [...hits].map(([rule, { right, all }]) => [rule, row(right, all)] as const);
  const total = { ...row(right, flagged), note: `finds ${right} of the ${weak} weak lines` };
  return Object.fromEntries([...rows, ['any rule', total]]);
}

function row(right: number, all: number) {
  return { n: all, weak: right, precision: percent(right, all) };
}

/** How much is said about the criteria of real tasks and projects, and whether good descriptions get an error. */
export function measureNoise(folder: string, projects: readonly string[], linters: readonly Linter[]): Table {
  const tasks = readRealTasks(folder);
  const bodies = [
    { name: 'real tasks', lines: tasks.flatMap(({ text }) => criteriaOf(text)) },
    ...projects.map((project) => ({
      name: basename(resolve(project)),
      lines: readMarkdown(project).flatMap((text) => criteriaOf(text)),
    })),
  ];
  const rows = bodies.flatMap(({ name, lines }) =>
    linters
      .filter((linter) => linter.name !== 'length alone')
      .map((linter) => [`${name}: ${linter.name}`, noise(lines, linter)] as const),
  );
  const good = tasks.filter(({ expectation }) => /^(?:good|tiny but fully)/.test(expectation));
  const errors = good
    .flatMap(({ text }) => lintText('brief', text))
    .filter(({ severity }) => severity === 'error');
  return Object.fromEntries([
    ...rows,
    ['errors in good descriptions', { lines: good.length, findings: errors.length }],
  ]);
}

/** The items of check lists, without their box and number. */
function criteriaOf(text: string): readonly string[] {
  return [...text.matchAll(/^\s*[-*] \[[ x]\] (?:#?\d+(?:\.\d+)* )?(.+)$/gim)].map(
    ([, line]) => line as string,
  );
}

function noise(lines: readonly string[], { count }: Linter) {
  const findings = lines.reduce((sum, line) => sum + count('done', line), 0);
  return {
    lines: lines.length,
    findings,
    'per 100': ((100 * findings) / Math.max(lines.length, 1)).toFixed(1),
  };
}

/** A share as a whole percentage. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${Math.round((100 * part) / whole)} %`;
}
