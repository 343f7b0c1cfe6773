// A Web standard that every host has; the core names no host's types.
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };

/** A text in UTF-8. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
