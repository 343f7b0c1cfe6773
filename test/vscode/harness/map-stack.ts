import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';

/**
 * Returns a function that rewrites the places a bundled suite names in a stack trace to those of its source files,
 * relative to the current folder.
 */
export function mapStacks(bundle: string): (line: string) => string {
  const map = new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, 'utf8')));
  const name = path.basename(bundle).replaceAll('.', '\\.');
  // The web host evaluates the bundle inside a function, whose head is two lines, and marks its address.
  const place = new RegExp(`[^\\s(]*/${name}(#vscode-extension)?:(\\d+):(\\d+)`, 'g');
  return (line) =>
    line.replace(place, (found, web: string | undefined, row: string, column: string) => {
      const origin = map.findOrigin(Number(row) - (web ? 2 : 0), Number(column));
      if (!('fileName' in origin)) return found;
      const file = path.relative('.', path.resolve(path.dirname(bundle), origin.fileName));
      return `${file}:${origin.lineNumber}:${origin.columnNumber}`;
    });
}
