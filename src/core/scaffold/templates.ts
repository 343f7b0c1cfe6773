import { draftLane, type LaneAnswers, provingCheck } from './compose-lane.ts';
import type { DraftCriterion, LaneDraft } from './lane-draft.ts';
import { writeLane } from './write-lane.ts';

/** A good start for one kind of work. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The text of a new lane. What is not answered is absent; what the template adds holds for any work of its kind. */
  compose(answers: LaneAnswers): string;
}

/** The templates, the smallest first. */
export const TEMPLATES: readonly Template[] = [
  template('tiny', 'Tiny', 'One small change that a stranger finishes in half an hour.', (answers) => ({
    ...draftLane(answers),
    budget: { time: '30m', changedLines: 100 },
  })),
  template('feature', 'Feature', 'Something new that somebody will notice.', (answers) => ({
    ...draftLane({ kind: 'feature', ...answers }),
    reserved: reserved(answers, 'a new dependency', 'a change to what an existing public interface promises'),
  })),
  template('bug', 'Bug', 'Something does what it should not; a test will hold the mend.', bug),
  template(
    'migration',
    'Migration',
    'Data, an interface or a dependency moves to a new form, and nothing is lost.',
    migration,
  ),
  template(
    'research',
    'Research',
    'A question gets an answer with its sources; the code stays as it is.',
    research,
  ),
];

function template(
  id: string,
  title: string,
  description: string,
  draft: (answers: LaneAnswers) => LaneDraft,
): Template {
  return { id, title, description, compose: (answers) => writeLane(draft(answers)) };
}

function bug(answers: LaneAnswers): LaneDraft {
  const draft = draftLane({ kind: 'bug', ...answers });
  return {
    ...draft,
    reserved: reserved(answers, 'a change of behaviour beyond this fault'),
    budget: { time: '2h', changedLines: 200 },
    stopWhen: ['the fault does not show when it is tried', ...(draft.stopWhen ?? [])],
    done: criteria(draft, 'A test that fails without the change passes with it', answers),
  };
}

function migration(answers: LaneAnswers): LaneDraft {
  const draft = draftLane({ kind: 'migration', ...answers });
  return {
    ...draft,
    reserved: reserved(answers, 'deleting or overwriting what cannot be restored'),
    budget: { time: '4h', changedLines: 800 },
    stopWhen: ['a step turns out to have no way back', ...(draft.stopWhen ?? [])],
    done: criteria(draft, 'Running it a second time changes nothing', answers),
  };
}

function research(answers: LaneAnswers): LaneDraft {
  const report = answers.write?.filter((path) => !/[*?{]/.test(path)) ?? [];
  return {
    ...draftLane({ kind: 'research', ...answers }),
    budget: { time: '4h' },
    stopWhen: ['the question turns out to be another one'],
    done: [
      { says: 'The report answers the question in its first paragraph', proof: ['report'], look: report },
    ],
    checks: [
      ...(answers.checks ?? []),
      {
        id: 'report',
        kind: 'taste',
        rubric: [
          'Answers the question in the first paragraph',
          'Names a source for every figure',
          'Says what is still not known',
        ],
      },
    ],
  };
}

function reserved(answers: LaneAnswers, ...own: readonly string[]): readonly string[] {
  return answers.reserved?.length ? answers.reserved : own;
}

function criteria(draft: LaneDraft, says: string, { checks }: LaneAnswers): readonly DraftCriterion[] {
  return [...(draft.done ?? []), { says, proof: provingCheck(checks) }];
}
