import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RefundIssued } from '../../src/refunds/refund-issued.ts';
import { createShop } from '../../src/shop.ts';

const FRIDAY = new Date('2026-11-06T10:05Z');

function shopWithOrder() {
  const shop = createShop(() => FRIDAY);
  const items = [
    { sku: 'sencha', grams: 100 },
    { sku: 'earl-grey', grams: 200 },
  ];
  return { shop, order: shop.order({ customer: 'mira@example.com', card: '4242', items }) };
}

test('a refund takes its amount out of the ledger', () => {
  const { shop, order } = shopWithOrder();
  shop.refund(order.id, ['sencha']);
  assert.equal(shop.ledger.balance('refunds'), -1190);
});

test('each refund is announced once, with the day by which the bank has booked it', () => {
  const { shop, order } = shopWithOrder();
  const heard: RefundIssued[] = [];
  shop.events.on('refund-issued', (event) => heard.push(event));
  shop.refund(order.id, ['earl-grey']);
  assert.deepEqual(heard, [
    {
      type: 'refund-issued',
      refund: 'R-1001-1',
      order: 'O-1001',
      customer: 'mira@example.com',
      card: '4242',
      cents: 1190,
      teas: ['Earl Grey'],
      at: '2026-11-06T10:05:00.000Z',
      arrives: '2026-11-11',
    },
  ]);
});

test('nothing is paid back twice, or that was not bought', () => {
  const { shop, order } = shopWithOrder();
  shop.refund(order.id, ['sencha']);
  assert.throws(() => shop.refund(order.id, ['sencha']), /refunded already/);
  assert.throws(() => shop.refund(order.id, ['assam']), /has no "assam"/);
  assert.throws(() => shop.refund('O-7', ['assam']), /no order "O-7"/);
});
