import { sha256Digest } from './sha256.ts';
import { encodeUtf8 } from './utf8.ts';

/** Plain data that has a digest. What is undefined counts as absent. */
export type Digestible =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Digestible[]
  | { readonly [key: string]: Digestible };

/** The digest of plain data: `sha256-` and base64url over its JSON. The order of keys does not count, that of lists does. */
export function digestOf(data: Digestible): string {
  return sha256Digest(encodeUtf8(JSON.stringify(data, sorted) ?? 'null'));
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
