/** What the process says at its end: nothing found, findings at or above `--fail-on`, could not run, cancelled. */
export const EXIT = { clean: 0, findings: 1, failed: 2, cancelled: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
