import * as vscode from 'vscode';
import { ask } from './asked.ts';
import { LANES_AND_SETTINGS } from './lane-documents.ts';
import { locationOf } from './locations.ts';
import type { Sessions } from './sessions.ts';

/** Finds every place that names a lane, a check, a decision or a file. */
export function registerReferences(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(LANES_AND_SETTINGS, {
    async provideReferences(document, position, _context, token) {
      const asked = await ask(sessions, document);
      if (!asked || token.isCancellationRequested) return undefined;
      const { session, path, text } = asked;
      return session.core
        .references(text, document.offsetAt(position), session.board, path)
        .map((place) => locationOf(session, place));
    },
  });
}
