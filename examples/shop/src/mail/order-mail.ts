import { formatMoney } from '../money.ts';
import type { Order } from '../orders/order.ts';
import type { Mail } from './outbox.ts';

/** The mail that confirms an order. */
export function orderMail(order: Order): Mail {
  const lines = order.lines.map(({ name, grams, price }) => `  ${name}, ${grams} g: ${formatMoney(price)}`);
  const voucher = order.voucher > 0 ? [`  Voucher: ${order.voucher} % off`] : [];
  return {
    key: `order ${order.id}`,
    to: order.customer,
    subject: `Your order ${order.id}: ${formatMoney(order.paid)}`,
    text: [
      `You paid ${formatMoney(order.paid)} with the card that ends in ${order.card}.`,
      '',
      ...lines,
      ...voucher,
      '',
      'We pack today and post tomorrow.',
      'The tea shop',
      '',
    ].join('\n'),
  };
}
