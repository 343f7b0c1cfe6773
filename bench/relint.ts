// What a pause in typing costs: one changed lane of 100 lines on a board of 1,000 is read, put on the board and linted again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintLane, loadWorkspace, readLaneFile } from '../src/core/index.ts';
import { nodeFiles } from '../src/node/index.ts';
import { generateBoard } from './generate-board.ts';

const LANES = 1_000;
const LINES = 100;
const ROUNDS = 500;
/** An editor has linted before somebody types. */
const WARM_UP = 50;
const TARGET = 10;

const folder = mkdtempSync(join(tmpdir(), 'lanekeeper-bench-'));
try {
  generateBoard(folder, LANES);
  const { board } = await loadWorkspace(nodeFiles(folder));
  const paths = [...board.lanes.keys()];
  const own: number[] = [];
  const all: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const path = paths[(round * 7) % paths.length] ?? '';
    const before = board.lanes.get(path);
    const text = changed(before?.text ?? '', round);
    const started = performance.now();
    const file = readLaneFile(path, text);
    board.put(file);
    lintLane(file, board);
    const done = performance.now();
    for (const other of board.affectedBy(before, file)) {
      const affected = board.lanes.get(other);
      if (affected) lintLane(affected, board);
    }
    if (round < WARM_UP) continue;
    own.push(done - started);
    all.push(performance.now() - started);
  }
  const row = (times: number[]) => ({ median: at(times, 0.5), p95: at(times, 0.95), most: at(times, 1) });
  console.table({ 'the changed lane, ms': row(own), 'with all lanes that it affects, ms': row(all) });
  console.log(`Target: p95 of the changed lane at most ${TARGET} ms.`);
  if (at(own, 0.95) > TARGET) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The lane with `LINES` lines, and another path, decision and criterion in each round. */
function changed(text: string, round: number): string {
  const padding = Math.max(LINES - text.split('\n').length, 0);
  const criteria = Array.from(
    { length: Math.ceil(padding / 2) },
    (_, index) =>
      `  - says: Row ${index} of round ${round} prints ${index} and exits with 0\n    proof: check-1\n`,
  );
  return text
    .replace(/^done:\n/m, `done:\n${criteria.join('')}`)
    .replace(/^ {2}write: \[/m, `  write: ["docs/round-${round}/**", `)
    .replace(/^ {4}free: \[/m, `    free: [shade of button ${round}, `);
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Number((sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(2));
}
