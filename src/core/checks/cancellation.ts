/** Tells that somebody no longer wants an answer. */
export interface Cancellation {
  readonly isCancelled: boolean;
  /** Calls the listener once when it happens; returns a function that forgets the listener. */
  onCancel(listener: () => void): () => void;
}
