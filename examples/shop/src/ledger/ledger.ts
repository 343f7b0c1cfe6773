import { type Cents, sum } from '../money.ts';

/** One row: money that moved, for good (docs/adr/0002-the-ledger-only-grows.md). */
export interface LedgerRow {
  readonly at: Date;
  readonly account: 'sales' | 'refunds';
  /** Towards us: positive. */
  readonly cents: Cents;
  /** The order that moved it. */
  readonly order: string;
}

/** The book of all money that moved. It has no way to change or delete a row. */
export interface Ledger {
  readonly rows: readonly LedgerRow[];
  record(row: LedgerRow): void;
  balance(account?: LedgerRow['account']): Cents;
}

/** A ledger without rows. */
export function createLedger(): Ledger {
  const rows: LedgerRow[] = [];
  return {
    get rows() {
      return [...rows];
    },
    record: (row) => {
      if (!Number.isInteger(row.cents)) throw new Error(`A ledger row holds whole cents, not ${row.cents}.`);
      rows.push(Object.freeze({ ...row }));
    },
    balance: (account) =>
      sum(rows.filter((row) => account === undefined || row.account === account).map(({ cents }) => cents)),
  };
}
