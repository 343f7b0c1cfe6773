import assert from 'node:assert/strict';
import { createContext, runInContext } from 'node:vm';
import esbuild from 'esbuild';
import { compiledSchemas } from '../../scripts/compiled-schemas.mjs';
import { REFUND_MAIL } from './lane/refund-mail.ts';

describe('the core', () => {
  it('runs where there is nothing but JavaScript and the encoding standard: no Node, no browser, no clock', async () => {
    const { outputFiles } = await esbuild.build({
      stdin: { contents: "export * from './src/core/index.ts'", resolveDir: '.' },
      bundle: true,
      write: false,
      platform: 'neutral',
      mainFields: ['module', 'main'],
      format: 'iife',
      globalName: 'core',
      plugins: [compiledSchemas],
    });
    // Date is JavaScript's own, and would make the same lane have other findings tomorrow.
    const context = createContext(
      { __proto__: null, TextDecoder, TextEncoder },
      { codeGeneration: { strings: false, wasm: false } },
    );
    runInContext('delete globalThis.Date; delete globalThis.console;', context);
    runInContext(outputFiles[0]?.text ?? '', context);
    const lint = `(text) => {
      const file = core.readLaneFile('lanes/refund-mail.lane.yaml', text);
      const commands = { npmScripts: new Map(), npmNames: new Map(), makeTargets: new Map() };
      const board = core.createBoard({ settings: core.DEFAULT_SETTINGS, files: core.createFileIndex(['package.json']), commands, lanes: [file] });
      return JSON.stringify(core.lintBoard(board).map(({ rule }) => rule));
    }`;
    const check = `async (text) => {
      const file = core.readLaneFile('lanes/a.lane.yaml', text);
      const commands = { npmScripts: new Map(), npmNames: new Map(), makeTargets: new Map() };
      const board = core.createBoard({ settings: core.DEFAULT_SETTINGS, files: core.createFileIndex([]), commands, lanes: [file] });
      const run = async () => ({ end: { kind: 'exit', code: 0 }, stdout: 'score: 0.5', output: '', isCut: false, ms: 1, survivors: [] });
      const host = { files: { list: async () => [], read: async () => ({ kind: 'missing' }) }, runner: { run, parallel: 2 }, now: () => '', ms: () => 0 };
      const outcomes = await core.runChecks(core.planChecks(file, core.DEFAULT_SETTINGS, 'lanekeeper.yaml'), host, { board });
      return JSON.stringify(outcomes.map(({ check, result, evidence }) => [check.id, result.state, evidence?.score]));
    }`;
    const rules = JSON.parse(runInContext(lint, context)(REFUND_MAIL));
    assert.ok(rules.includes('need-missing'), JSON.stringify(rules));
    const lane = 'lane: 1\nchecks:\n  it: { kind: eval, run: go, score: "/score: (.*)/", at-least: 0.5 }\n';
    assert.deepEqual(JSON.parse(await runInContext(check, context)(lane)), [
      ['it', 'passed', 0.5],
      ['limits', 'not-started', null],
      ['own-standard', 'not-started', null],
    ]);
  });
});
