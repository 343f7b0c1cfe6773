import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEAS } from '../src/catalogue/teas.ts';

for (const { name, description } of TEAS) {
  test(`${name}: 60 to 110 characters, with temperature and time, without shouting`, () => {
    assert.ok(description.length >= 60 && description.length <= 110, `${description.length} characters`);
    assert.match(description, /Brew at \d{2,3} °C for \d+ (?:seconds|minutes)\.$/);
    assert.doesNotMatch(description, /!/);
  });
}
