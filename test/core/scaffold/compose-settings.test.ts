import assert from 'node:assert/strict';
import { composeSettings } from '../../../src/core/scaffold/compose-settings.ts';
import { DEFAULT_SETTINGS, readSettings } from '../../../src/core/settings/read-settings.ts';

describe('composing settings', () => {
  it('changes nothing as long as all is a comment', () => {
    const { settings, problems } = readSettings(composeSettings());
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, DEFAULT_SETTINGS);
  });

  it('shows only settings that hold once their lines are no comments', () => {
    const lines = composeSettings().split('\n').slice(2);
    const active = lines.map((line) => (/^# (?:\s|[a-z-]+:)/.test(line) ? line.slice(2) : line)).join('\n');
    const { settings, problems } = readSettings(active);
    assert.deepEqual(problems, []);
    assert.equal(settings.rules['no-good'], 'off');
    assert.equal(settings.defaults.checks[0]?.run?.value, 'npm run lint');
  });
});
