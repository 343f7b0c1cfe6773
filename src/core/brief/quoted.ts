import { withoutHidden } from '../rules/file/hidden-characters.ts';

/** Text of a lane or a file as a block of its own: the fence is longer than any in it, so that nothing in it ends the block. */
export function fenced(text: string, language = ''): string {
  const shown = withoutHidden(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')).replace(/\n+$/, '');
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** A text within a line: on one line, between more backticks than stand together in it. */
export function inline(text: string): string {
  const shown = withoutHidden(text.replaceAll(/\s+/g, ' ').trim());
  const ticks = '`'.repeat(longestRun(shown) + 1);
  const space = /^`|`$|^$/.test(shown) ? ' ' : '';
  return `${ticks}${space}${shown}${space}${ticks}`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
}
