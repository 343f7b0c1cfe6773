/** Reads an option that may be given several times: every value, in order. */
export function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
