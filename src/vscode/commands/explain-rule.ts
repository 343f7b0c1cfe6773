import * as vscode from 'vscode';
import type { Rule } from '../../core/index.ts';
import { type Core, loadCore } from '../core.ts';
import type { Linter } from '../linter.ts';
import { rangesIn } from '../ranges.ts';

const SCHEME = 'lanekeeper-rule';

/** *Explain Rule*: the page of the rule asked for, else of the finding at the cursor, else of one from a list. */
export function registerExplainRule(linter: Linter): vscode.Disposable {
  const explain = async (asked?: unknown) => {
    const core = await loadCore();
    const id = typeof asked === 'string' ? asked : ((await ruleAtCursor(linter)) ?? (await pickRule(core)));
    if (id === undefined) return;
    const page = vscode.Uri.from({ scheme: SCHEME, path: `/${id}.md` });
    await vscode.commands.executeCommand('markdown.showPreview', page);
  };
  const pages: vscode.TextDocumentContentProvider = {
    async provideTextDocumentContent({ path }) {
      const core = await loadCore();
      const rule = core.RULES.find(({ id }) => path === `/${id}.md`);
      return rule ? core.rulePage(rule) : `There is no rule at "${path}".`;
    },
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, pages),
    vscode.commands.registerCommand('lanekeeper.explainRule', explain),
  );
}

async function ruleAtCursor(linter: Linter): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const linted = editor && linter.last(editor.document.uri);
  if (!editor || !linted) return undefined;
  const toRange = rangesIn(editor.document);
  return linted.findings.find(({ span }) => toRange(span).contains(editor.selection.active))?.rule;
}

async function pickRule({ RULES, MOVES, MOVE_NAMES }: Core): Promise<string | undefined> {
  const items = MOVES.flatMap((move): vscode.QuickPickItem[] => [
    { label: MOVE_NAMES[move], kind: vscode.QuickPickItemKind.Separator },
    ...RULES.filter((rule) => rule.move === move).map(toItem),
  ]);
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Explain Rule',
    placeHolder: 'Which rule?',
    matchOnDetail: true,
  });
  return picked?.label;
}

function toItem({ id, severity, summary }: Rule): vscode.QuickPickItem {
  return { label: id, description: severity, detail: summary };
}
