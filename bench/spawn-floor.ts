// The least that any runner of checks does: start shells from Node, so many at once. Usage: spawn-floor.mjs COUNT JOBS COMMAND
import { spawn } from 'node:child_process';

const [, , count = '1', jobs = '1', command = 'true'] = process.argv;
let left = Number(count);
const work = async () => {
  while (left-- > 0)
    await new Promise((resolve) => {
      const child = spawn('/bin/sh', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
      for (const stream of [child.stdout, child.stderr]) stream.resume();
      child.once('close', resolve);
    });
};
await Promise.all(Array.from({ length: Number(jobs) }, work));
