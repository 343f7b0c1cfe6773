/**
 * Data as JSON that is no command to a build server, whatever stands in it: none of its lines begins with one, and `##[`, which
 * some read anywhere, is written with an escape.
 */
export function safeJson(data: unknown, indent?: number): string {
  return JSON.stringify(data, null, indent).replaceAll('##', '#\\u0023');
}
