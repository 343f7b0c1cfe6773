import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';

/** The digest of bytes as it stands in files and reports: `sha256-` and base64url. */
export function sha256Digest(bytes: Uint8Array): string {
  return `sha256-${base64urlnopad.encode(sha256(bytes))}`;
}
