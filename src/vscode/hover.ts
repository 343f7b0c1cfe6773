import * as vscode from 'vscode';
import { ask } from './asked.ts';
import { isServedByYaml, LANES_AND_SETTINGS } from './lane-documents.ts';
import { rangesIn } from './ranges.ts';
import type { Sessions } from './sessions.ts';

/** Says what a key means and what a name stands for. */
export function registerHover(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerHoverProvider(LANES_AND_SETTINGS, {
    async provideHover(document, position, token) {
      if (isServedByYaml(document)) return undefined;
      const asked = await ask(sessions, document);
      if (!asked || token.isCancellationRequested) return undefined;
      const { session, path, text } = asked;
      const hover = session.core.hover(text, document.offsetAt(position), session.board, path);
      return (
        hover && new vscode.Hover(new vscode.MarkdownString(hover.markdown), rangesIn(document)(hover.span))
      );
    },
  });
}
