import type { Ledger } from '../ledger/ledger.ts';
import { type Cents, percentOf, sum } from '../money.ts';
import type { Order, OrderLine } from '../orders/order.ts';
import type { RefundIssued } from './refund-issued.ts';

const BANK_DAYS = 3;

/** What has been paid back so far: refunded teas by order. */
export interface RefundDesk {
  /** Pays back some teas of an order, each once, and returns what to announce. Throws an error that a person can read. */
  issue(order: Order, skus: readonly string[], at: Date): RefundIssued;
}

/** A desk that writes every refund to the ledger. */
export function createRefundDesk(ledger: Ledger): RefundDesk {
  const refunded = new Map<string, readonly string[][]>();
  return {
    issue: (order, skus, at) => {
      const before = refunded.get(order.id) ?? [];
      const lines = skus.map((sku) => refundable(order, sku, before.flat()));
      const cents = sum(lines.map((line) => paidFor(line, order)));
      ledger.record({ at, account: 'refunds', cents: -cents, order: order.id });
      refunded.set(order.id, [...before, [...skus]]);
      return announcement(order, lines, { cents, at, number: before.length + 1 });
    },
  };
}

function refundable(order: Order, sku: string, before: readonly string[]): OrderLine {
  const line = order.lines.find((one) => one.sku === sku);
  if (!line) throw new Error(`Order ${order.id} has no "${sku}".`);
  if (before.includes(sku)) throw new Error(`"${sku}" of order ${order.id} is refunded already.`);
  return line;
}

function paidFor(line: OrderLine, order: Order): Cents {
  return percentOf(line.price, 100 - order.voucher);
}

function announcement(
  order: Order,
  lines: readonly OrderLine[],
  { cents, at, number }: { cents: Cents; at: Date; number: number },
): RefundIssued {
  return {
    type: 'refund-issued',
    refund: `${order.id.replace(/^O/, 'R')}-${number}`,
    order: order.id,
    customer: order.customer,
    card: order.card,
    cents,
    teas: lines.map(({ name }) => name),
    at: at.toISOString(),
    arrives: bankDay(at, BANK_DAYS).toISOString().slice(0, 10),
  };
}

/** The day so many working days later. */
function bankDay(from: Date, days: number): Date {
  const day = new Date(from);
  for (let left = days; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() % 6 !== 0) left--;
  }
  return day;
}
