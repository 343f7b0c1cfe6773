import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, cleanUp, eventually, lane, open, problemOf, problems, rangeOf, write } from './workspace.ts';

describe('the language of lanes', () => {
  const path = 'lanes/support-day.lane.yaml';
  const events = 'lanes/refund-events.lane.yaml';
  const needs = [
    'done:',
    'needs:\n  - { lane: refund-events, contract: docs/support/page.md }\n\ndone:',
  ] as const;

  before(async () => {
    await write(
      events,
      lane(
        ['docs/support/**', 'src/refunds/**'],
        ['unit: npm test', 'unit: npm test\n  style: npm run lint'],
      ),
    );
    await write('lanes/refund-events.reviews.yaml', 'reviews: 1\nintent: []\n');
    const document = await open(path, lane(needs));
    // The new lanes are noticed a moment later.
    await eventually(
      () => hoverAt(document, 'refund-events'),
      (said) => said.includes('Support sees'),
    );
  });
  afterEach(() => cleanUp());
  after(() =>
    cleanUp(
      path,
      events,
      'lanes/refund-events.reviews.yaml',
      'lanes/events.lane.yaml',
      'lanes/events.reviews.yaml',
    ),
  );

  it('completes keys, checks, lanes, scripts and paths', async () => {
    const document = await open(
      path,
      lane(needs, ['proof: unit', 'proof: '], ['unit: npm test', 'unit: npm run ']),
    );
    assert.ok((await completionsAfter(document, 'proof: ')).includes('unit'));
    assert.ok((await completionsAfter(document, 'lane: ref')).includes('refund-events'));
    assert.ok(
      (await completionsAfter(document, 'contract: docs/')).some((label) => label.startsWith('docs/')),
    );
    assert.ok((await completionsAfter(document, 'npm run ')).some((label) => label.includes('lint')));
    assert.ok((await completionsAfter(document, 'owner: ana@example.com\n')).includes('kind'));
  });

  it('explains keys and names on hover', async () => {
    const document = await open(path, lane(needs));
    assert.match(await hoverAt(document, 'outcome'), /What changes for somebody/);
    assert.match(await hoverAt(document, 'refund-events'), /Support sees the day/);
    assert.equal(await hoverAt(document, 'The support page'), '');
  });

  it('goes to the definition of a lane, a check and a file', async () => {
    const document = await open(path, lane(needs));
    const targets = async (text: string) =>
      (await placesAt('vscode.executeDefinitionProvider', document, text)).map(nameOf);
    assert.deepEqual(await targets('refund-events'), ['lanes/refund-events.lane.yaml:0']);
    assert.deepEqual(await targets('docs/support/page.md'), ['docs/support/page.md:0']);
    const line = rangeOf(document, 'unit: npm test').start.line;
    assert.deepEqual(await targets('unit\n'), [`${path}:${line}`]);
  });

  it('finds all references of a lane', async () => {
    const document = await open(path, lane(needs));
    const places = await placesAt('vscode.executeReferenceProvider', document, 'refund-events');
    const line = rangeOf(document, 'refund-events').start.line;
    assert.deepEqual(places.map(nameOf).sort(), [`${events}:0`, `${path}:${line}`].sort());
  });

  it('renames a check everywhere in its lane', async () => {
    const document = await open(path, lane(needs));
    await rename(document, 'unit\n', 'day-shown');
    assert.match(document.getText(), /proof: day-shown\n[\s\S]*\n {2}day-shown: npm test/);
  });

  it('renames a lane with its reviews and all that need it', async () => {
    const document = await open(path, lane(needs));
    await rename(document, 'refund-events', 'events');
    assert.match(document.getText(), /lane: events,/);
    const names = await eventually(
      async () => (await vscode.workspace.fs.readDirectory(at('lanes'))).map(([name]) => name),
      (seen) => seen.includes('events.lane.yaml'),
    );
    assert.ok(names.includes('events.reviews.yaml'));
    assert.ok(!names.includes('refund-events.lane.yaml') && !names.includes('refund-events.reviews.yaml'));
  });

  it('says why something cannot be renamed', async () => {
    const document = await open(path, lane(needs));
    await assert.rejects(rename(document, 'The support page', 'x'), /Only the ids of lanes and checks/);
    await assert.rejects(rename(document, 'unit\n', 'limits'), /built into every lane/);
  });

  it('gives an outline', async () => {
    const { uri } = await open(path, lane(needs));
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    const names = symbols.map(({ name }) => name);
    assert.deepEqual(names, ['lane', 'title', 'owner', 'brief', 'limits', 'needs', 'done', 'checks']);
    assert.deepEqual(
      symbols.at(-1)?.children.map(({ name }) => name),
      ['unit'],
    );
  });

  it('links to the files that it names', async () => {
    const { uri } = await open(path, lane(needs));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      uri,
    );
    const targets = links.map(({ target }) => target?.path ?? '');
    assert.ok(targets.includes(at('lanes/context/payments.md').path), targets.join(' '));
    assert.ok(targets.includes(at('docs/support/page.md').path), targets.join(' '));
  });

  it('is there too where a user has mapped lanes back to YAML', async () => {
    const document = await open(path, lane(needs, ['within 1 s', 'within TBD']));
    const yaml = await vscode.languages.setTextDocumentLanguage(document, 'yaml');
    assert.equal(yaml.languageId, 'yaml');
    await problemOf('undecided-marker', yaml.uri);
    assert.match(await hoverAt(yaml, 'outcome'), /What changes for somebody/);
    assert.ok((await completionsAfter(yaml, 'lane: ')).length > 0);
    const plain = await vscode.languages.setTextDocumentLanguage(yaml, 'plaintext');
    await eventually(
      () => problems(plain.uri).length,
      (count) => count === 0,
    );
    await vscode.languages.setTextDocumentLanguage(plain, 'lane');
    await problemOf('undecided-marker', plain.uri);
  });

  it('comments, folds and indents as YAML does', async () => {
    const document = await open(path, lane(needs));
    const editor = await vscode.window.showTextDocument(document);
    assert.equal(editor.options.tabSize, 2);
    assert.equal(editor.options.insertSpaces, true);
    editor.selection = new vscode.Selection(1, 0, 1, 0);
    await vscode.commands.executeCommand('editor.action.commentLine');
    assert.match(document.lineAt(1).text, /^# title: /);
  });
});

async function completionsAfter(document: vscode.TextDocument, text: string): Promise<string[]> {
  const { end } = rangeOf(document, text);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    end,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const { start } = rangeOf(document, text);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    start,
  );
  return hovers
    .flatMap(({ contents }) =>
      contents.map((content) => (typeof content === 'string' ? content : content.value)),
    )
    .join('\n');
}

async function placesAt(
  command: string,
  document: vscode.TextDocument,
  text: string,
): Promise<vscode.Location[]> {
  return vscode.commands.executeCommand(command, document.uri, rangeOf(document, text).start.translate(0, 1));
}

function nameOf({ uri, range }: vscode.Location): string {
  return `${vscode.workspace.asRelativePath(uri, false)}:${range.start.line}`;
}

async function rename(document: vscode.TextDocument, text: string, name: string): Promise<void> {
  const position = rangeOf(document, text).start.translate(0, 1);
  await vscode.commands.executeCommand('vscode.prepareRename', document.uri, position);
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    position,
    name,
  );
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit could not be made');
}
