import * as vscode from 'vscode';
import { ask } from './asked.ts';
import { LANES_AND_SETTINGS } from './lane-documents.ts';
import { rangesIn } from './ranges.ts';
import type { Sessions } from './sessions.ts';

/** Makes the files and pages that a lane names into links. */
export function registerLinks(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(LANES_AND_SETTINGS, {
    async provideDocumentLinks(document, token) {
      const asked = await ask(sessions, document);
      if (!asked || token.isCancellationRequested) return [];
      const { session, path, text } = asked;
      const toRange = rangesIn(document);
      return session.core.links({ path, text }, session.board).map(({ span, target }) => {
        const uri = target.kind === 'file' ? session.uri(target.path) : vscode.Uri.parse(target.url);
        return new vscode.DocumentLink(toRange(span), uri);
      });
    },
  });
}
