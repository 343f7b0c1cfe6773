import assert from 'node:assert/strict';
import snippets from '../../../media/lane.snippets.json' with { type: 'json' };
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';

/** What stands above a snippet where it is used, by how its prefix begins. */
const HOMES: [prefix: string, above: string[]][] = [
  ['lane-new', []],
  ['lane-evidence', ['lane: 1', 'brief:']],
  ['lane-decisions', ['lane: 1', 'limits:']],
  ['lane-need', ['lane: 1', 'needs:']],
  ['lane-criterion', ['lane: 1', 'done:']],
  ['lane-check', ['lane: 1', 'checks:']],
];

/** The text that a snippet leaves if every place is passed with Tab: VS Code's snippet syntax. */
function expanded(body: readonly string[]): string[] {
  return body.map((line) =>
    line
      .replaceAll(/\$CURRENT_YEAR/g, '2026')
      .replaceAll(/\$CURRENT_(?:MONTH|DATE)/g, '11')
      .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
      .replaceAll(/\$\{\d+:((?:\\.|[^}])*)\}/g, '$1')
      .replaceAll(/(?<!\\)\$\{?\d+\}?/g, '')
      .replaceAll('\\$', '$'),
  );
}

describe('the snippets', () => {
  for (const [name, { prefix, body }] of Object.entries(snippets)) {
    it(`"${name}" leaves what can be read`, () => {
      const above = HOMES.find(([start]) => prefix.startsWith(start))?.[1] ?? ['lane: 1'];
      const indent = above.length > 1 ? '  ' : '';
      const text = [...above, ...expanded(body).map((line) => indent + line), ''].join('\n');
      assert.deepEqual(
        readLaneFile('a.lane.yaml', text).problems.map(({ message }) => message),
        [],
        text,
      );
    });
  }
});
