import assert from 'node:assert/strict';
import { lintLane } from '../../../src/core/lint/lint.ts';
import type { FileContent } from '../../../src/core/workspace/files.ts';
import { listFiles } from '../../../src/core/workspace/list-files.ts';
import { loadWorkspace } from '../../../src/core/workspace/load-workspace.ts';
import { memoryFiles } from './memory-files.ts';

const LANE = 'lane: 1\ntitle: A\n';

describe('listFiles', () => {
  it('lists what git would see', async () => {
    const files = memoryFiles({
      '.gitignore': 'dist/\n*.log\n!keep.log\n',
      'dist/a.js': '',
      'b.log': '',
      'keep.log': '',
      'src/.gitignore': 'secret*\n!b.log\n',
      'src/secret.ts': '',
      'src/b.log': '',
      'src/c.ts': '',
      '.git/config': '',
      'node_modules/x/index.js': '',
      '.github/workflows/ci.yml': '',
    });
    assert.deepEqual([...(await listFiles(files)).paths].sort(), [
      '.github/workflows/ci.yml',
      '.gitignore',
      'keep.log',
      'src/.gitignore',
      'src/b.log',
      'src/c.ts',
    ]);
  });

  it('ends in an endless tree, and says so', async () => {
    const endless = {
      list: async () => [
        { name: 'a', kind: 'folder' as const },
        { name: 'b', kind: 'file' as const },
      ],
      read: async (): Promise<FileContent> => ({ kind: 'missing' }),
    };
    const { paths, isCut } = await listFiles(endless, 1_000);
    assert.equal(paths.length, 500);
    assert.equal(isCut, true);
  });
});

describe('loadWorkspace', () => {
  it('loads lanes, settings, reviews and commands', async () => {
    const { board, settingsFile, reviews } = await loadWorkspace(
      memoryFiles({
        'lanekeeper.yaml': 'include: [lanes/**]\n',
        'lanes/a.lane.yaml': LANE,
        'lanes/a.reviews.yaml':
          'reviews: 1\noutcome:\n  - { verdict: accepted, by: Bea <b@example.com>, at: 2026-11-22T15:05:00Z }\n',
        'lanes/sub/b.lane.yml': LANE,
        'elsewhere/c.lane.yaml': LANE,
        'package.json': '{ "scripts": { "test": "mocha" } }',
        'api/Makefile': 'check:\n\ttrue\n',
      }),
    );
    assert.deepEqual([...board.lanes.keys()], ['lanes/a.lane.yaml', 'lanes/sub/b.lane.yml']);
    assert.deepEqual(board.settings.include, ['lanes/**']);
    assert.deepEqual(settingsFile?.problems, []);
    assert.equal(board.hasEnded('a'), true);
    assert.equal(reviews.get('lanes/a.lane.yaml')?.outcome[0]?.verdict.value, 'accepted');
    assert.deepEqual(board.commands.npmScripts.get(''), ['test']);
    assert.deepEqual(board.commands.makeTargets.get('api'), ['check']);
  });

  it('lints with the defaults beside a broken settings file', async () => {
    const { board, settingsFile } = await loadWorkspace(
      memoryFiles({ 'lanekeeper.yaml': 'rules: [', 'a.lane.yaml': LANE }),
    );
    assert.equal(settingsFile?.problems.length, 1);
    assert.equal(board.lanes.size, 1);
  });

  it('leaves out the lanes of a folder with settings of its own', async () => {
    const { board } = await loadWorkspace(
      memoryFiles({
        'a.lane.yaml': LANE,
        'examples/shop/lanekeeper.yaml': '',
        'examples/shop/lanes/b.lane.yaml': LANE,
      }),
    );
    assert.deepEqual([...board.lanes.keys()], ['a.lane.yaml']);
  });

  it('lets unsaved text count', async () => {
    const { board } = await loadWorkspace(memoryFiles({ 'a.lane.yaml': LANE }), {
      unsaved: new Map([['a.lane.yaml', 'lane: 1\ntitle: B\n']]),
    });
    assert.equal(board.lanes.get('a.lane.yaml')?.lane?.title?.value, 'B');
  });

  const unreadable: [
    name: string,
    content: string | Uint8Array | FileContent,
    rule: string,
    words: RegExp,
  ][] = [
    ['is binary', Uint8Array.of(108, 0, 1), 'broken-yaml', /binary/],
    ['is not UTF-8', Uint8Array.of(0x6c, 0xff, 0x61), 'broken-yaml', /not UTF-8/],
    ['is UTF-16', Uint8Array.of(0xff, 0xfe, 0x6c, 0), 'broken-yaml', /UTF-16/],
    ['has 5 MB', 'a'.repeat(5_000_000), 'oversized-lane', /256 KiB/],
    [
      'may not be read',
      { kind: 'unreadable', reason: 'permission denied' },
      'broken-yaml',
      /permission denied/,
    ],
    ['is empty', '', 'unknown-version', /empty/],
  ];
  for (const [name, content, rule, words] of unreadable) {
    it(`keeps a lane that ${name} on the board, with one finding`, async () => {
      const { board } = await loadWorkspace(memoryFiles({ 'a.lane.yaml': content, 'b.lane.yaml': LANE }));
      const file = board.lanes.get('a.lane.yaml');
      assert.ok(file && board.lanes.has('b.lane.yaml'));
      const findings = lintLane(file, board);
      assert.deepEqual(
        findings.map((finding) => finding.rule),
        [rule],
      );
      assert.match(findings[0]?.message ?? '', words);
    });
  }
});
