import type { FileIndex } from '../glob/file-index.ts';

/** The path that a text names, without a fragment such as `#errors`, unless a file is really called that. */
export function withoutFragment(value: string, files: FileIndex): string {
  return files.hasFile(value) ? value : value.replace(/#\S*$/, '');
}

/** True for the addresses of web pages; other schemes are never followed. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(value);
}
