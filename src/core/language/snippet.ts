import { quoteScalar } from '../yaml/quote-scalar.ts';
import type { Cursor } from './cursor.ts';

/** A text as snippet syntax that inserts exactly this text. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Words that mean nothing but themselves to YAML, wherever they stand. */
const SAFE = /^[\p{L}\p{N}_./][\p{L}\p{N}_./@+*-]*(?: [\p{L}\p{N}_./@+*()-]+)*$/u;
/** The same outside brackets and braces. */
const SAFE_IN_BLOCK = /^[\p{L}\p{N}_./][\p{L}\p{N}_./@+*,()[\]{}-]*(?: [\p{L}\p{N}_./@+*,()[\]{}-]+)*$/u;
/** Words that YAML reads as something else than a text. */
const SPECIAL = /^(?:null|true|false|[-+.]*\d[-+.\da-fxo_]*|\.inf|\.nan)$/i;

/** A text as a YAML value on one line, quoted only where it must be; `flow` says that it stands inside brackets or braces. */
export function scalarText(text: string, flow: boolean): string {
  return (flow ? SAFE : SAFE_IN_BLOCK).test(text) && !SPECIAL.test(text) ? text : quoteScalar(text);
}

/** A text as a YAML value in the style that already stands at the cursor: inside its quotes, or plain if that is possible. */
export function fittingText(text: string, { style, flow }: Pick<Cursor, 'style' | 'flow'>): string {
  if (style === 'single') return text.replaceAll("'", "''");
  if (style === 'double') return text.replace(/["\\]/g, '\\$&');
  return scalarText(text, flow);
}
