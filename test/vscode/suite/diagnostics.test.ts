import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  at,
  cleanUp,
  eventually,
  lane,
  onlyProblems,
  open,
  problemOf,
  problems,
  rangeOf,
  type,
  write,
} from './workspace.ts';

describe('problems', () => {
  const path = 'lanes/support-day.lane.yaml';
  const other = 'lanes/other.lane.yaml';
  afterEach(() => cleanUp(path, other, 'lanekeeper.yaml', 'docs/new.md', 'lanes/renamed.lane.yaml'));

  it('a sound lane has none', async () => {
    const { uri } = await open(path, lane(['proof: unit', 'proof: none']));
    await problemOf('unknown-proof', uri);
    await type(await open(path), 'proof: none', 'proof: unit');
    await onlyProblems(uri);
  });

  it('come while somebody types, at the words they speak of, and go with them', async () => {
    const document = await open(path, lane());
    await type(document, 'within 1 s', 'within TBD');
    const { text, diagnostic } = await problemOf('undecided-marker', document.uri);
    assert.equal(text, 'TBD');
    assert.deepEqual(diagnostic.range, rangeOf(document, 'TBD'));
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    assert.match(diagnostic.message, /"TBD"/);
    await type(document, 'TBD', '1 s');
    await onlyProblems(document.uri);
  });

  it('show hints more quietly than warnings', async () => {
    const { uri } = await open(path, lane(['within 1 s.', 'within 1 s?']));
    const { diagnostic } = await problemOf('question-in-brief', uri);
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Information);
  });

  it('lead to the other lane', async () => {
    await write(other, lane());
    const { uri } = await open(path, lane());
    const { diagnostic } = await problemOf('decision-free-twice', uri);
    const [related] = diagnostic.relatedInformation ?? [];
    assert.equal(related?.location.uri.toString(), at(other).toString());
  });

  it('change in one lane while another is edited', async () => {
    const { uri } = await open(path, lane());
    await onlyProblems(uri);
    const second = await open(
      other,
      lane(
        ['free: [place of the day on the support page]', 'reserved: [a new column]'],
        ['docs/support/**', 'src/refunds/**'],
      ),
    );
    await type(second, 'src/refunds/**', 'docs/support/**');
    await problemOf('shared-write', uri);
    await type(second, 'docs/support/**', 'src/refunds/**');
    await onlyProblems(uri);
  });

  it('dim a suppression that nothing needs', async () => {
    const comment = '# lanekeeper-disable-next-line no-stop -- the work is tiny\n';
    const { uri } = await open(path, lane(['limits:', `${comment}limits:`]));
    const { diagnostic } = await problemOf('unused-suppression', uri);
    assert.deepEqual(diagnostic.tags, [vscode.DiagnosticTag.Unnecessary]);
  });

  it('stand right in files with CRLF and a byte order mark', async () => {
    const text = lane(['within 1 s', 'within TBD']).replaceAll('\n', '\r\n');
    const document = await open(path, `\uFEFF${text}`);
    const { diagnostic } = await problemOf('undecided-marker', document.uri);
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    assert.equal(document.getText(diagnostic.range), 'TBD');
  });

  it('go with a file that is deleted while it is open', async () => {
    const { uri } = await open(path, lane(['proof: unit', 'proof: none']));
    await problemOf('unknown-proof', uri);
    await vscode.workspace.fs.delete(uri);
    await eventually(
      () => problems(uri).length,
      (count) => count === 0,
    );
  });

  it('move with a file that is renamed while it is open', async () => {
    const { uri } = await open(path, lane(['proof: unit', 'proof: none']));
    await problemOf('unknown-proof', uri);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, at('lanes/renamed.lane.yaml'));
    await vscode.workspace.applyEdit(edit);
    await problemOf('unknown-proof', at('lanes/renamed.lane.yaml'));
    await eventually(
      () => problems(uri).length,
      (count) => count === 0,
    );
  });

  it('come and go with files that the lane names', async () => {
    const { uri } = await open(path, lane(['- lanes/context/payments.md', '- docs/new.md']));
    await problemOf('missing-file', uri);
    const watcher = vscode.workspace.createFileSystemWatcher('**/docs/new.md');
    const created = new Promise((resolve) => watcher.onDidCreate(resolve));
    await write('docs/new.md', '# New\n');
    // A file that goes before VS Code has told that it came is never told of.
    await created;
    await onlyProblems(uri);
    await vscode.workspace.fs.delete(at('docs/new.md'));
    await problemOf('missing-file', uri);
    watcher.dispose();
  });

  it('of files never opened come only on request', async () => {
    const settings = vscode.workspace.getConfiguration('lanekeeper');
    await write(other, lane(['proof: unit', 'proof: none'], ['title:', 'titel:']));
    await open(path, lane(['proof: unit', 'proof: nothing']));
    await problemOf('unknown-proof', at(path));
    assert.deepEqual(problems(at(other)), []);
    await settings.update('problems', 'workspace', vscode.ConfigurationTarget.Workspace);
    try {
      await problemOf('unknown-proof', at(other));
    } finally {
      await settings.update('problems', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually(
      () => problems(at(other)).length,
      (count) => count === 0,
    );
  });

  it('follow the settings of the workspace folder, saved or not', async () => {
    const { uri } = await open(path, lane(['within 1 s', 'within TBD']));
    await problemOf('undecided-marker', uri);
    const settings = await open('lanekeeper.yaml', '');
    await type(settings, '', 'rules: { undecided-marker: warning }');
    await eventually(
      () => problems(uri)[0]?.diagnostic.severity,
      (seen) => seen === vscode.DiagnosticSeverity.Warning,
    );
  });

  it('a broken lanekeeper.yaml is said once, and lanes are linted with the defaults', async () => {
    await write('lanekeeper.yaml', 'rules: none\n');
    const { uri } = await open(path, lane(['within 1 s', 'within TBD']));
    await problemOf('undecided-marker', uri);
    await onlyProblems(at('lanekeeper.yaml'), 'wrong-type');
  });

  it('of a lane outside every folder are those of the lane alone', async () => {
    const content = lane(['within 1 s', 'within TBD'], ['- lanes/context/payments.md', '- docs/nowhere.md']);
    const document = await vscode.workspace.openTextDocument({ language: 'lane', content });
    await vscode.window.showTextDocument(document);
    await onlyProblems(document.uri, 'undecided-marker');
  });
});
