import type * as vscode from 'vscode';
import type { Board, Finding, LaneFile, ReviewsFile } from '../core/index.ts';
import type { Core } from './core.ts';

/** The board that a lane belongs to, as long as its folder or its document is open. */
export interface Session extends vscode.Disposable {
  readonly core: Core;
  /** Another one after every change of settings or of the list of files. */
  readonly board: Board;
  /** The path on the board; nothing for a file that lies elsewhere. */
  path(uri: vscode.Uri): string | undefined;
  uri(path: string): vscode.Uri;
  /** The text that the spans of a file belong to; nothing for a file that is not read here. */
  text(path: string): string | undefined;
  /** The reviews of the lane at a path; nothing where it has none. */
  reviews(lanePath: string): ReviewsFile | undefined;
  /** Brings the board up to a document, and returns its lane; nothing if its file is gone. */
  read(document: vscode.TextDocument): Promise<LaneFile | undefined>;
  /** Takes back what a document said and nobody saved. */
  forget(document: vscode.TextDocument): Promise<void>;
  /** Findings outside lanes, by path: in the settings, in reviews, in shared context. */
  otherFindings(): ReadonlyMap<string, readonly Finding[]>;
}

/** Lanes on a session's board whose findings may be other ones now; without paths all of them. */
export interface SessionChange {
  readonly session: Session;
  readonly paths?: ReadonlySet<string>;
}
