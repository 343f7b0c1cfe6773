import type { Operation, YamlPath } from '../../edit/operation.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Text } from '../../text/span.ts';

type OpenState = 'free' | 'reserved';
const DECISIONS: YamlPath = ['limits', 'decisions'];

/** The operations on a lane that settle a decision which is free or reserved there; none where the section is not sound. */
export function settle(file: SoundLane, state: OpenState, name: Text, answer: string): readonly Operation[] {
  const removed = takeOut(file, state, name);
  const settled = {
    kind: 'set',
    at: [...DECISIONS, 'settled', name.value],
    value: answer,
    path: file.path,
  } as const;
  return removed.length > 0 ? [settled, ...removed] : [];
}

/** The operation that takes a free or reserved decision out of its list; none where the section is not sound. */
export function takeOut(file: SoundLane, state: OpenState, name: Text): readonly Operation[] {
  if (file.lane.sections.limits?.sound === false) return [];
  const list = file.lane.limits.decisions[state];
  const index = list.findIndex(({ span }) => span.start === name.span.start);
  if (index < 0) return [];
  const at = list.length === 1 ? [...DECISIONS, state] : [...DECISIONS, state, index];
  return [{ kind: 'remove', at, path: file.path }];
}
