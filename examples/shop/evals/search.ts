// How well the search answers 20 queries that customers typed (from the shop's logs of October, names taken out).
// Prints one JSON object: `recall` is the share of wanted teas that are found, `first` the share of queries whose first
// tea is a wanted one; `misses` says where.
import { readFileSync } from 'node:fs';
import { searchTeas } from '../src/catalogue/search.ts';

interface Query {
  readonly query: string;
  readonly wanted: readonly string[];
}

const queries: readonly Query[] = JSON.parse(readFileSync(new URL('queries.json', import.meta.url), 'utf8'));
const results = queries.map(({ query, wanted }) => {
  const found = searchTeas(query).map(({ sku }) => sku);
  const missing = wanted.filter((sku) => !found.includes(sku));
  return { query, wanted: wanted.length, missing, isFirst: wanted.includes(found[0] ?? '') };
});

const wanted = results.reduce((total, result) => total + result.wanted, 0);
const missed = results.reduce((total, result) => total + result.missing.length, 0);
console.log(
  JSON.stringify(
    {
      queries: results.length,
      recall: rounded((wanted - missed) / wanted),
      first: rounded(results.filter(({ isFirst }) => isFirst).length / results.length),
      misses: results
        .filter(({ missing }) => missing.length > 0)
        .map(({ query, missing }) => ({ query, missing })),
      notFirst: results.filter(({ isFirst }) => !isFirst).map(({ query }) => query),
    },
    undefined,
    2,
  ),
);

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
