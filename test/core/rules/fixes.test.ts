import assert from 'node:assert/strict';
import { lintLane } from '../../../src/core/lint/lint.ts';
import { RULES } from '../../../src/core/rules/catalogue.ts';
import { applied } from './applied-fix.ts';
import { boardOf, type Texts } from './board-of.ts';

const EXAMPLE = 'lanes/example.lane.yaml';

describe('the fixes that rules offer for their examples', () => {
  for (const rule of RULES) {
    for (const { lane, files = {} } of rule.examples.bad) {
      const texts = { ...files, [EXAMPLE]: lane.replaceAll(/[«»]/g, '') };
      const before = findingsOf(rule.id, texts);
      for (const fix of before.flatMap(({ fixes }) => fixes)) {
        it(`${rule.id}: "${fix.title}" mends ${JSON.stringify(lane)}`, () => {
          const mended = applied(texts, fix);
          for (const { id } of RULES.filter(({ move }) => move === 'file')) {
            assert(
              findingsOf(id, mended).length <= findingsOf(id, texts).length,
              `${id}: ${mended[EXAMPLE]}`,
            );
          }
          assert(findingsOf(rule.id, mended).length < before.length, mended[EXAMPLE]);
        });
      }
    }
  }
});

function findingsOf(rule: string, texts: Texts) {
  const board = boardOf(texts);
  const file = board.lanes.get(EXAMPLE);
  assert(file);
  return lintLane(file, board).filter((finding) => finding.rule === rule);
}
