import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/**
 * mocha's `spec` reporter that also writes `{ passed, failed }` to the file that LANEKEEPER_TEST_COUNTS names.
 * @param {import('mocha').Runner} runner
 * @param {import('mocha').MochaOptions} options
 */
// biome-ignore lint/style/noDefaultExport: mocha takes a reporter as default export.
export default function CountingReporter(runner, options) {
  new Mocha.reporters.Spec(runner, options);
  const file = process.env.LANEKEEPER_TEST_COUNTS;
  runner.once('end', () => {
    const { passes: passed = 0, failures: failed = 0 } = runner.stats ?? {};
    if (file) writeFileSync(file, JSON.stringify({ passed, failed }));
  });
}
