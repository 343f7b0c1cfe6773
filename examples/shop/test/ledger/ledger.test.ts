import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLedger } from '../../src/ledger/ledger.ts';

const at = new Date('2026-11-02T09:15Z');

test('the balance is the sum of all rows, or of one account', () => {
  const ledger = createLedger();
  ledger.record({ at, account: 'sales', cents: 2380, order: 'O-1001' });
  ledger.record({ at, account: 'refunds', cents: -1190, order: 'O-1001' });
  assert.equal(ledger.balance(), 1190);
  assert.equal(ledger.balance('refunds'), -1190);
});

test('a row that is written stays as it is', () => {
  const ledger = createLedger();
  ledger.record({ at, account: 'sales', cents: 100, order: 'O-1' });
  const row = ledger.rows[0] as { cents: number };
  assert.throws(() => {
    row.cents = 1;
  }, TypeError);
  (ledger.rows as unknown[]).pop();
  assert.equal(ledger.rows.length, 1);
});

test('half a cent is refused', () => {
  assert.throws(
    () => createLedger().record({ at, account: 'sales', cents: 0.5, order: 'O-1' }),
    /whole cents, not 0.5/,
  );
});
