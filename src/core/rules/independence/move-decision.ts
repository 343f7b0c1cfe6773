import type { Operation, YamlPath } from '../../edit/operation.ts';
import type { SoundLane } from '../../lane/lane-file.ts';
import type { Text } from '../../text/span.ts';

type OpenState = 'free' | 'reserved';
const DECISIONS: YamlPath = ['limits', 'decisions'];

/**
 * The operations on a lane that settle a decision which is free or reserved there. None where comments stand between, or the
 * section is not sound, so that places in it cannot be told.
 */
export function settle(file: SoundLane, state: OpenState, name: Text, answer: string): readonly Operation[] {
  const { decisions } = file.lane.limits;
  const { path } = file;
  if (file.lane.sections.limits?.sound === false) return [];
  const isOnlyOne = decisions[state].length === 1;
  if (isOnlyOne && Object.keys(decisions.keys).length === 1) {
    const section = file.lane.limits.keys.decisions?.span;
    if (section === undefined || file.text.slice(section.start, section.end).includes('#')) return [];
    return [{ kind: 'set', at: DECISIONS, value: { settled: { [name.value]: answer } }, path }];
  }
  return [
    ...takeOut(file, state, name),
    { kind: 'set', at: [...DECISIONS, 'settled', name.value], value: answer, path },
  ];
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
