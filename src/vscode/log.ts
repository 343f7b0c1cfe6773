import type * as vscode from 'vscode';

/** Runs work that nobody waits for; if it fails, the log says what and why. */
export function inBackground(log: vscode.LogOutputChannel, what: string, work: () => Promise<unknown>): void {
  work().catch((error: unknown) =>
    log.error(`${what} failed:`, error instanceof Error ? (error.stack ?? error.message) : error),
  );
}
