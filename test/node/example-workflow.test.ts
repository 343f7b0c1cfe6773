import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { load } from 'js-yaml';

const PATH = 'examples/github/lanekeeper-checks.yml';
const TEXT = readFileSync(PATH, 'utf8');

async function errorsIn(content: string): Promise<readonly string[]> {
  const { context, value } = parseWorkflow({ name: PATH, content }, new NoOperationTraceWriter());
  assert.ok(value);
  const template = await convertWorkflowTemplate(context, value);
  return [
    ...context.errors.getErrors().map(({ message }) => message),
    ...(template.errors ?? []).map(({ Message }) => Message),
  ];
}

describe('the example workflow', () => {
  it('is sound to the parser of GitHub, which finds a mistake in a broken one', async () => {
    assert.deepEqual(await errorsIn(TEXT), []);
    assert.notDeepEqual(await errorsIn(TEXT.replace('needs: plan', 'needs: plam')), []);
    assert.notDeepEqual(await errorsIn(TEXT.replace('runs-on:', 'run-on:')), []);
  });

  it('puts nothing that comes from a repository into a line for the shell', () => {
    const { jobs } = load(TEXT) as { jobs: Record<string, { steps: readonly { run?: string }[] }> };
    const lines = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    assert.equal(lines.length, 6);
    for (const line of lines) assert.doesNotMatch(line, /\$\{\{/);
  });
});
