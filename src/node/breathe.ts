import { setImmediate } from 'node:timers/promises';

/** Awaited inside long work. */
export type Breathe = () => Promise<void>;

/** Lets signals and timers through at most this often, in milliseconds: a person does not notice it, and it costs nothing. */
const EVERY_MS = 50;

/** A function that pauses the work it is awaited in for a moment, now and then, so that Ctrl+C is heard. */
export function breather(): Breathe {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < EVERY_MS) return;
    await setImmediate();
    last = performance.now();
  };
}
