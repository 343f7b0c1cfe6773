import { createEvents, type Events } from './events.ts';
import { createLedger, type Ledger } from './ledger/ledger.ts';
import { orderMail } from './mail/order-mail.ts';
import { createOutbox, type Outbox } from './mail/outbox.ts';
import { type Basket, type Order, priceOrder } from './orders/order.ts';
import { createRefundDesk } from './refunds/issue-refund.ts';
import type { RefundIssued } from './refunds/refund-issued.ts';

/** The whole shop, in memory. */
export interface Shop {
  readonly orders: readonly Order[];
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly events: Events;
  order(basket: Basket): Order;
  /** Pays back some teas of an order. */
  refund(orderId: string, skus: readonly string[]): RefundIssued;
}

/** A shop without orders. `now` is its clock. */
export function createShop(now: () => Date = () => new Date()): Shop {
  const ledger = createLedger();
  const outbox = createOutbox();
  const events = createEvents();
  const desk = createRefundDesk(ledger);
  const orders = new Map<string, Order>();
  return {
    get orders() {
      return [...orders.values()];
    },
    ledger,
    outbox,
    events,
    order: (basket) => {
      const order = priceOrder(`O-${1001 + orders.size}`, basket, now());
      orders.set(order.id, order);
      ledger.record({ at: order.at, account: 'sales', cents: order.paid, order: order.id });
      outbox.put(orderMail(order));
      return order;
    },
    refund: (orderId, skus) => {
      const order = orders.get(orderId);
      if (!order) throw new Error(`There is no order "${orderId}".`);
      const issued = desk.issue(order, skus, now());
      events.emit('refund-issued', issued);
      return issued;
    },
  };
}
