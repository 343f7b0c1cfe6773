import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createShop } from '../src/shop.ts';

function refundOfSencha() {
  const shop = createShop(() => new Date('2026-11-06T10:05Z'));
  const items = [
    { sku: 'sencha', grams: 100 },
    { sku: 'assam', grams: 100 },
  ];
  const order = shop.order({ customer: 'mira@example.com', card: '4242', items });
  const issued = shop.refund(order.id, ['sencha']);
  const mails = () => shop.outbox.mails.filter(({ subject, text }) => /refund/i.test(subject + text));
  return { shop, issued, mails };
}

test('a refund puts exactly one mail to the customer in the outbox', () => {
  const { mails } = refundOfSencha();
  assert.deepEqual(
    mails().map(({ to }) => to),
    ['mira@example.com'],
  );
});

test('the mail names the amount, the card and the day', () => {
  const [mail] = refundOfSencha().mails();
  assert.ok(mail, 'there is no mail about the refund');
  for (const words of ['€11.90', '4242', '11 November 2026'])
    assert.ok(mail.text.includes(words), `"${words}" is missing`);
});

test('an announcement that comes twice sends no second mail', () => {
  const { shop, issued, mails } = refundOfSencha();
  shop.events.emit('refund-issued', issued);
  assert.equal(mails().length, 1);
});
