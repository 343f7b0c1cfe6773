import * as vscode from 'vscode';
import type { Finding, Related, Severity } from '../core/index.ts';
import { isServedByYaml } from './lane-documents.ts';
import type { Linted, Linter } from './linter.ts';
import { locationOf } from './locations.ts';
import { rangesOf } from './ranges.ts';
import type { Session } from './session.ts';

/** Where the problems view says that a problem comes from. */
export const SOURCE = 'lanekeeper';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  // Quieter than a warning, but listed among the problems; `Hint` would show three dots and nothing else.
  hint: vscode.DiagnosticSeverity.Information,
};

// What a schema says too, so that the YAML extension reports it where it serves the file.
const STRUCTURAL: ReadonlySet<string> = new Set([
  'broken-yaml',
  'unknown-key',
  'wrong-type',
  'unknown-version',
]);

/** Shows findings as problems and squiggles. */
export function registerDiagnostics(linter: Linter): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('lanekeeper');
  const listening = linter.onDidLint((uri) => {
    const linted = linter.last(uri);
    collection.set(uri, linted ? diagnosticsOf(linted) : undefined);
  });
  return vscode.Disposable.from(collection, listening);
}

function diagnosticsOf({ uri, session, text, findings }: Linted): vscode.Diagnostic[] {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  const isShared = document !== undefined && isServedByYaml(document);
  const toRange = rangesOf(session.core, text);
  return findings
    .filter(({ rule }) => !isShared || !STRUCTURAL.has(rule))
    .map((finding) => {
      const diagnostic = new vscode.Diagnostic(
        toRange(finding.span),
        finding.message,
        SEVERITIES[finding.severity],
      );
      diagnostic.source = SOURCE;
      diagnostic.code = { value: finding.rule, target: explanationOf(finding) };
      diagnostic.relatedInformation = finding.related.map((related) => informationOf(session, related));
      if (finding.rule === 'unused-suppression') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
      return diagnostic;
    });
}

function explanationOf({ rule }: Finding): vscode.Uri {
  return vscode.Uri.parse(`command:lanekeeper.explainRule?${encodeURIComponent(JSON.stringify([rule]))}`);
}

function informationOf(session: Session, related: Related): vscode.DiagnosticRelatedInformation {
  return new vscode.DiagnosticRelatedInformation(locationOf(session, related), related.message);
}
