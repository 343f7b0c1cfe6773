import type { Problem } from '../lint/report.ts';
import { oversizedMessage } from '../yaml/caps.ts';
import type { FileContent } from './files.ts';

// A Web standard that every host has; the core names no host's types.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const START = { start: 0, end: 0 };

/** With more than one zero in so many bytes it is no text. */
const MOST_ZEROS = 10;

/** The text of a file's bytes, a byte order mark kept, or the one problem that says why it has none. */
export function decodeText(
  content: Exclude<FileContent, { kind: 'missing' }>,
): { text: string } | { problem: Problem } {
  switch (content.kind) {
    case 'too-large':
      return { problem: { rule: 'oversized-lane', span: START, message: oversizedMessage('bytes') } };
    case 'unreadable':
      return broken(
        `This file cannot be read: ${content.reason}.${content.remedy ? ` ${content.remedy}` : ''}`,
      );
    case 'text':
      return { text: content.text };
    case 'bytes':
      return decodeBytes(content.bytes);
  }
}

function decodeBytes(bytes: Uint8Array): { text: string } | { problem: Problem } {
  if (isUtf16(bytes)) return broken('This file is UTF-16. Save it as UTF-8.');
  const zero = bytes.indexOf(0);
  if (zero >= 0 && looksLikeUtf16(bytes)) return broken('This file looks like UTF-16. Save it as UTF-8.');
  const text = decodeUtf8(bytes);
  // A few zeros in a text are a slip, which has a finding of its own where it stands.
  if (zero >= 0 && (text === undefined || countZeros(bytes, 0, 1) * MOST_ZEROS > bytes.length))
    return broken(`This file is binary: byte ${zero + 1} is zero. Save it as UTF-8 text.`);
  return text === undefined ? broken('This file is not UTF-8. Save it as UTF-8.') : { text };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Without a byte order mark most characters of a YAML file still have one byte that is zero, always on the same side. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [even, odd] = [countZeros(bytes, 0, 2), countZeros(bytes, 1, 2)];
  const most = Math.max(even, odd);
  return bytes.length % 2 === 0 && most * 4 > bytes.length && Math.min(even, odd) * 10 < most;
}

function countZeros(bytes: Uint8Array, start: number, step: number): number {
  let count = 0;
  for (let at = start; at < bytes.length; at += step) if (bytes[at] === 0) count++;
  return count;
}

function broken(message: string): { problem: Problem } {
  return { problem: { rule: 'broken-yaml', span: START, message } };
}
