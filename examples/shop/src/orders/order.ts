import { findTea } from '../catalogue/teas.ts';
import { type Cents, percentOf, sum } from '../money.ts';

/** What a customer asks for. */
export interface Basket {
  /** An e-mail address. */
  readonly customer: string;
  /** The last four digits of the card. */
  readonly card: string;
  readonly items: readonly { readonly sku: string; readonly grams: number }[];
  /** Percent off the whole order. */
  readonly voucher?: number;
}

/** An order as it was paid; it never changes. */
export interface Order {
  readonly id: string;
  readonly at: Date;
  readonly customer: string;
  readonly card: string;
  readonly lines: readonly OrderLine[];
  readonly voucher: number;
  /** What the customer paid. */
  readonly paid: Cents;
}

export interface OrderLine {
  readonly sku: string;
  readonly name: string;
  readonly grams: number;
  /** Before the voucher. */
  readonly price: Cents;
}

/** Prices a basket. Throws an error that a customer can read if something in it cannot be sold. */
export function priceOrder(id: string, basket: Basket, at: Date): Order {
  if (basket.items.length === 0) throw new Error('The basket is empty.');
  const lines = basket.items.map(({ sku, grams }) => priceLine(sku, grams));
  const voucher = basket.voucher ?? 0;
  if (voucher < 0 || voucher > 50) throw new Error(`A voucher of ${voucher} % is not valid.`);
  const total = sum(lines.map(({ price }) => price));
  const paid = total - percentOf(total, voucher);
  return { id, at, customer: basket.customer, card: basket.card, lines, voucher, paid };
}

function priceLine(sku: string, grams: number): OrderLine {
  const tea = findTea(sku);
  if (!tea) throw new Error(`There is no tea "${sku}".`);
  if (!Number.isInteger(grams) || grams < 50 || grams > 2000) {
    throw new Error(`${tea.name} is sold from 50 g to 2000 g, not ${grams} g.`);
  }
  return { sku, name: tea.name, grams, price: percentOf(tea.centsPer100g, grams) };
}
