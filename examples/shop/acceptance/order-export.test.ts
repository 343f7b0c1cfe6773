import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

function exported(month: string) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'src/cli.ts', 'export', month], {
    encoding: 'utf8',
  });
}

test('the export of the sample month is the file that the bookkeeper agreed to', () => {
  assert.equal(exported('2026-11').stdout, readFileSync('docs/exports/2026-11.csv', 'utf8'));
});

test('a month without orders has its header and nothing else', () => {
  assert.equal(exported('2026-10').stdout.trim().split('\n').length, 1);
});

test('what is no month is refused with exit code 2', () => {
  const { status, stderr } = exported('November');
  assert.equal(status, 2);
  assert.match(stderr, /YYYY-MM/);
});
