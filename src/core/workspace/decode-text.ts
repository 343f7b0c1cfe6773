import type { Problem } from '../lint/rule.ts';
import { oversizedMessage } from '../yaml/caps.ts';
import type { FileContent } from './files.ts';

// A Web standard that every host has; the core names no host's types.
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const START = { start: 0, end: 0 };

/** The text of a file's bytes, a byte order mark kept, or the one problem that says why it has none. */
export function decodeText(
  content: Exclude<FileContent, { kind: 'missing' }>,
): { text: string } | { problem: Problem } {
  switch (content.kind) {
    case 'too-large':
      return { problem: { rule: 'oversized-lane', span: START, message: oversizedMessage('bytes') } };
    case 'unreadable':
      return broken(`This file cannot be read: ${content.reason}. Check its permissions.`);
    case 'text':
      return { text: content.text };
    case 'bytes':
      return decodeBytes(content.bytes);
  }
}

function decodeBytes(bytes: Uint8Array): { text: string } | { problem: Problem } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return broken('This file is UTF-16. Save it as UTF-8.');
  const zero = bytes.indexOf(0);
  if (zero >= 0) return broken(`This file is binary: byte ${zero + 1} is zero. Save it as UTF-8 text.`);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return broken('This file is not UTF-8. Save it as UTF-8.');
  }
}

function broken(message: string): { problem: Problem } {
  return { problem: { rule: 'broken-yaml', span: START, message } };
}
