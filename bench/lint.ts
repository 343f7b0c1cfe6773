// `lanekeeper lint` as a whole process, against a process that only reads and parses the same files. Runs are interleaved.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { generateBoard } from './generate-board.ts';

interface Run {
  readonly milliseconds: number;
  readonly megabytes: number;
}

const TARGET = 1.5;
const SIZES = [
  { lanes: 1_000, rounds: 7 },
  { lanes: 10_000, rounds: 3 },
];

const scratch = mkdtempSync(join(tmpdir(), 'lanekeeper-bench-'));
const peak = join(scratch, 'peak.cjs');
// Written to descriptor 3, so that what the process prints stays its own.
writeFileSync(
  peak,
  "process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));",
);

try {
  const results = SIZES.map(({ lanes, rounds }) => measure(lanes, rounds));
  console.table(Object.assign({}, ...results.map(({ rows }) => rows)));
  const [few, many] = results;
  if (few && many) {
    const growth = many.cold.milliseconds / few.cold.milliseconds;
    console.log(`10 times the lanes take ${growth.toFixed(1)} times as long without the cache.`);
  }
  console.log(`Target: without the cache at most ${TARGET} times the floor.`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function measure(lanes: number, rounds: number) {
  const board = join(scratch, `board-${lanes}`);
  generateBoard(board, lanes);
  const commands = {
    floor: [resolve('dist/bench/floor.mjs'), 'lanes'],
    cold: [resolve('dist/lanekeeper.cjs'), 'lint', '--no-cache'],
    warm: [resolve('dist/lanekeeper.cjs'), 'lint'],
  };
  // The first run remembers its answer; the next ones find it.
  run(commands.warm, board);
  const runs = Array.from({ length: rounds }, () => ({
    floor: run(commands.floor, board),
    cold: run(commands.cold, board),
    warm: run(commands.warm, board),
  }));
  const [floor, cold, warm] = [
    medians(runs.map((one) => one.floor)),
    medians(runs.map((one) => one.cold)),
    medians(runs.map((one) => one.warm)),
  ];
  const row = (one: Run) => ({
    milliseconds: Math.round(one.milliseconds),
    'times the floor': Number((one.milliseconds / floor.milliseconds).toFixed(2)),
    'peak MB': Math.round(one.megabytes),
  });
  const name = `${lanes} lanes,`;
  return {
    cold,
    rows: {
      [`${name} read and parse`]: row(floor),
      [`${name} lint --no-cache`]: row(cold),
      [`${name} lint`]: row(warm),
    },
  };
}

function run(args: readonly string[], cwd: string): Run {
  const env = { ...process.env, XDG_CACHE_HOME: join(scratch, 'cache') };
  const start = performance.now();
  const { status, stderr, output } = spawnSync(process.execPath, ['--require', peak, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}${output[1]}`);
  return { milliseconds, megabytes: Number(output[3]) / 1024 };
}

function medians(runs: readonly Run[]): Run {
  const median = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  return {
    milliseconds: median(runs.map((one) => one.milliseconds)),
    megabytes: median(runs.map((one) => one.megabytes)),
  };
}
