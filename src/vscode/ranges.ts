// The only file that turns spans into ranges and back: spans count characters, VS Code counts lines and columns.
import * as vscode from 'vscode';
import type { Span, TextEdit } from '../core/index.ts';
import type { Core } from './core.ts';

/** Turns spans of one text into ranges. */
export type ToRange = (span: Span) => vscode.Range;

/** Ranges in a text, whether or not an editor holds it. */
export function rangesOf(core: Core, text: string): ToRange {
  const lines = core.lineIndex(text);
  const position = (offset: number) => {
    const { line, column } = lines.position(offset);
    return new vscode.Position(line - 1, column - 1);
  };
  return ({ start, end }) => new vscode.Range(position(start), position(end));
}

/** Ranges in a document that is open. */
export function rangesIn(document: vscode.TextDocument): ToRange {
  return ({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Edits of one text as VS Code applies them. */
export function editsOf(toRange: ToRange, edits: readonly TextEdit[]): vscode.TextEdit[] {
  return edits.map(({ span, newText }) => new vscode.TextEdit(toRange(span), newText));
}
