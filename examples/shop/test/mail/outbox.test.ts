import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOutbox } from '../../src/mail/outbox.ts';
import { sampleMonth } from '../../src/sample-month.ts';

test('a mail with the same key is taken once', () => {
  const outbox = createOutbox();
  const mail = { key: 'order O-1', to: 'mira@example.com', subject: 'Hello', text: 'Hello' };
  outbox.put(mail);
  outbox.put({ ...mail, text: 'Hello again' });
  assert.deepEqual(outbox.mails, [mail]);
});

test('every order of the sample month is confirmed to its customer', () => {
  const { orders, outbox } = sampleMonth();
  const confirmations = outbox.mails.filter(({ key }) => key.startsWith('order '));
  assert.deepEqual(
    confirmations.map(({ to, subject }) => [to, subject]),
    [
      ['mira@example.com', 'Your order O-1001: €23.80'],
      ['jo@example.com', 'Your order O-1002: €15.64'],
      ['li@example.com', 'Your order O-1003: €7.95'],
    ],
  );
  assert.equal(confirmations.length, orders.length);
});
