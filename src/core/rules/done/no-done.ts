import type { Board } from '../../board/board.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Remedy, Rule } from '../../lint/rule.ts';

/** Flags a lane that does not say when it is done. */
export const noDone: Rule = {
  id: 'no-done',
  move: 3,
  severity: 'error',
  summary: 'The lane has no criteria.',
  why: 'Without criteria the agent decides when it is done, and you have to read the work to see whether you agree.',
  question: 'What would you see, without reading the work, if this were done?',
  examples: {
    bad: [{ lane: '«lane: 1»\ntitle: Refund mails\n' }, { lane: 'lane: 1\n«done»: []\n' }],
    good: [
      { lane: 'lane: 1\ndone:\n  - says: One mail is in the test inbox within 60 s\n    proof: mail\n' },
      { lane: 'lane: 1\ndone: One mail is in the test inbox within 60 s\n' },
    ],
  },
  *check(file, board) {
    const { done, sections, header } = file.lane;
    if (sections.done?.sound === false || done.some(({ says }) => says.value.trim() !== '')) return;
    yield {
      span: sections.done?.key ?? header,
      message:
        'The lane does not say when it is done. List under `done:` what you would see, each with its proof.',
      remedies: [criterionToFillIn(file, board)],
    };
  },
};

function criterionToFillIn({ lane }: SoundLane, { settings }: Board): Remedy {
  const says = 'TBD: what would you see, without reading the work?';
  const proof = [...lane.checks, ...settings.defaults.checks][0]?.id.value;
  const value = proof === undefined ? { says } : { says, proof };
  return { title: 'Add a criterion to fill in', operations: [{ kind: 'append', at: ['done'], value }] };
}
