import * as vscode from 'vscode';
import type { Finding, Move } from '../core/index.ts';
import type { Core } from './core.ts';
import { isLane, LANES } from './lane-documents.ts';
import type { Linter } from './linter.ts';

/** The moves in so few letters that all of them fit on one line. */
const SHORT: Readonly<Record<Move, string>> = {
  1: 'lanes',
  2: 'context',
  3: 'done',
  4: 'checks',
  5: 'intent',
  file: 'file',
};

/** Says in the language status what was found in the lane in front, move by move. */
export function registerStatus(linter: Linter): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('lanekeeper.findings', LANES);
  item.name = 'Lanekeeper';
  item.command = { command: 'workbench.actions.view.problems', title: 'Show Problems' };
  const show = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || vscode.languages.match(LANES, document) === 0) return;
    const linted = linter.last(document.uri);
    item.busy = !linted && isLane(document);
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.text = item.busy ? 'Reading the lanes' : 'Not linted here';
    item.detail = '';
    if (linted) Object.assign(item, describe(linted.findings, linted.session.core));
  };
  show();
  return vscode.Disposable.from(
    item,
    linter.onDidLint(show),
    vscode.window.onDidChangeActiveTextEditor(show),
  );
}

function describe(
  findings: readonly Finding[],
  { MOVES }: Core,
): Pick<vscode.LanguageStatusItem, 'text' | 'detail' | 'severity'> {
  const toLookAt = findings.filter(({ severity }) => severity !== 'hint');
  const counts = MOVES.map((move) => ({
    name: SHORT[move],
    count: toLookAt.filter((finding) => finding.move === move).length,
  }));
  const found = counts.filter(({ count }) => count > 0).map(({ name, count }) => `${name} ${count}`);
  const rest = counts.filter(({ count }) => count === 0).map(({ name }) => name);
  const nothing = found.length > 0 && rest.length > 0 ? [`nothing found: ${rest.join(', ')}`] : [];
  return {
    text: toLookAt.length > 0 ? `${toLookAt.length} to look at` : 'Nothing found',
    detail: [...(found.length > 0 ? [found.join(', ')] : []), ...nothing].join(' · '),
    severity: worst(toLookAt),
  };
}

function worst(findings: readonly Finding[]): vscode.LanguageStatusSeverity {
  const levels = vscode.LanguageStatusSeverity;
  if (findings.some(({ severity }) => severity === 'error')) return levels.Error;
  return findings.length > 0 ? levels.Warning : levels.Information;
}
