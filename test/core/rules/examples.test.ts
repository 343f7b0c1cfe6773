import assert from 'node:assert/strict';
import { lintLane } from '../../../src/core/lint/lint.ts';
import type { Example } from '../../../src/core/lint/rule.ts';
import { RULES } from '../../../src/core/rules/catalogue.ts';
import { boardOf } from './board-of.ts';

describe('the examples of every rule', () => {
  for (const rule of RULES) {
    for (const example of rule.examples.bad) {
      it(`${rule.id} finds exactly what is marked in ${JSON.stringify(example.lane)}`, () => {
        assert.deepEqual(foundBy(rule.id, example), marksOf(example.lane));
      });
    }
    for (const example of rule.examples.good) {
      it(`${rule.id} finds nothing in ${JSON.stringify(example.lane)}`, () => {
        assert.deepEqual(foundBy(rule.id, example), []);
      });
    }
  }
});

/** What the rule flags in an example, in the order of the text, with its place. */
function foundBy(rule: string, { lane, files = {} }: Example): readonly string[] {
  const text = lane.replaceAll(/[«»]/g, '');
  const board = boardOf({ ...files, 'lanes/example.lane.yaml': text });
  const file = board.lanes.get('lanes/example.lane.yaml');
  assert(file);
  return lintLane(file, board)
    .filter((finding) => finding.rule === rule)
    .map(({ span }) => `${span.start}: ${text.slice(span.start, span.end)}`);
}

/** The marked stretches of an example, with their place in the text without marks. */
function marksOf(lane: string): readonly string[] {
  return [...lane.matchAll(/«([^»]*)»/g)].map(
    ({ 1: marked, index }, before) => `${index - before * 2}: ${marked}`,
  );
}
