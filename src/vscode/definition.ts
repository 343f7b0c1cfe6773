import * as vscode from 'vscode';
import { ask } from './asked.ts';
import { LANES_AND_SETTINGS } from './lane-documents.ts';
import { locationOf } from './locations.ts';
import type { Sessions } from './sessions.ts';

/** Goes from a name to what it stands for: a lane, a check, a file, a settled decision. */
export function registerDefinition(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(LANES_AND_SETTINGS, {
    async provideDefinition(document, position, token) {
      const asked = await ask(sessions, document);
      if (!asked || token.isCancellationRequested) return undefined;
      const { session, path, text } = asked;
      return session.core
        .definition(text, document.offsetAt(position), session.board, path)
        .map((place) => locationOf(session, place));
    },
  });
}
