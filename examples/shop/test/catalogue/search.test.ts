import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchTeas } from '../../src/catalogue/search.ts';

const skus = (query: string) => searchTeas(query).map(({ sku }) => sku);

test('a word of the name, kind, origin or description finds a tea', () => {
  assert.deepEqual(skus('bergamot'), ['earl-grey']);
  assert.deepEqual(skus('Taiwan'), ['dong-ding']);
});

test('one wrong letter in a long word is forgiven, in a short one it is not', () => {
  assert.deepEqual(skus('sensha'), ['sencha']);
  assert.deepEqual(skus('rica'), []);
});

test('words that customers use for others find the same teas', () => {
  assert.deepEqual(skus('caffeine'), ['peppermint']);
});
