import type { Cancellation } from './cancellation.ts';

/** A cancellation with the means to cause it. */
export interface CancellationSource {
  readonly cancellation: Cancellation;
  cancel(): void;
  /** Stops listening to the outer cancellation. */
  dispose(): void;
}

/** A cancellation that happens when `cancel` is called, or when the outer one happens. */
export function createCancellation(outer?: Cancellation): CancellationSource {
  const listeners = new Set<() => void>();
  let isCancelled = outer?.isCancelled ?? false;
  const cancel = () => {
    if (isCancelled) return;
    isCancelled = true;
    for (const listener of [...listeners]) listener();
    listeners.clear();
  };
  const forgetOuter = outer?.onCancel(cancel);
  return {
    cancel,
    dispose: () => forgetOuter?.(),
    cancellation: {
      get isCancelled() {
        return isCancelled;
      },
      onCancel(listener) {
        if (isCancelled) {
          listener();
          return () => {};
        }
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
