// Measures 50 trivial checks against bare spawning from Node and against other runners, at equal parallelism: once with nothing
// remembered, once with nothing changed. Usage: node bench/run.mjs checks [-- ROUNDS]; the other runners: npm ci in bench/.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROUNDS = Number(process.argv[2] ?? 7);
const COUNT = 50;
const JOBS = availableParallelism();
const LANEKEEPER = resolve('dist/lanekeeper.cjs');
const BIN = resolve('bench/node_modules/.bin');
const ids = Array.from({ length: COUNT }, (_, index) => `t${index + 1}`);
const top = mkdtempSync(join(tmpdir(), 'lanekeeper-bench-'));
const env = {
  ...process.env,
  PATH: `${BIN}:${process.env.PATH}`,
  XDG_CACHE_HOME: join(top, 'cache'),
  XDG_CONFIG_HOME: join(top, 'config'),
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  WIREIT_PARALLEL: String(JOBS),
  WIREIT_LOGGER: 'simple',
  NO_COLOR: '1',
};

/** A runner with its fixture: what it runs with nothing remembered, and with nothing changed. */
interface Contestant {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** `once` is run again and again with nothing remembered; `again` with nothing changed since a run of its own. */
  readonly once: readonly string[];
  readonly again?: readonly string[];
  readonly before?: (folder: string) => void;
}

const record = (value: (id: string) => unknown) => Object.fromEntries(ids.map((id) => [id, value(id)]));
const manifest = (more: object) => JSON.stringify({ name: 'x', version: '0.0.0', private: true, ...more });
const lane = (some: readonly string[], more = '') =>
  `lane: 1\nlimits: { write: [src/**] }\nchecks:\n${some.map((id) => `  ${id}: { run: "true"${more} }\n`).join('')}`;
const check = (id: string) => [
  process.execPath,
  LANEKEEPER,
  'check',
  id,
  '--kind',
  'test',
  '--jobs',
  `${JOBS}`,
];

const OTHERS: readonly Contestant[] = [
  {
    name: 'turbo',
    files: {
      'package.json': manifest({ packageManager: 'npm@10.0.0', scripts: record(() => 'true') }),
      'package-lock.json': JSON.stringify({ name: 'x', lockfileVersion: 3, packages: { '': { name: 'x' } } }),
      'turbo.json': JSON.stringify({ tasks: record(() => ({ inputs: ['package.json'] })) }),
    },
    once: ['turbo', 'run', ...ids, `--concurrency=${JOBS}`, '--force', '--no-daemon'],
    again: ['turbo', 'run', ...ids, `--concurrency=${JOBS}`, '--no-daemon'],
  },
  {
    name: 'nx',
    files: {
      'package.json': manifest({}),
      'nx.json': JSON.stringify({ neverConnectToCloud: true, analytics: false }),
      'project.json': JSON.stringify({
        name: 'x',
        targets: record(() => ({ command: 'true', cache: true, inputs: ['{projectRoot}/project.json'] })),
      }),
    },
    once: ['nx', 'run-many', '-t', ids.join(','), `--parallel=${JOBS}`, '--skip-nx-cache'],
    again: ['nx', 'run-many', '-t', ids.join(','), `--parallel=${JOBS}`],
  },
  {
    name: 'wireit',
    files: {
      'package.json': manifest({
        scripts: { ...record(() => 'wireit'), all: 'wireit' },
        wireit: {
          ...record(() => ({ command: 'true', files: ['package.json'], output: [] })),
          all: { dependencies: ids },
        },
      }),
    },
    once: ['npm', 'run', '--silent', 'all'],
    again: ['npm', 'run', '--silent', 'all'],
    before: (folder) => rmSync(join(folder, '.wireit'), { recursive: true, force: true }),
  },
  {
    name: 'moon',
    files: {
      '.moon/workspace.yml': 'projects: { x: "." }\ntelemetry: false\nvcs: { defaultBranch: main }\n',
      'moon.yml': `tasks:\n${ids.map((id) => `  ${id}: { command: "true", inputs: ["moon.yml"] }\n`).join('')}`,
    },
    once: ['moon', 'run', ...ids.map((id) => `x:${id}`), '--concurrency', `${JOBS}`, '--force'],
    again: ['moon', 'run', ...ids.map((id) => `x:${id}`), '--concurrency', `${JOBS}`],
  },
];

/** Wall time in milliseconds and peak memory in MiB of a command; NaN where it fails. */
function measure(command: readonly string[], cwd: string): { readonly ms: number; readonly mib: number } {
  const timed = existsSync('/usr/bin/time');
  const [program = '', ...args] = timed ? ['/usr/bin/time', '-f', '%M', ...command] : command;
  const begun = performance.now();
  const { status, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8', timeout: 120_000 });
  const ms = performance.now() - begun;
  return {
    ms: status === 0 ? ms : Number.NaN,
    mib: timed ? Number(stderr.trim().split('\n').at(-1)) / 1024 : Number.NaN,
  };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function fixture(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(top, name);
  for (const [path, text] of Object.entries({
    ...files,
    '.gitignore': '.turbo\n.nx\n.wireit\n.moon/cache\nnode_modules\n',
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  // Some runners look for themselves in the workspace.
  if (existsSync(BIN)) symlinkSync(dirname(BIN), join(folder, 'node_modules'));
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], { cwd: folder });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=x');
  return folder;
}

const own = fixture('lanekeeper', {
  'lanes/many.lane.yaml': lane(ids),
  'lanes/one.lane.yaml': lane(ids.slice(0, 1)),
  'lanes/cached.lane.yaml': lane(ids, ', inputs: [src/**]'),
  'src/a.ts': '1\n',
});
const allowed = (id: string) => {
  const said = execFileSync(process.execPath, [LANEKEEPER, 'trust', '--print', id], {
    cwd: own,
    env,
    encoding: 'utf8',
  });
  return [...check(id), '--allow', /sha256-\S+/.exec(said)?.[0] ?? ''];
};
const floor = (count: number) => [
  process.execPath,
  resolve('dist/bench/spawn-floor.mjs'),
  `${count}`,
  `${JOBS}`,
  'true',
];
const rows = new Map<
  string,
  { command: readonly string[]; cwd: string; before?: (cwd: string) => void; ms: number[]; mib: number[] }
>();
const enter = (name: string, command: readonly string[], cwd: string, before?: (cwd: string) => void) => {
  rows.set(name, { command, cwd, ...(before ? { before } : {}), ms: [], mib: [] });
};

enter('bare, 1', floor(1), own);
enter(`bare, ${COUNT}`, floor(COUNT), own);
enter('lanekeeper, 1', allowed('one'), own);
enter(`lanekeeper, ${COUNT}`, allowed('many'), own);
enter('lanekeeper, unchanged', allowed('cached'), own);
measure(allowed('cached'), own);
for (const { name, files, once, again, before } of OTHERS) {
  if (!existsSync(join(BIN, name))) {
    console.log(`${name} is not there: npm ci in bench/`);
    continue;
  }
  enter(`${name}, ${COUNT}`, once, fixture(`${name}-once`, files), before);
  if (!again) continue;
  const cwd = fixture(`${name}-again`, files);
  measure(again, cwd);
  enter(`${name}, unchanged`, again, cwd);
}
// In turn, so that what else the computer does meets all alike.
for (let round = 0; round < ROUNDS; round++)
  for (const row of rows.values()) {
    row.before?.(row.cwd);
    const { ms, mib } = measure(row.command, row.cwd);
    row.ms.push(ms);
    row.mib.push(mib);
  }
console.log(`${COUNT} times \`true\`, ${JOBS} at once, median of ${ROUNDS}`);
for (const [name, { ms, mib }] of rows)
  console.log(
    `${name.padEnd(24)} ${median(ms).toFixed(0).padStart(6)} ms ${median(mib).toFixed(0).padStart(6)} MiB`,
  );
const each = (name: string) =>
  (median(rows.get(`${name}, ${COUNT}`)?.ms ?? []) - median(rows.get(`${name}, 1`)?.ms ?? [])) / (COUNT - 1);
const [ours, bare] = [each('lanekeeper'), each('bare')];
console.log(
  `each: lanekeeper ${ours.toFixed(2)} ms, bare ${bare.toFixed(2)} ms, ${(ours / bare).toFixed(2)} times`,
);
rmSync(top, { recursive: true, force: true });
