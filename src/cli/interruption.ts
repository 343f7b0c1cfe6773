import { type CancellationSource, createCancellation } from '../core/index.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A cancellation that the first signal to end causes, so that what runs is ended with all that it started. A second signal ends
 * this process at once, as it does when nothing listens.
 */
export function cancelOnSignal(onSignal: () => void): CancellationSource {
  const source = createCancellation();
  const usual = SIGNALS.map((signal) => [signal, process.listeners(signal)] as const);
  const dispose = () => {
    for (const [signal, listeners] of usual) {
      process.removeListener(signal, interrupt);
      for (const listener of listeners)
        if (!process.listeners(signal).includes(listener)) process.on(signal, listener);
    }
  };
  const interrupt = () => {
    dispose();
    onSignal();
    source.cancel();
  };
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, interrupt);
  }
  return { ...source, dispose };
}
