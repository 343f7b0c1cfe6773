import type { Tea } from './tea.ts';

/** What the shop sells. */
export const TEAS: readonly Tea[] = [
  {
    sku: 'sencha',
    name: 'Sencha Yame',
    kind: 'green',
    origin: 'Japan',
    centsPer100g: 1190,
    description: 'Cut grass, spinach and a sweet end. Steamed, not roasted. Brew at 70 °C for 90 seconds.',
  },
  {
    sku: 'genmaicha',
    name: 'Genmaicha',
    kind: 'green',
    origin: 'Japan',
    centsPer100g: 790,
    description: 'Green leaves with roasted rice: popcorn first, then hay. Brew at 80 °C for 2 minutes.',
  },
  {
    sku: 'longjing',
    name: 'Longjing Dragon Well',
    kind: 'green',
    origin: 'China',
    centsPer100g: 1690,
    description: 'Chestnut and fresh butter from leaves pressed flat by hand. Brew at 75 °C for 2 minutes.',
  },
  {
    sku: 'gunpowder',
    name: 'Gunpowder',
    kind: 'green',
    origin: 'China',
    centsPer100g: 495,
    description:
      'Rolled into pellets, a little smoky; stands up to mint and sugar. Brew at 80 °C for 2 minutes.',
  },
  {
    sku: 'assam',
    name: 'Assam Mangalam',
    kind: 'black',
    origin: 'India',
    centsPer100g: 695,
    description: 'Malt and dark honey, strong enough for milk. Brew at 98 °C for 4 minutes.',
  },
  {
    sku: 'darjeeling',
    name: 'Darjeeling First Flush',
    kind: 'black',
    origin: 'India',
    centsPer100g: 1490,
    description: 'Light, with green almond and muscat grape; picked in March. Brew at 90 °C for 3 minutes.',
  },
  {
    sku: 'earl-grey',
    name: 'Earl Grey',
    kind: 'black',
    origin: 'Sri Lanka',
    centsPer100g: 595,
    description: 'Ceylon leaves with oil from bergamot peel, nothing else. Brew at 95 °C for 3 minutes.',
  },
  {
    sku: 'lapsang',
    name: 'Lapsang Souchong',
    kind: 'black',
    origin: 'China',
    centsPer100g: 890,
    description: 'Dried over pine fires: smoke, tar and plum. Brew at 95 °C for 3 minutes.',
  },
  {
    sku: 'tieguanyin',
    name: 'Tieguanyin',
    kind: 'oolong',
    origin: 'China',
    centsPer100g: 1390,
    description:
      'Orchid and cream from half-fermented leaves; good for five infusions. Brew at 90 °C for 2 minutes.',
  },
  {
    sku: 'dong-ding',
    name: 'Dong Ding',
    kind: 'oolong',
    origin: 'Taiwan',
    centsPer100g: 1590,
    description: 'Roasted over charcoal: hazelnut, toast and warm butter. Brew at 95 °C for 2 minutes.',
  },
  {
    sku: 'white-peony',
    name: 'White Peony',
    kind: 'white',
    origin: 'China',
    centsPer100g: 1290,
    description:
      'Buds with two leaves, dried and otherwise left alone: melon, hay. Brew at 80 °C for 5 minutes.',
  },
  {
    sku: 'peppermint',
    name: 'Peppermint',
    kind: 'herbal',
    origin: 'Germany',
    centsPer100g: 395,
    description: 'Whole leaves, cool and sharp, without caffeine. Brew at 100 °C for 7 minutes.',
  },
];

/** The tea with that sku, if the shop has it. */
export function findTea(sku: string): Tea | undefined {
  return TEAS.find((tea) => tea.sku === sku);
}
