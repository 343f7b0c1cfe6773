// What the tests do in the workspace that VS Code has open, and how they wait for what they expect.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The opened folder; a copy, so that tests may change it. */
function root(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

/** A file of the opened folder. */
export function at(path: string): vscode.Uri {
  return vscode.Uri.joinPath(root(), path);
}

/** Writes a file to the disk, past the editor. */
export async function write(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(at(path), bytes);
  return at(path);
}

/** Writes a file and opens it in an editor. */
export async function open(path: string, content?: string | Uint8Array): Promise<vscode.TextDocument> {
  if (content !== undefined) await write(path, content);
  const document = await vscode.workspace.openTextDocument(at(path));
  await vscode.window.showTextDocument(document, { preview: false });
  // VS Code may still have the document of an earlier test in memory.
  const text = typeof content === 'string' ? content.replace(/^\uFEFF/, '') : undefined;
  if (text !== undefined)
    await eventually(
      () => document.getText(),
      (shown) => shown === text,
    );
  return document;
}

/** Closes all editors and deletes files, so that no test sees what another left. */
export async function cleanUp(...paths: readonly string[]): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const path of paths) {
    await vscode.workspace.fs.delete(at(path), { recursive: true }).then(undefined, () => {});
  }
}

/** Waits until a question has an answer that will do, and returns it; fails with what was seen last. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  isRight: (answer: NonNullable<T>) => boolean,
): Promise<NonNullable<T>> {
  const until = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && isRight(answer)) return answer;
    if (Date.now() > until) assert.fail(`not seen within 10 s; last seen: ${describe(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** The findings that an editor shows for a file, by the id of their rule. */
export function problems(uri: vscode.Uri): { rule: string; text: string; diagnostic: vscode.Diagnostic }[] {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'lanekeeper')
    .map((diagnostic) => ({
      rule: typeof diagnostic.code === 'object' ? String(diagnostic.code.value) : '',
      text: document?.getText(diagnostic.range) ?? '',
      diagnostic,
    }));
}

/** Waits until a file has a problem of a rule, and returns it. */
export async function problemOf(
  rule: string,
  uri: vscode.Uri,
): Promise<{ text: string; diagnostic: vscode.Diagnostic }> {
  const found = await eventually(
    () => problems(uri),
    (all) => all.some((one) => one.rule === rule),
  );
  return found.find((one) => one.rule === rule) ?? assert.fail();
}

/** Waits until a file has exactly the problems of these rules, in any order. */
export async function onlyProblems(uri: vscode.Uri, ...rules: readonly string[]): Promise<void> {
  const wanted = [...rules].sort().join(' ');
  await eventually(
    () =>
      problems(uri)
        .map(({ rule }) => rule)
        .sort()
        .join(' ') || 'none',
    (seen) => seen === (wanted || 'none'),
  );
}

/** Replaces the first occurrence of a text in a document, as typing does. */
export async function type(document: vscode.TextDocument, old: string, now: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, old), now);
  assert.ok(await vscode.workspace.applyEdit(edit), `"${old}" could not be replaced`);
}

/** Where a text first stands in a document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `"${text}" is not in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** A lane in which nothing is found, with some of its lines replaced. */
export function lane(...replaced: readonly (readonly [old: string, now: string])[]): string {
  return replaced.reduce((text, [old, now]) => {
    assert.ok(text.includes(old), `"${old}" is not in the lane`);
    return text.replace(old, () => now);
  }, SOUND);
}

const SOUND = `lane: 1
title: Support sees the day a refund arrives
owner: ana@example.com

brief:
  outcome: |
    The support page of a refund shows the day on which it will arrive, within 1 s.
  context:
    - lanes/context/payments.md
  good:
    - text: "Arrives on 3 December"

limits:
  write: [docs/support/**]
  decisions:
    free: [place of the day on the support page]
  stop-when: [the bank names no day]

done:
  - says: The refund 4711 of the sandbox shows "Arrives on 3 December"
    proof: unit

checks:
  unit: npm test
`;

function describe(seen: unknown): string {
  return typeof seen === 'string' ? seen : JSON.stringify(seen, undefined, 1);
}
