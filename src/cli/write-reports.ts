import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { type CheckReport, reportJunit } from '../core/index.ts';
import { describeFailure } from '../node/index.ts';
import { safeJson } from './safe-json.ts';
import { visible } from './visible.ts';

/** A file into which a report is to be written. */
export interface WantedReport {
  readonly form: 'junit' | 'json';
  readonly file: string;
}

/** Reads `junit=FILE,json=FILE`; may be given several times. */
export function readReportOption(
  value: string,
  before: readonly WantedReport[] = [],
): readonly WantedReport[] {
  const wanted = value.split(/,(?=(?:junit|json)=)/).map((part): WantedReport => {
    const [, form, file] = /^(junit|json)=(.+)$/s.exec(part) ?? [];
    if (form !== 'junit' && form !== 'json')
      throw new InvalidArgumentError('Write junit=FILE, json=FILE, or both with a comma between them.');
    return { form, file: file ?? '' };
  });
  return [...before, ...wanted];
}

/** Writes the reports, relative to the current folder; returns why one could not be written, in sentences for people. */
export function writeReports(report: CheckReport, wanted: readonly WantedReport[] = []): readonly string[] {
  return wanted.flatMap(({ form, file }) => {
    try {
      mkdirSync(dirname(resolve(file)), { recursive: true });
      writeFileSync(file, form === 'junit' ? reportJunit(report) : `${safeJson(report, 2)}\n`);
      return [];
    } catch (error) {
      return [`The report ${JSON.stringify(visible(file))} could not be written: ${describeFailure(error)}.`];
    }
  });
}
