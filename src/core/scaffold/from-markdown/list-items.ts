import type { Token, Tokens } from 'marked';
import { withoutComments } from './comments.ts';
import { sourceOf } from './description.ts';

/** One entry of a Markdown list. */
export interface Item {
  /** Its Markdown, without bullet, checkbox and number. */
  readonly text: string;
  readonly isTask: boolean;
  readonly isTicked: boolean;
}

const NUMBER = /^(?:#?\d+(?:\.\d+)+\.?|#\d+[.:)]?|AC-?\d+[.:)]?)\s+/i;

/** The entries of all lists among the blocks. Checkboxes below an entry are entries of their own; other lists belong to it. */
export function itemsOf(blocks: readonly Token[]): readonly Item[] {
  return blocks.filter(isList).flatMap(({ items }) => items.flatMap(itemsIn));
}

/** The blocks that are not lists. */
export function besidesLists(blocks: readonly Token[]): readonly Token[] {
  return blocks.filter((block) => !isList(block));
}

/** True if an entry of a list among the blocks has a checkbox, at any depth. */
export function hasTasks(blocks: readonly Token[]): boolean {
  return blocks.filter(isList).some(({ items }) => items.some((item) => item.task || hasTasks(item.tokens)));
}

function itemsIn(item: Tokens.ListItem): readonly Item[] {
  const children = item.tokens.filter((token) => isList(token) && hasTasks([token]));
  const own = item.tokens.filter((token) => !children.includes(token) && token.type !== 'checkbox');
  const text = withoutComments(sourceOf(own)).replace(NUMBER, '').trim();
  const entry = { text, isTask: item.task, isTicked: item.checked === true };
  return [...(text ? [entry] : []), ...itemsOf(children)];
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}
