import type { Board, DecisionUse } from '../board/board.ts';
import { decisionKey } from '../board/decision-key.ts';
import { isSound } from '../lane/lane-file.ts';

/** Every mention of a decision on the board, ended lanes included, by its normalised key. */
export function decisionUses(board: Board, key: string): readonly DecisionUse[] {
  if (key === '') return [];
  return [...board.lanes.values()].filter(isSound).flatMap((file): DecisionUse[] => {
    const { settled, free, reserved } = file.lane.limits.decisions;
    const uses: DecisionUse[] = [
      ...settled.map(({ name, answer }) => ({ file, state: 'settled' as const, name, answer })),
      ...free.map((name) => ({ file, state: 'free' as const, name })),
      ...reserved.map((name) => ({ file, state: 'reserved' as const, name })),
    ];
    return uses.filter(({ name }) => decisionKey(name.value) === key);
  });
}
