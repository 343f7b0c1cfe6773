/** An amount in whole euro cents (docs/adr/0001-money-is-whole-cents.md). */
export type Cents = number;

/** The amount as customers read it: `€12.30`. */
export function formatMoney(cents: Cents): string {
  const sign = cents < 0 ? '-' : '';
  const whole = Math.abs(cents);
  return `${sign}€${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

/** The part of an amount that a percentage makes, rounded half up. */
export function percentOf(cents: Cents, percent: number): Cents {
  return Math.round((cents * percent) / 100);
}

/** The sum of some amounts. */
export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const cents of amounts) total += cents;
  return total;
}
