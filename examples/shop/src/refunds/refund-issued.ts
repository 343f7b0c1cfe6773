import type { Cents } from '../money.ts';

/** What the shop announces once for every refund. The contract is docs/events/refund-issued.schema.json. */
export interface RefundIssued {
  readonly type: 'refund-issued';
  /** Unique: `R-1001-1` is the first refund of order `O-1001`. */
  readonly refund: string;
  readonly order: string;
  readonly customer: string;
  /** The last four digits. */
  readonly card: string;
  readonly cents: Cents;
  readonly teas: readonly string[];
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The day by which banks have booked it, as YYYY-MM-DD. */
  readonly arrives: string;
}
