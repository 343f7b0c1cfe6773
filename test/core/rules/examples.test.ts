import assert from 'node:assert/strict';
import { readMakeTargets, readNpmScripts } from '../../../src/core/board/commands.ts';
import { createBoard } from '../../../src/core/board/create-board.ts';
import { createFileIndex } from '../../../src/core/glob/file-index.ts';
import { isLanePath } from '../../../src/core/lane/lane-file.ts';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import { lintLane } from '../../../src/core/lint/lint.ts';
import type { Example } from '../../../src/core/lint/rule.ts';
import { RULES } from '../../../src/core/rules/catalogue.ts';
import { readSettings, SETTINGS_PATH } from '../../../src/core/settings/read-settings.ts';

const EXAMPLE = 'lanes/example.lane.yaml';

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
  const all: { readonly [path: string]: string } = { ...files, [EXAMPLE]: text };
  const at = (name: string) =>
    Object.entries(all).filter(([path]) => path === name || path.endsWith(`/${name}`));
  const folder = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const board = createBoard({
    settings: readSettings(all[SETTINGS_PATH] ?? '').settings,
    files: createFileIndex(Object.keys(all)),
    commands: {
      npmScripts: new Map(
        at('package.json').map(([path, json]) => [folder(path), readNpmScripts(json) ?? []]),
      ),
      makeTargets: new Map(
        at('Makefile').map(([path, makefile]) => [folder(path), readMakeTargets(makefile)]),
      ),
    },
    lanes: Object.entries(all).flatMap(([path, content]) =>
      isLanePath(path) ? [readLaneFile(path, content)] : [],
    ),
  });
  const file = board.lanes.get(EXAMPLE);
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
