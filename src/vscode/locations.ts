import * as vscode from 'vscode';
import type { FilePlace } from '../core/index.ts';
import { rangesOf } from './ranges.ts';
import type { Session } from './session.ts';

/** A place on a board as VS Code goes there. */
export function locationOf(session: Session, { path, span }: FilePlace): vscode.Location {
  const range = rangesOf(session.core, session.text(path) ?? '')(span);
  return new vscode.Location(session.uri(path), range);
}
