/**
 * What the process says at its end: nothing found or all passed; findings at or above `--fail-on`, or a check that did not pass;
 * could not run; commands that are not allowed; cancelled.
 */
export const EXIT = { clean: 0, findings: 1, failed: 2, notTrusted: 3, cancelled: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
