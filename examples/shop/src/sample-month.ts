import { createShop, type Shop } from './shop.ts';

/** A shop after a few days of November 2026, always the same: for the demo, the printed mails and the export. */
export function sampleMonth(): Shop {
  const days = [
    '2026-11-02T09:15Z',
    '2026-11-05T16:40Z',
    '2026-11-06T10:05Z',
    '2026-11-12T20:31Z',
    '2026-11-13T08:00Z',
  ];
  let day = 0;
  const shop = createShop(() => new Date(days[Math.min(day++, days.length - 1)] ?? 0));
  const first = shop.order({
    customer: 'mira@example.com',
    card: '4242',
    items: [
      { sku: 'sencha', grams: 100 },
      { sku: 'earl-grey', grams: 200 },
    ],
  });
  shop.order({
    customer: 'jo@example.com',
    card: '0005',
    voucher: 10,
    items: [{ sku: 'assam', grams: 250 }],
  });
  shop.refund(first.id, ['earl-grey']);
  shop.order({ customer: 'li@example.com', card: '1117', items: [{ sku: 'dong-ding', grams: 50 }] });
  shop.refund(first.id, ['sencha']);
  return shop;
}
