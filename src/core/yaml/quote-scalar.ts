/** A text in YAML quotes, whatever it holds (one line): double ones unless that would need an escape. */
export function quoteScalar(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}
