import type { Board } from '../board/board.ts';
import { schemaAt } from '../schema/schema-node.ts';
import type { Span } from '../text/span.ts';
import { describeCheck, describeDecision, describeLane, describePath } from './descriptions.ts';
import { placeOf } from './language.ts';
import { innerSpan } from './mention.ts';
import { documentKey } from './schema-markdown.ts';
import { type Site, siteAt } from './site.ts';
import { suppressedRuleAt } from './suppression-at.ts';

/** What is to be said of a stretch of text. */
export interface Hover {
  readonly span: Span;
  /** Markdown; what comes from files is escaped in it. */
  readonly markdown: string;
}

/** What an editor shows for an offset of a lane file or of `lanekeeper.yaml`, if there is anything to say. Never throws. */
export function hover(text: string, offset: number, board: Board, path: string): Hover | undefined {
  const site = siteAt(text, offset, path);
  if (!site) return hoverRule(text, offset);
  const markdown = describeSite(site, board, path);
  return markdown ? { span: innerSpan(site.located.scalar), markdown } : undefined;
}

function describeSite(site: Site, board: Board, path: string): string | undefined {
  return describeMention(site, board, path) ?? describeKey(site);
}

function describeMention(
  { mention, language, located, tree }: Site,
  board: Board,
  path: string,
): string | undefined {
  const isHeader = placeOf(language, located.path) === 'lane';
  if (!mention || isHeader) return undefined;
  switch (mention.meaning) {
    case 'lane':
      return describeLane(mention.value, board);
    case 'check':
      return describeCheck(mention.value, tree, board);
    case 'decision':
      return describeDecision(mention.value, board, path);
    case 'file':
    case 'glob':
    case 'folder':
      return describePath(mention.value, board);
    case 'command':
      return undefined;
  }
}

/** A key's description; also for a value that is one of a few, such as `kind: bug`. */
function describeKey({ language, located }: Site): string | undefined {
  const schema = schemaAt(language.schema, located.path);
  const key = located.path.at(-1);
  if (!schema || typeof key !== 'string') return undefined;
  const isChoice = schema.enum !== undefined || schema.const !== undefined || schema.type === 'boolean';
  return located.role === 'key' || isChoice ? documentKey(key, schema) : undefined;
}

function hoverRule(text: string, offset: number): Hover | undefined {
  const named = suppressedRuleAt(text, offset);
  if (!named) return undefined;
  const { rule, span } = named;
  return { span, markdown: `**${rule.id}**: ${rule.summary}\n\n${rule.why}` };
}
