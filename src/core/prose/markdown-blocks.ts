import { MASK } from './mask-characters.ts';

const FENCE = /^\s{0,12}(?:[-*+]\s{1,4}|>\s?)?(`{3,}|~{3,})/;
const BLOCK_QUOTE = /^\s{0,3}>/;

/** The text without its HTML comments and block quotes, and with fenced code masked. Same length, line breaks kept. */
export function blankBlocks(text: string): string {
  const plain = blankComments(text);
  if (!/```|~~~|(?:^|\n)\s{0,3}>/.test(plain)) return plain;
  let fence = '';
  const lines = plain.split('\n').map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== '') {
      if (mark?.startsWith(fence)) fence = '';
      return MASK.code.repeat(line.length);
    }
    if (mark !== undefined) {
      fence = mark;
      return MASK.code.repeat(line.length);
    }
    return BLOCK_QUOTE.test(line) ? ' '.repeat(line.length) : line;
  });
  return lines.join('\n');
}

function blankComments(text: string): string {
  let open = text.indexOf('<!--');
  if (open < 0) return text;
  let out = '';
  let done = 0;
  while (open >= 0) {
    const close = text.indexOf('-->', open);
    if (close < 0) break;
    out += text.slice(done, open) + text.slice(open, close + 3).replace(/[^\n]/g, ' ');
    done = close + 3;
    open = text.indexOf('<!--', done);
  }
  return out + text.slice(done);
}
