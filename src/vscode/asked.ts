import type * as vscode from 'vscode';
import { isLane } from './lane-documents.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

/** A document that VS Code asks about, on a board that knows its text as it is now. */
export interface Asked {
  readonly session: Session;
  readonly path: string;
  readonly text: string;
}

/** Makes a document ready to be asked about; nothing if it is on no board. */
export async function ask(sessions: Sessions, document: vscode.TextDocument): Promise<Asked | undefined> {
  const session = await sessions.of(document);
  const path = session.path(document.uri);
  if (path === undefined) return undefined;
  if (isLane(document)) await session.read(document);
  return { session, path, text: document.getText() };
}
