import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priceOrder } from '../../src/orders/order.ts';

const customer = { customer: 'mira@example.com', card: '4242' };
const at = new Date('2026-11-02T09:15Z');

test('a line costs its grams, and the voucher counts on the whole order', () => {
  const items = [
    { sku: 'sencha', grams: 50 },
    { sku: 'assam', grams: 200 },
  ];
  const order = priceOrder('O-1', { ...customer, items, voucher: 10 }, at);
  assert.deepEqual(
    order.lines.map(({ price }) => price),
    [595, 1390],
  );
  assert.equal(order.paid, 1786);
});

test('what cannot be sold says why', () => {
  const order = (sku: string, grams: number) => () =>
    priceOrder('O-1', { ...customer, items: [{ sku, grams }] }, at);
  assert.throws(order('coffee', 100), /no tea "coffee"/);
  assert.throws(order('assam', 20), /from 50 g to 2000 g, not 20 g/);
  assert.throws(() => priceOrder('O-1', { ...customer, items: [] }, at), /empty/);
});
