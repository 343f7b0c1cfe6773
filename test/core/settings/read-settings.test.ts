import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS, readSettings } from '../../../src/core/settings/read-settings.ts';

describe('readSettings', () => {
  it('gives the defaults for an empty file and one of comments', () => {
    for (const text of ['', '# later\n'])
      assert.deepEqual(readSettings(text), { text, settings: DEFAULT_SETTINGS, problems: [] });
  });

  it('reads severities, options of rules and what every lane inherits', () => {
    const { settings, problems } = readSettings(`include: lanes/**/*.lane.yaml
defaults:
  limits: { never: [.github/**] }
  checks: { lint: { kind: lint, run: npm run lint } }
rules:
  quality-word: off
  private-link: error
private-hosts: [wiki.example.com]
widest-share: 0.3
policy: { approvers: [Bea, "*@example.com"], own-lanes: false, blocking: [error, warning], signed: true }
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(settings.include, ['lanes/**/*.lane.yaml']);
    assert.deepEqual(
      settings.defaults.never.map(({ value }) => value),
      ['.github/**'],
    );
    assert.deepEqual(
      settings.defaults.checks.map(({ id, kind }) => [id.value, kind]),
      [['lint', 'lint']],
    );
    assert.deepEqual({ ...settings.rules }, { 'quality-word': 'off', 'private-link': 'error' });
    assert.deepEqual(settings.policy, {
      approvers: ['Bea', '*@example.com'],
      ownLanes: false,
      blocking: ['error', 'warning'],
      signed: true,
    });
    assert.deepEqual([settings.privateHosts, settings.widestShare], [['wiki.example.com'], 0.3]);
  });

  const misread: [name: string, text: string, expected: string[]][] = [
    ['a rule that is not known', 'rules: { qualty-word: off }\n', ['unknown-key: qualty-word']],
    ['lanes outside the workspace', 'include: ["../**"]\n', ['path-outside-workspace: "../**"']],
    [
      'a path that no lane could write',
      'defaults: { limits: { never: [/y] } }\n',
      ['path-outside-workspace: /y'],
    ],
    ['a pattern that is too complex', 'include: ["**/*a*b*c*d*e"]\n', ['complex-pattern: "**/*a*b*c*d*e"']],
    ['an open bracket', 'rules: [', ['broken-yaml: ']],
  ];
  for (const [name, text, expected] of misread) {
    it(`says so of ${name}`, () =>
      assert.deepEqual(
        readSettings(text).problems.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`),
        expected,
      ));
  }

  it('proposes no opposite', () => {
    assert.deepEqual(
      readSettings('exclude: [lanes]\n').problems.map(({ remedies }) => remedies),
      [[]],
    );
  });

  const broken: [name: string, text: string, rule: string][] = [
    ['broken YAML', 'rules: [\n', 'broken-yaml'],
    ['a list', '- a\n', 'wrong-type'],
    ['an unknown key', 'rule: {}\n', 'unknown-key'],
    ['an unknown severity', 'rules: { quality-word: loud }\n', 'wrong-type'],
    ['an anchor', 'a: &a b\n', 'plain-yaml'],
  ];
  for (const [name, text, rule] of broken) {
    it(`keeps the defaults and says so once for ${name}`, () => {
      const { settings, problems } = readSettings(text);
      assert.deepEqual(
        problems.map((problem) => problem.rule),
        [rule],
      );
      assert.deepEqual({ ...settings, rules: { ...settings.rules } }, DEFAULT_SETTINGS);
    });
  }
});
