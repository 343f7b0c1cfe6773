import assert from 'node:assert/strict';
import { readMakeTargets, readNpmScripts } from '../../../src/core/board/commands.ts';

describe('npm scripts', () => {
  for (const [manifest, scripts] of [
    ['{ "scripts": { "test": "x", "lint:fix": "y" } }', ['test', 'lint:fix']],
    ['\uFEFF{ "scripts": {} }', []],
    ['{ "name": "shop" }', []],
    ['{ "scripts": ', undefined],
    ['{ "scripts": 3 }', undefined],
    ['null', undefined],
    ['', undefined],
  ] as const) {
    it(`of ${JSON.stringify(manifest)} are ${JSON.stringify(scripts)}`, () => {
      assert.deepEqual(readNpmScripts(manifest), scripts);
    });
  }
});

describe('make targets', () => {
  for (const [makefile, targets] of [
    ['test:\n\tgo test\nlint vet: deps\n', ['test', 'lint', 'vet']],
    ['.PHONY: test lint\ntest: ; go test\n', ['test', 'lint']],
    ['CC := gcc\nA ?= b:c\nB = x: y\nall:: main.o\n', ['all']],
    ['%.o: %.c\n\tcc $<\n', ['%.o']],
    ['include common.mk\ntest:\n', ['%', 'test']],
    ['$(BIN): main.go\n', ['%']],
    ['define RECIPE\nhidden:\nendef\nshown:\n', ['shown']],
    ['# comment: no\nifeq (a,b)\na: b \\\n  c\nendif\n', ['a']],
    ['test: GOFLAGS = -v\n', ['test']],
    ['', []],
  ] as const) {
    it(`of ${JSON.stringify(makefile)} are ${JSON.stringify(targets)}`, () => {
      assert.deepEqual(readMakeTargets(makefile), targets);
    });
  }
});
