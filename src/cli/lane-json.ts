import { howEnded, type LaneFile } from '../core/index.ts';
import type { OpenWorkspace } from './workspace.ts';

/** What the editor needs to find a value again, and a reader does not. */
const PLACES = new Set(['span', 'header', 'keys', 'sections']);

/** What a lane says, without the places where it says it; keys as in the lane file. */
export function laneJson({ id, path, lane }: LaneFile, workspace: OpenWorkspace) {
  const ended = endOf(path, workspace);
  return { id, path, ...(ended === undefined ? {} : { ended }), ...(lane ? (plain(lane) as object) : {}) };
}

/** How a lane ended at the outcome gate, if it did. */
export function endOf(
  path: string,
  { loaded: { reviews } }: OpenWorkspace,
): 'accepted' | 'killed' | undefined {
  const file = reviews.get(path);
  return file && howEnded(file);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('span' in value && 'value' in value) return value.value;
  const entries = Object.entries(value).filter(([key]) => !PLACES.has(key));
  return Object.fromEntries(entries.map(([key, inner]) => [kebabCase(key), plain(inner)]));
}

function kebabCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
