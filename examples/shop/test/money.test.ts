import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMoney, percentOf, sum } from '../src/money.ts';

test('money reads as customers know it', () => {
  assert.equal(formatMoney(1230), '€12.30');
  assert.equal(formatMoney(5), '€0.05');
  assert.equal(formatMoney(-1190), '-€11.90');
});

test('percentages are whole cents, half a cent goes up', () => {
  assert.equal(percentOf(495, 90), 446);
  assert.equal(percentOf(1000, 12.5), 125);
  assert.equal(sum([1, 2, 3]), 6);
});
