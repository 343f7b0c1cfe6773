import { keyText, plainValue } from '../../yaml/nodes.ts';
import { parseYaml } from '../../yaml/parse-yaml.ts';

/** What the front matter of a Markdown file says, by key, as text; a list stays a list. */
export type FrontMatter = ReadonlyMap<string, string | readonly string[]>;

const FENCED = /^---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const LONGEST = 16_000;

/** Splits front matter from the Markdown below it. What is not plain YAML counts as Markdown, so that it is not lost. */
export function readFrontMatter(markdown: string): {
  readonly frontMatter: FrontMatter;
  readonly rest: string;
} {
  const fenced = FENCED.exec(markdown.slice(0, LONGEST));
  const parsed = fenced ? parseYaml(fenced[1] ?? '') : undefined;
  if (!fenced || !parsed?.root || parsed.problems.length > 0)
    return { frontMatter: new Map(), rest: markdown };
  const entries = parsed.root.items.map((pair) => [keyText(pair), textOf(plainValue(pair.value))] as const);
  return { frontMatter: new Map(entries), rest: markdown.slice(fenced[0].length) };
}

function textOf(value: unknown): string | readonly string[] {
  if (Array.isArray(value)) return value.map((item) => String(textOf(item)));
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
