/** The end of a stream of bytes; takes no more memory than what is kept, however much is added and in however small pieces. */
export interface KeptOutput {
  add(bytes: Uint8Array): void;
  /** What is kept, decoded; bytes that are no UTF-8 become `\ufffd`. */
  text(): string;
  /** True if more was added than is kept. */
  readonly isCut: boolean;
}

const SMALLEST = 4096;

/** Keeps the last so many bytes of what it is given: in a ring, once there are as many. */
export function keepOutput(most: number): KeptOutput {
  let ring = Buffer.alloc(0);
  let added = 0;
  const grow = (needed: number) => {
    if (ring.length >= Math.min(needed, most)) return;
    const larger = Buffer.alloc(Math.min(most, Math.max(needed, ring.length * 2, SMALLEST)));
    larger.set(ring.subarray(0, added));
    ring = larger;
  };
  return {
    add(bytes) {
      grow(added + bytes.length);
      const last = bytes.subarray(Math.max(0, bytes.length - most));
      const at = (added + bytes.length - last.length) % most;
      const untilEnd = Math.min(last.length, most - at);
      ring.set(last.subarray(0, untilEnd), at);
      ring.set(last.subarray(untilEnd), 0);
      added += bytes.length;
    },
    text() {
      if (added === 0) return '';
      const start = added % most;
      const bytes =
        added > most
          ? fromCharacter(Buffer.concat([ring.subarray(start), ring.subarray(0, start)]))
          : ring.subarray(0, added);
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    },
    get isCut() {
      return added > most;
    },
  };
}

/** The bytes without the rest of a character that began before them. */
function fromCharacter(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return bytes.subarray(start);
}
