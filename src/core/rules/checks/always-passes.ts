import type { Board } from '../../board/board.ts';
import { quote } from '../../glob/workspace-path.ts';
import type { Check } from '../../lane/lane.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Report, Rule } from '../../lint/rule.ts';
import { spanWithin } from '../../text/source-map.ts';
import { type PassingPart, passingPart } from './passing-part.ts';

/** Flags a check that cannot fail. */
export const alwaysPasses: Rule = {
  id: 'always-passes',
  move: 4,
  severity: 'error',
  summary:
    'A check passes whatever the work is like: `true`, `exit 0`, `|| true`, a bare `echo`, `make -i`, no command at all.',
  why: 'It looks like a proof and proves nothing, so that every criterion which rests on it is open.',
  question: 'What would make this check fail?',
  examples: {
    bad: [
      { lane: 'lane: 1\nchecks:\n  unit: npm test «|| true»\n' },
      { lane: 'lane: 1\nchecks:\n  unit: cd api && npm test«; exit 0»\n' },
      { lane: 'lane: 1\nchecks:\n  unit: «echo ok»\n  lint: { kind: lint, run: "«true»" }\n' },
      { lane: 'lane: 1\nchecks:\n  unit: npm test «| tee log.txt»\n' },
      { lane: 'lane: 1\nchecks:\n  unit: make «-i» test\n  all: make test «|| true» && ruff check src\n' },
      { lane: 'lane: 1\nchecks:\n  unit: «if make test; then echo ok; fi»\n  py: «bash -c "exit 0"»\n' },
      { lane: 'lane: 1\nchecks:\n  «unit»: { kind: test }\n  lint: «""»\n' },
    ],
    good: [
      { lane: 'lane: 1\nchecks:\n  unit: docker rm -f db || true; npm test\n' },
      {
        lane: 'lane: 1\nchecks:\n  unit: npm test && echo ok\n  piped: set -o pipefail; npm test | tee log.txt\n',
      },
      { lane: 'lane: 1\nchecks:\n  tone: { kind: taste, rubric: [Names the amount] }\n' },
    ],
  },
  *check(file, board) {
    if (file.lane.sections.checks?.sound === false) return;
    for (const check of file.lane.checks) yield* checkRun(file, check, board);
  },
};

/** What a command line that always passes has somewhere; most have nothing of it, which is quick to see. */
const MAY_PASS =
  /[|;&\n:![]|\b(?:true|exit|echo|printf|cd|set|export|sleep|pwd|date|if)\b|^\s*(?:\w+=\S*\s+)*test\s|(?:^|\s)(?:eval\s|-[a-zA-Z]*[ceprintN]|--(?:collect|co$|co\s|fixtures|markers|setup-plan|list|show|dry|just|recon|ignore|touch|version|exit-zero|eval|print))/;

function* checkRun(file: SoundLane, check: Check, board: Board): Iterable<Report> {
  const { id, run, kind } = check;
  if (run === undefined || run.value.trim() === '') {
    if (kind === 'taste' && run === undefined) return;
    const message = `The check "${id.value}" has no command, so it proves nothing. Write one that fails when the work is wrong.`;
    yield { span: run?.span ?? id.span, message };
    return;
  }
  if (!MAY_PASS.test(run.value)) return;
  const script = board.script(run.value);
  const part = script && passingPart(run.value, script, { ofPipe: kind !== 'eval' });
  if (part === undefined) return;
  const isWhole = run.value.trim() === run.value.slice(part.start, part.end);
  const found = quote(run.value.slice(part.start, part.end));
  const message = isWhole
    ? `${found} passes whatever the work is like. Write a command that fails when the work is wrong.`
    : `${sayHow[part.how](found, id.value)} Take it out.`;
  const span = spanWithin(file.text, run, part.start, part.end);
  yield { span, message, remedies: takeOut(file, check, part) };
}

const sayHow: { readonly [how in PassingPart['how']]: (found: string, check: string) => string } = {
  passes: (found, check) => `${found} makes the check "${check}" pass whatever the command before it says.`,
  hides: (found, check) => `${found} hides it from the check "${check}" when the command before it fails.`,
  option: (found) => `With ${found} the command passes whatever the work is like.`,
};

function takeOut(
  file: SoundLane,
  { run }: Check,
  { removeFrom, end }: PassingPart,
): NonNullable<Report['remedies']> {
  if (removeFrom === undefined || run === undefined) return [];
  const span = spanWithin(file.text, run, removeFrom, end);
  const text = quote(run.value.slice(removeFrom, end).trim());
  return [{ title: `Take out ${text}`, operations: [{ kind: 'replace', span, text: '' }] }];
}
