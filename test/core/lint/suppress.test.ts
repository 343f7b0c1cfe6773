import assert from 'node:assert/strict';
import {
  applyEdits,
  createBoard,
  createFileIndex,
  DEFAULT_SETTINGS,
  type Finding,
  lintLane,
  readLaneFile,
  safeFixes,
  suppress,
} from '../../../src/core/index.ts';

const LANE = `lane: 1
title: Support sees the day a refund arrives TBD
brief:
  outcome: |
    The page shows the day.

    Its place is TBD.
  why: >-   # counted in October
    40 tickets
    a week, or TBD
done:
  - says: The page shows "3 December"
    look: TBD
`;

describe('suppressing a finding', () => {
  const findings = marked(LANE);

  it('is offered for each undecided word of the lane', () => {
    assert.equal(findings.length >= 3, true);
  });

  for (const [index, { span }] of findings.entries()) {
    it(`silences it and nothing else: "TBD" at ${span.start}`, () => {
      const [file, finding] = [readLaneFile('lanes/a.lane.yaml', LANE), findings[index]];
      const suppression = finding && suppress(file, finding);
      assert.ok(suppression);
      const { at, before, after } = suppression;
      const text = applyEdits(LANE, [{ span: { start: at, end: at }, newText: `${before}because${after}` }]);
      assert.equal(marked(text).length, findings.length - 1);
      assert.equal(rulesIn(text).includes('unused-suppression'), false);
      assert.equal(text.split('\n').length, LANE.split('\n').length + 1);
    });
  }

  it('adds the rule to a suppression that is there', () => {
    const text = LANE.replace('title:', '# lanekeeper-disable-next-line no-stop -- tiny\ntitle:');
    const [finding] = marked(text);
    assert.ok(finding);
    const suppression = suppress(readLaneFile('lanes/a.lane.yaml', text), finding);
    assert.deepEqual(suppression, { at: text.indexOf(' -- tiny'), before: ', undecided-marker', after: '' });
  });

  it('is not offered for what is wrong with the file itself', () => {
    const file = readLaneFile('lanes/a.lane.yaml', 'lane: 1\nchekcs: {}\n');
    const [finding] = lint(file.text).filter(({ rule }) => rule === 'unknown-key');
    assert.equal(finding && suppress(file, finding), undefined);
  });
});

describe('the safe fixes of a lane', () => {
  it('are one for each finding, and none touches another', () => {
    const fixes = safeFixes(lint('lane: 1\nchekcs: {}\nlimtis: {}\n'));
    assert.deepEqual(
      fixes.map(({ finding }) => finding.rule),
      ['unknown-key', 'unknown-key'],
    );
    const [first] = fixes;
    assert.equal(safeFixes(first ? [first.finding, first.finding] : []).length, 1);
  });
});

function lint(text: string): Finding[] {
  const file = readLaneFile('lanes/a.lane.yaml', text);
  const files = createFileIndex([file.path]);
  const commands = { npmScripts: new Map(), npmNames: new Map(), makeTargets: new Map() };
  return lintLane(file, createBoard({ settings: DEFAULT_SETTINGS, files, commands, lanes: [file] }));
}

function marked(text: string): Finding[] {
  return lint(text).filter(({ rule }) => rule === 'undecided-marker');
}

function rulesIn(text: string): string[] {
  return lint(text).map(({ rule }) => rule);
}
