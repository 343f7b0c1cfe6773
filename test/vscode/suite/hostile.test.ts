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
  write,
} from './workspace.ts';

describe('hostile and broken files in an editor', () => {
  const path = 'lanes/hostile.lane.yaml';
  const sound = 'lanes/support-day.lane.yaml';
  afterEach(() => cleanUp(path, sound, 'lanes/Hostile.lane.yml', 'lanes/folder.lane.yaml'));

  const layer = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`;
  const bomb = [
    'lane: 1',
    'a: &a [x]',
    ...[...'bcdefghi'].map((name, index) => layer(name, 'abcdefgh'.charAt(index))),
  ];

  const cases: readonly (readonly [name: string, content: string | Uint8Array, rule: string])[] = [
    ['an empty file', '', 'unknown-version'],
    ['an alias bomb', `${bomb.join('\n')}\n`, 'plain-yaml'],
    ['a merge key', lane(['owner:', '<<: { title: x }\nowner:']), 'plain-yaml'],
    ['more than 256 KiB', lane(['within 1 s', 'x'.repeat(300_000)]), 'oversized-lane'],
    ['5 MB', `lane: 1\n# ${'x'.repeat(5_000_000)}\n`, 'oversized-lane'],
    [
      '10,000 checks',
      `lane: 1\nchecks:\n${Array.from({ length: 10_000 }, (_, i) => `  c${i}: npm test`).join('\n')}\n`,
      'oversized-lane',
    ],
    ['deep nesting', `lane: 1\ntitle: ${'['.repeat(200)}${']'.repeat(200)}\n`, 'oversized-lane'],
    ['tabs', 'lane: 1\nbrief:\n\toutcome: x\n', 'broken-yaml'],
    ['a key twice', 'lane: 1\ntitle: a\ntitle: b\n', 'broken-yaml'],
    ['another version', 'lane: 2\nbrief: {}\n', 'unknown-version'],
    ['hidden characters', lane(['title: Support', 'title: Sup\u202eport']), 'hidden-character'],
    [
      'text that is not UTF-8',
      new Uint8Array([...new TextEncoder().encode('lane: 1\ntitle: '), 0xe9, 0xff, 0x0a]),
      'broken-yaml',
    ],
    ['a path that leaves the workspace', lane(['docs/support/**', '../../etc/**']), 'path-outside-workspace'],
    ['ids such as __proto__', lane(['proof: unit', 'proof: __proto__']), 'unknown-proof'],
  ];

  for (const [name, content, rule] of cases) {
    it(`${name}: one clear finding inside the file, and other lanes are linted`, async () => {
      const document = await open(path, content);
      const { diagnostic } = await problemOf(rule, document.uri);
      assert.ok(
        document.validateRange(diagnostic.range).isEqual(diagnostic.range),
        'the range lies outside the file',
      );
      const other = await open(sound, lane(['proof: unit', 'proof: nothing']));
      await problemOf('unknown-proof', other.uri);
    });
  }

  it('two files with one id say so at each', async () => {
    await write('lanes/Hostile.lane.yml', lane(['docs/support/**', 'src/refunds/**']));
    const { uri } = await open(path, lane());
    await problemOf('duplicate-id', uri);
  });

  it('a folder that is named like a lane is left alone', async () => {
    await vscode.workspace.fs.createDirectory(at('lanes/folder.lane.yaml'));
    const { uri } = await open(sound, lane());
    await onlyProblems(uri);
  });

  it('every text on the way to a lane is survived', async () => {
    const text = lane();
    const document = await open(path, '');
    for (let end = 0; end <= text.length; end += 40) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().length), text.slice(end, end + 40));
      await vscode.workspace.applyEdit(edit);
      await vscode.commands.executeCommand(
        'vscode.executeCompletionItemProvider',
        document.uri,
        document.positionAt(end),
      );
    }
    await eventually(
      () => problems(document.uri).length,
      (count) => count === 0,
    );
  });
});
