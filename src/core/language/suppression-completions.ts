import { RULES } from '../rules/catalogue.ts';
import { scanSyntax } from '../yaml/scan-syntax.ts';
import type { Completion } from './completion-item.ts';
import { commentAt } from './suppression-at.ts';

const DIRECTIVE = 'lanekeeper-disable-next-line';

/** Completions inside a comment: nothing but suppressions. Returns nothing at all where the offset is in no comment. */
export function completeSuppression(text: string, offset: number): readonly Completion[] | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  if (!text.slice(lineStart, offset).includes('#')) return undefined;
  const scan = scanSyntax(text);
  const comment = commentAt('comments' in scan ? scan.comments : [], offset);
  if (!comment) return undefined;
  const before = text.slice(comment.start, offset);
  const after = text.slice(offset, comment.end);
  const names = new RegExp(`^#\\s*${DIRECTIVE}\\s+((?:[\\w-]+[\\s,]+)*)([\\w-]*)$`).exec(before);
  if (names && !/(?:^|\s)--(?:\s|$)/.test(before))
    return ruleNames(names[1] ?? '', names[2] ?? '', after, offset);
  const isAlone = /^\s*$/.test(text.slice(lineStart, comment.start));
  const [, word] = /^#\s*([\w-]*)$/.exec(before) ?? [];
  if (word === undefined || !isAlone || !DIRECTIVE.startsWith(word)) return [];
  const replace = { start: offset - word.length, end: offset + wordLength(after) };
  return [
    {
      label: DIRECTIVE,
      kind: 'snippet',
      detail: 'RULE -- reason',
      documentation: 'Silences a rule for the next line. The reason is required.',
      insert: `${DIRECTIVE} $1 -- $2`,
      replace,
    },
  ];
}

function ruleNames(listed: string, word: string, after: string, offset: number): Completion[] {
  const present = new Set(listed.split(/[\s,]+/));
  const replace = { start: offset - word.length, end: offset + wordLength(after) };
  const reason = /(?:^|\s)--/.test(after) ? '' : ' -- $1';
  return RULES.filter(({ id }) => !present.has(id)).map(({ id, summary, why }) => ({
    label: id,
    kind: 'rule',
    detail: summary,
    documentation: why,
    insert: id + reason,
    replace,
  }));
}

function wordLength(after: string): number {
  return /^[\w-]*/.exec(after)?.[0].length ?? 0;
}
