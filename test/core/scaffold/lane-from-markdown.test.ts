import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createFileIndex } from '../../../src/core/glob/file-index.ts';
import { readLaneFile } from '../../../src/core/lane/read-lane.ts';
import {
  type DescriptionSource,
  laneFromMarkdown,
} from '../../../src/core/scaffold/from-markdown/lane-from-markdown.ts';

function drafted(markdown: string, source: Partial<DescriptionSource> = {}) {
  const draft = laneFromMarkdown(markdown, { fileName: 'description.md', ...source });
  const file = readLaneFile(`lanes/${draft.id}.lane.yaml`, draft.text);
  assert.deepEqual(
    file.problems.map(({ message }) => message),
    [],
  );
  assert.ok(file.lane);
  return { ...draft, lane: file.lane };
}

const values = (texts: readonly { readonly value: string }[]) => texts.map(({ value }) => value);

const TASK = `---
id: TASK-12
title: 'Export: one file for each month'
status: To Do
labels: [bug]
dependencies: [task-7]
---

## Description

<!-- SECTION:DESCRIPTION:BEGIN -->
The bookkeeper has one file for each month. Update \`src/export/month.ts\`; the format is in docs/export.md.
<!-- SECTION:DESCRIPTION:END -->

## Acceptance Criteria
<!-- AC:BEGIN -->
- [ ] #1 The file of October has 31 rows
- [x] #2 npm run check passes
<!-- AC:END -->

## Implementation Notes

Semicolons, because the program wants them.
`;

describe('a task file with front matter', () => {
  const { id, lane, notes, text } = drafted(TASK);

  it('gives title, kind, outcome and criteria', () => {
    assert.equal(id, 'export-one-file-month');
    assert.equal(lane.title?.value, 'Export: one file for each month');
    assert.equal(lane.kind?.value, 'bug');
    assert.match(lane.brief.outcome?.value ?? '', /^The bookkeeper has one file for each month\. Update/);
    assert.deepEqual(
      lane.done.map(({ says }) => says.value),
      ['The file of October has 31 rows', 'npm run check passes'],
    );
  });

  it('makes a check of a command that must pass, and proof of it', () => {
    assert.deepEqual(
      lane.checks.map((check) => [check.id.value, check.run?.value]),
      [['check', 'npm run check']],
    );
    assert.deepEqual(values(lane.done[1]?.proof ?? []), ['check']);
  });

  it('writes to what is to be updated, not to what is to be read', () => {
    assert.deepEqual(values(lane.limits.write), ['src/export/month.ts']);
  });

  it('keeps the notes as context and says what has no place', () => {
    assert.match(text, /Semicolons, because the program wants them\./);
    assert.ok(
      notes.some((note) => note.includes('status: To Do')),
      notes.join('\n'),
    );
    assert.ok(
      notes.some((note) => note.includes('"task-7"')),
      notes.join('\n'),
    );
    assert.ok(
      notes.some((note) => note.startsWith('1 of 2 checkboxes')),
      notes.join('\n'),
    );
  });
});

describe('a proposal', () => {
  const proposal = `## Why
Nobody finds the button.

## What Changes
- The button stands above the list
- The list no longer jumps

## Impact
- Affected specs: \`specs/list\`
- Affected code: \`src/list.ts\`, \`src/button\`
- Out of reach: do not touch \`src/legacy/\`
`;

  it('is named after its folder', () => {
    assert.equal(
      drafted(proposal, { fileName: 'changes/2026-11-02-show-the-button/proposal.md' }).id,
      'show-button',
    );
  });

  it('gives why, outcome and limits', () => {
    const { lane } = drafted(proposal);
    assert.equal(lane.brief.why?.value, 'Nobody finds the button.');
    assert.match(lane.brief.outcome?.value ?? '', /^- The button stands above/);
    assert.deepEqual(values(lane.limits.write), ['src/list.ts', 'src/button/**']);
    assert.deepEqual(values(lane.limits.never), ['src/legacy/**']);
  });

  it('takes only paths that this workspace can have, and names the others', () => {
    const files = createFileIndex(['src/list.ts']);
    const { lane, notes } = drafted('## Impact\n- Affected code: `src/list.ts`, `lib/x.ts`, `NEWS.md`', {
      files,
    });
    assert.deepEqual(values(lane.limits.write), ['src/list.ts', 'NEWS.md']);
    assert.ok(
      notes.some((note) => note.endsWith('"limits": lib/x.ts.')),
      notes.join('\n'),
    );
  });
});

describe('a specification', () => {
  it('gives one criterion for each scenario', () => {
    const { lane, id } = drafted(`## ADDED Requirements
### Requirement: Local dates
The report SHALL use local dates.

#### Scenario: After midnight
- **GIVEN** a clock in \`Asia/Tokyo\`
- **WHEN** a report is made
- **THEN** it has the date of Tokyo
- **AND** no time
`);
    assert.equal(id, 'local-dates');
    assert.deepEqual(
      lane.done.map(({ says }) => says.value.replace(/\s+/g, ' ').trim()),
      [
        'After midnight: given a clock in `Asia/Tokyo`, when a report is made, then it has the date of Tokyo, and no time',
      ],
    );
    assert.match(lane.brief.outcome?.value ?? '', /The report SHALL use local dates\./);
  });
});

describe('an issue', () => {
  it('takes its first line as the title and a lone sentence as the outcome', () => {
    const { lane } = drafted('Greeting in README\n\nAdd the line "Hello" to README.md.');
    assert.equal(lane.title?.value, 'Greeting in README');
    assert.equal(lane.brief.outcome?.value, 'Add the line "Hello" to README.md.');
    assert.deepEqual(values(lane.limits.write), ['README.md']);
    assert.deepEqual(lane.done, []);
  });

  it('makes checks of the commands under "Verification"', () => {
    const { lane } = drafted(
      '# Tidy\n\n## Verification\n\n- `git diff --check`\n- The log is empty\n\n```sh\n$ npm test\nnpm install\n```\n',
    );
    assert.deepEqual(
      lane.checks.map(({ run }) => run?.value),
      ['npm test', 'git diff --check'],
    );
    assert.deepEqual(
      lane.done.map(({ says }) => says.value),
      ['The log is empty'],
    );
  });

  it('says where a prohibition names no path', () => {
    const { notes } = drafted(
      '# Tidy\n\n## Scope\n\n- Update `docs/a.md`\n- Do not modify any test files.\n',
    );
    assert.ok(
      notes.some((note) => note.startsWith('"Do not modify any test files." names no path')),
      notes.join('\n'),
    );
  });

  it('asks whether many sections are many lanes', () => {
    const roadmap = ['Trade', 'Battle', 'Shop', 'Fashion', 'Weather']
      .map((name) => `## ${name}\n\n- Consider it\n`)
      .join('\n');
    const { lane, notes } = drafted(`# Roadmap\n\n${roadmap}`);
    assert.equal(lane.brief.outcome, undefined);
    assert.equal(lane.brief.context.length, 5);
    assert.match(notes.join('\n'), /draw a lane for each/);
  });
});

describe('any Markdown', () => {
  it('reads the same with CRLF and a byte order mark', () => {
    assert.equal(drafted(`\ufeff${TASK.replaceAll('\n', '\r\n')}`).text, drafted(TASK).text);
  });

  it('shows characters that nobody sees', () => {
    assert.match(
      drafted('Say \u001b[31mred\u001b[0m and \u202eabc, please.').text,
      /\\u\{1b\}\[31mred.*\\u\{202e\}abc/s,
    );
  });

  it('keeps names such as __proto__ as they are', () => {
    const { lane } = drafted(
      '---\n__proto__: x\nlabels: [constructor]\n---\n# __proto__\n\n- [ ] Run `__proto__`\n',
    );
    assert.deepEqual(
      lane.checks.map(({ id, run }) => [id.value, run?.value]),
      [['proto', '__proto__']],
    );
  });

  it('loses no word', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    const block = fc.oneof(
      fc.array(word, { minLength: 1 }).map((words) => words.join(' ')),
      fc
        .tuple(
          fc.constantFrom('#', '##', '###'),
          fc.oneof(word, fc.constantFrom('Goal', 'Scope', 'Why', 'Verification', 'Out of scope', 'Tasks')),
        )
        .map((parts) => parts.join(' ')),
      fc.array(word, { minLength: 1 }).map((words) => words.map((one) => `- ${one}`).join('\n')),
      fc.array(word, { minLength: 1 }).map((words) => words.map((one) => `- [ ] ${one}`).join('\n')),
      fc.array(word, { minLength: 1 }).map((words) => `\`\`\`\n${words.join('\n')}\n\`\`\``),
      fc.array(word, { minLength: 1 }).map((words) => words.map((one) => `> ${one}`).join('\n')),
    );
    const roles = /^(?:goal|scope|why|verification|out|of|tasks)$/;
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
        const markdown = blocks.join('\n\n');
        const { text, notes } = drafted(markdown);
        const kept = `${text} ${notes.join(' ')}`;
        for (const found of markdown.match(/[a-z]{3,}/gi) ?? []) {
          assert.ok(roles.test(found.toLowerCase()) || kept.includes(found), `"${found}" is lost`);
        }
      }),
    );
  });

  const hostile = [
    '>',
    '> ',
    '- ',
    '1. ',
    '[',
    '`',
    '<!-- ',
    '|',
    '- [ ] a\n',
    '# a\n',
    '\\',
    '"\\',
    '\u001b[31m',
    '漢',
    '\ud800',
    ': ',
    'a/b.ts ',
    ' ',
    '\n',
    '- [ ] Run `make x`\n',
  ];
  for (const piece of hostile) {
    it(`is a lane within the caps after a million characters of ${JSON.stringify(piece)}`, () => {
      drafted(piece.repeat(1_000_000 / piece.length));
      drafted(`# T\n\n## Acceptance criteria\n\n- ${piece.repeat(1_000_000 / piece.length)}`);
    });
  }

  it('never fails', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (markdown) => void drafted(markdown)));
  });
});
