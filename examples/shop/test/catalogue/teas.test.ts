import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTea, TEAS } from '../../src/catalogue/teas.ts';

test('every tea has a sku of its own and a price in whole cents', () => {
  assert.equal(new Set(TEAS.map(({ sku }) => sku)).size, TEAS.length);
  for (const { centsPer100g } of TEAS) assert.ok(Number.isInteger(centsPer100g) && centsPer100g > 0);
});

test('a tea is found by its sku', () => {
  assert.equal(findTea('assam')?.name, 'Assam Mangalam');
  assert.equal(findTea('coffee'), undefined);
});
