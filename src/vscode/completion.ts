import * as vscode from 'vscode';
import type { Completion } from '../core/index.ts';
import { ask } from './asked.ts';
import { isServedByYaml, LANES_AND_SETTINGS } from './lane-documents.ts';
import { rangesIn } from './ranges.ts';
import type { Sessions } from './sessions.ts';

const { CompletionItemKind } = vscode;
const KINDS: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  lane: CompletionItemKind.Class,
  check: CompletionItemKind.Event,
  decision: CompletionItemKind.Constant,
  path: CompletionItemKind.File,
  command: CompletionItemKind.Function,
  rule: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
};

/** Completes keys, values, lanes, checks, decisions, paths and commands. */
export function registerCompletion(sessions: Sessions): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    async provideCompletionItems(document, position, token) {
      if (isServedByYaml(document)) return undefined;
      const asked = await ask(sessions, document);
      if (!asked || token.isCancellationRequested) return undefined;
      const { session, path, text } = asked;
      return session.core
        .complete(text, document.offsetAt(position), session.board, path)
        .map((one) => toItem(one, document));
    },
  };
  return vscode.languages.registerCompletionItemProvider(
    LANES_AND_SETTINGS,
    provider,
    ' ',
    '/',
    '[',
    '"',
    "'",
  );
}

function toItem(completion: Completion, document: vscode.TextDocument): vscode.CompletionItem {
  const { label, kind, detail, documentation, insert, replace, sort } = completion;
  const item = new vscode.CompletionItem(detail ? { label, description: detail } : label, KINDS[kind]);
  item.insertText = new vscode.SnippetString(insert);
  item.range = rangesIn(document)(replace);
  // VS Code compares with what it would replace, and that may begin with a quote.
  const quote = /^["']/.exec(document.getText(item.range));
  if (quote) item.filterText = `${quote[0]}${label}`;
  if (documentation) item.documentation = new vscode.MarkdownString(documentation);
  if (sort) item.sortText = sort;
  return item;
}
