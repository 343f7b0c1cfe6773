import * as vscode from 'vscode';
import type { Finding, NewSuppression } from '../core/index.ts';
import { SOURCE } from './diagnostics.ts';
import { LANES } from './lane-documents.ts';
import type { Linted, Linter } from './linter.ts';
import { rangesIn } from './ranges.ts';
import { workspaceEdit } from './workspace-edits.ts';

const { QuickFix, SourceFixAll } = vscode.CodeActionKind;
const FIX_ALL = SourceFixAll.append('lanekeeper');
const PLACEHOLDER = 'why it does not matter here';

/** Offers the fixes of findings, their suppression and their explanation, and all safe fixes at once. */
export function registerCodeActions(linter: Linter): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { only, diagnostics }, token) {
      const linted = await linter.fresh(document);
      if (!linted || token.isCancellationRequested) return [];
      const toRange = rangesIn(document);
      const touched =
        only && !only.contains(QuickFix)
          ? []
          : linted.findings.filter(({ span }) => toRange(span).intersection(range));
      const all = only?.contains(FIX_ALL) ? [fixAll(linted)] : [];
      return [...touched.flatMap((finding) => actionsFor(finding, linted, document, diagnostics)), ...all];
    },
  };
  return vscode.languages.registerCodeActionsProvider(LANES, provider, {
    providedCodeActionKinds: [QuickFix, FIX_ALL],
  });
}

function actionsFor(
  finding: Finding,
  { session, path }: Linted,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const mended = diagnostics.filter((diagnostic) => isOf(diagnostic, finding));
  const action = (title: string, more: Partial<vscode.CodeAction>) =>
    Object.assign(new vscode.CodeAction(title, QuickFix), { diagnostics: mended }, more);
  const fixes = finding.fixes.map(({ title, safe, edits }, index) =>
    action(title, { isPreferred: safe && index === 0, edit: workspaceEdit(session, edits) }),
  );
  const file = session.board.lanes.get(path);
  const suppression = file && session.core.suppress(file, finding);
  const suppressions = suppression
    ? [
        action(`Suppress ${finding.rule} here, with a reason`, {
          edit: suppressionEdit(document, suppression),
        }),
      ]
    : [];
  const command = { command: 'lanekeeper.explainRule', title: 'Explain Rule', arguments: [finding.rule] };
  return [...fixes, ...suppressions, action(`Explain rule ${finding.rule}`, { command })];
}

function fixAll({ session, path, findings }: Linted): vscode.CodeAction {
  const action = new vscode.CodeAction('Make the safe fixes', FIX_ALL);
  const edits = session.core.safeFixes(findings).flatMap(({ fix }) => fix.edits);
  // More than one change of a file must reach VS Code as one.
  const own = edits.flatMap((edit) => (edit.kind === 'change' && edit.path === path ? edit.edits : []));
  action.edit = workspaceEdit(session, [{ kind: 'change', path, edits: own }]);
  return action;
}

function suppressionEdit(
  document: vscode.TextDocument,
  { at, before, after }: NewSuppression,
): vscode.WorkspaceEdit {
  const snippet = new vscode.SnippetString().appendText(before);
  if (after) snippet.appendPlaceholder(PLACEHOLDER).appendText(after);
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, [
    vscode.SnippetTextEdit.insert(rangesIn(document)({ start: at, end: at }).start, snippet),
  ]);
  return edit;
}

function isOf({ source, code }: vscode.Diagnostic, { rule }: Finding): boolean {
  return source === SOURCE && typeof code === 'object' && code.value === rule;
}
