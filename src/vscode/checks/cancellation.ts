import type * as vscode from 'vscode';
import type { Cancellation } from '../../core/index.ts';

/** A cancellation that happens when the token's does. */
export function cancellationOf(token: vscode.CancellationToken): Cancellation {
  return {
    get isCancelled() {
      return token.isCancellationRequested;
    },
    onCancel(listener) {
      const listening = token.onCancellationRequested(() => listener());
      return () => listening.dispose();
    },
  };
}
