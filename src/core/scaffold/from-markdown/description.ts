import { Lexer, type Token } from 'marked';
import { plainText } from '../plain-text.ts';
import { withoutComments } from './comments.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';

/** A Markdown text as a reader sees it: its front matter, and its parts under their headings. */
export interface Description {
  readonly frontMatter: FrontMatter;
  /** In the order of the text. The first may have no heading: what stands above all others. */
  readonly sections: readonly Section[];
  /** True if the text is longer than a lane can be; the rest of it is left out. */
  readonly isCut: boolean;
}

export interface Section {
  readonly heading: string;
  /** 1 to 6; 0 for what stands above the first heading. */
  readonly depth: number;
  /** The headings that this one stands under, the outermost first. */
  readonly under: readonly string[];
  readonly blocks: readonly Token[];
}

/** Half of what a lane file may hold, so that indentation and quotes still fit. */
const LONGEST = { characters: 60_000, lines: 2_000 } as const;
/** Deeper Markdown is nobody's prose, and a parser spends its time and stack on it. */
const DEEPEST_MARKS = 12;
const DEEPEST_INDENT = 24;
const MARKS = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))+/;

/** Reads a Markdown text. Never throws, and takes bounded time and depth whatever the text holds. */
export function readDescription(markdown: string): Description {
  const raw = markdown.slice(0, LONGEST.characters * 2);
  const lines = plainText(raw).slice(0, LONGEST.characters).split('\n');
  const kept = lines.slice(0, LONGEST.lines).map(tamed).join('\n');
  const isCut =
    markdown.length > raw.length ||
    lines.length > LONGEST.lines ||
    plainText(raw).length > LONGEST.characters;
  const { frontMatter, rest } = readFrontMatter(kept);
  return { frontMatter, sections: sectionsOf(new Lexer().blockTokens(rest, [])), isCut };
}

/** The Markdown of some blocks, without comments and without blank lines around it. */
export function sourceOf(blocks: readonly Token[]): string {
  return blocks
    .map((block) => block.raw)
    .join('')
    .replace(/^\n+/, '')
    .trimEnd();
}

function tamed(line: string): string {
  const marks = MARKS.exec(line)?.[0] ?? '';
  const found = marks.match(/>|[-*+]|\d+[.)]/g) ?? [];
  const shallow = found.length > DEEPEST_MARKS ? line.slice(marks.length).trimStart() : line;
  return shallow.replace(/^[ \t]+/, (blanks) => blanks.slice(0, DEEPEST_INDENT));
}

function sectionsOf(tokens: readonly Token[]): readonly Section[] {
  const sections: (Section & { blocks: Token[] })[] = [{ heading: '', depth: 0, under: [], blocks: [] }];
  const open: { heading: string; depth: number }[] = [];
  for (const token of tokens) {
    if (token.type !== 'heading') {
      const block = readable(token);
      if (block) sections.at(-1)?.blocks.push(block);
      continue;
    }
    while ((open.at(-1)?.depth ?? 0) >= token.depth) open.pop();
    const heading = withoutComments(token.text)
      .replace(/\s+#*$/, '')
      .trim();
    sections.push({ heading, depth: token.depth, under: open.map((one) => one.heading), blocks: [] });
    open.push({ heading, depth: token.depth });
  }
  return sections.filter(({ heading, blocks }) => heading !== '' || sourceOf(blocks) !== '');
}

/** Comments are marks of tools, or not meant to be read: they stay out. */
function readable(token: Token): Token | undefined {
  if (token.type !== 'html') return token;
  const raw = withoutComments(token.raw);
  return raw.trim() === '' ? undefined : { ...token, raw };
}
