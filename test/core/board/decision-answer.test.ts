import assert from 'node:assert/strict';
import { answersAgree, answerText } from '../../../src/core/board/decision-answer.ts';

describe('two answers to a decision', () => {
  for (const [a, b, agree] of [
    ['Postmark', 'postmark.', true],
    ['Postmark', 'Postmark (docs/adr/0012.md)', true],
    ['ISO 8601', 'ISO  8601, in UTC', true],
    ['ISO 8601 - see the ADR', '"ISO 8601"', true],
    ['Postmark', 'Sendgrid', false],
    ['UTC', 'UTC+1', false],
    ['JSON', 'JSON or YAML', false],
    ['20', '20 000', false],
    ['yes', 'no', false],
    ['A before B', 'B before A', false],
  ] as const) {
    it(`"${a}" and "${b}" ${agree ? 'agree' : 'differ'}`, () => {
      assert.equal(answersAgree(answerText(a), answerText(b)), agree);
    });
  }
});
