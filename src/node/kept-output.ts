/** The end of a stream of bytes; takes little more memory than what is kept, however much is added. */
export interface KeptOutput {
  add(bytes: Uint8Array): void;
  /** What is kept, decoded; bytes that are no UTF-8 become `\ufffd`. */
  text(): string;
  /** True if more was added than is kept. */
  readonly isCut: boolean;
}

/** Keeps the last so many bytes of what it is given. */
export function keepOutput(most: number): KeptOutput {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isCut = false;
  return {
    add(bytes) {
      if (bytes.length === 0) return;
      chunks.push(bytes);
      size += bytes.length;
      while (size - (chunks[0]?.length ?? 0) >= most) {
        size -= chunks.shift()?.length ?? 0;
        isCut = true;
      }
    },
    text() {
      const all = Buffer.concat(chunks);
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(fromCharacter(all, all.length - most));
    },
    get isCut() {
      return isCut || size > most;
    },
  };
}

/** The bytes from a place on, without the rest of a character that begins before it. */
function fromCharacter(bytes: Uint8Array, from: number): Uint8Array {
  if (from <= 0) return bytes;
  let start = from;
  while (start < from + 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return bytes.subarray(start);
}
