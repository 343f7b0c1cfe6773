const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

const DEFAULT_MS = 10 * UNITS.m;

/** The longest that timers of every host can wait: 24 days. */
const LONGEST_MS = 2 ** 31 - 1;

/** How long a check may take, in milliseconds; ten minutes where nothing, or nothing that can be read, is said. */
export function timeoutMs(text: string | undefined): number {
  const [, amount, unit] = /^([0-9]{1,6}(?:\.[0-9]{1,3})?)(ms|s|m|h)$/.exec(text ?? '') ?? [];
  if (amount === undefined) return DEFAULT_MS;
  return Math.min(Math.max(1, Math.round(Number(amount) * UNITS[unit as keyof typeof UNITS])), LONGEST_MS);
}
