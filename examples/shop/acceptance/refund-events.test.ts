import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createShop } from '../src/shop.ts';

const schema = JSON.parse(readFileSync('docs/events/refund-issued.schema.json', 'utf8'));

test('what is announced is what the contract says, no more and no less', () => {
  const shop = createShop(() => new Date('2026-11-06T10:05Z'));
  const order = shop.order({
    customer: 'mira@example.com',
    card: '4242',
    items: [{ sku: 'sencha', grams: 100 }],
  });
  const event: Record<string, unknown> = { ...shop.refund(order.id, ['sencha']) };
  assert.deepEqual(Object.keys(event).sort(), [...schema.required].sort());
  for (const [key, value] of Object.entries(event)) {
    const { type, pattern, const: fixed } = schema.properties[key];
    if (type === 'string') assert.match(String(value), new RegExp(pattern ?? ''), key);
    if (type === 'integer') assert.ok(Number.isInteger(value), key);
    if (fixed !== undefined) assert.equal(value, fixed, key);
  }
});
