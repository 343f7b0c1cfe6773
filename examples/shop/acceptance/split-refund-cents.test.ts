import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createShop } from '../src/shop.ts';

const SKUS = ['gunpowder', 'assam', 'earl-grey', 'peppermint'];

for (const voucher of [0, 5, 10, 15, 33]) {
  test(`refunds tea by tea add up to what was paid, with ${voucher} % off`, () => {
    for (let grams = 50; grams <= 150; grams++) {
      const shop = createShop(() => new Date('2026-11-06T10:05Z'));
      const items = SKUS.map((sku) => ({ sku, grams }));
      const order = shop.order({ customer: 'mira@example.com', card: '4242', voucher, items });
      for (const sku of SKUS) shop.refund(order.id, [sku]);
      assert.equal(-shop.ledger.balance('refunds'), order.paid, `${grams} g of each`);
    }
  });
}
