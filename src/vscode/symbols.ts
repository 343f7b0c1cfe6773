import * as vscode from 'vscode';
import type { LaneSymbol } from '../core/index.ts';
import { LANES } from './lane-documents.ts';
import { rangesIn, type ToRange } from './ranges.ts';
import type { Sessions } from './sessions.ts';

const { SymbolKind } = vscode;
const KINDS: Readonly<Record<LaneSymbol['kind'], vscode.SymbolKind>> = {
  section: SymbolKind.Module,
  field: SymbolKind.Field,
  decision: SymbolKind.Constant,
  need: SymbolKind.Interface,
  criterion: SymbolKind.Boolean,
  check: SymbolKind.Event,
};

/** Gives lanes an outline. */
export function registerSymbols(sessions: Sessions): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(LANES, {
    async provideDocumentSymbols(document, token) {
      const session = await sessions.of(document);
      const file = await session.read(document);
      if (!file || token.isCancellationRequested) return [];
      const toRange = rangesIn(document);
      return session.core.symbols(file).map((symbol) => toSymbol(symbol, toRange));
    },
  });
}

function toSymbol(
  { name, detail, kind, span, selection, children }: LaneSymbol,
  toRange: ToRange,
): vscode.DocumentSymbol {
  const symbol = new vscode.DocumentSymbol(name, detail, KINDS[kind], toRange(span), toRange(selection));
  symbol.children = children.map((child) => toSymbol(child, toRange));
  return symbol;
}
