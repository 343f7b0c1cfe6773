import { relative, sep } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { describeFailure } from './failure.ts';

/** What changed: for each path (relative to the folder, with `/`) whether it came or went, or has other content. */
export type Changes = ReadonlyMap<string, 'presence' | 'content'>;

/** What a watcher asks and tells. */
export interface Watch {
  /** True for files and folders that nobody need look at. */
  isIgnored(path: string): boolean;
  /** Told of one burst of changes after the other; the next waits until this one is dealt with. */
  onChange(changes: Changes): Promise<void>;
  /** Told why something cannot be watched; the rest still is. */
  onTrouble(reason: string): void;
}

/** Ends the watching. */
export type StopWatching = () => Promise<void>;

/** How long a burst is gathered, in milliseconds: an editor or git writes many files at once. */
const BURST_MS = 50;

/** Watches the files below a folder; resolves once every one is being watched. Symbolic links are not followed. */
export async function watchFolder(
  root: string,
  { isIgnored, onChange, onTrouble }: Watch,
): Promise<StopWatching> {
  // Loaded here because nothing else needs it.
  const { watch } = await import('chokidar');
  const inside = (path: string): string => relative(root, path).split(sep).join('/');
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => path !== root && isIgnored(inside(path)),
  });
  const gather = gatherer(onChange);
  watcher.on('all', (event, path) => gather(inside(path), event === 'change' ? 'content' : 'presence'));
  watcher.on('error', (error) => onTrouble(describeFailure(error)));
  await ready(watcher);
  return () => watcher.close();
}

function ready(watcher: FSWatcher): Promise<void> {
  return new Promise((resolve) => {
    watcher.once('ready', () => resolve());
  });
}

/** Gathers changes into bursts. */
function gatherer(onChange: Watch['onChange']): (path: string, change: 'presence' | 'content') => void {
  let burst = new Map<string, 'presence' | 'content'>();
  let queue = Promise.resolve();
  const handOver = (): void => {
    const changes = burst;
    burst = new Map();
    queue = queue.then(() => onChange(changes));
  };
  return (path, change) => {
    if (burst.size === 0) setTimeout(handOver, BURST_MS);
    if (burst.get(path) !== 'presence') burst.set(path, change);
  };
}
