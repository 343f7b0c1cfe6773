import type { CommandText, LaneCommand } from '../../core/index.ts';
import type { Core } from '../core.ts';

/** So many characters fit on a line of a dialog. */
const WIDEST = 90;

/** The commands of one lane that are to be allowed. */
export interface AskedLane {
  readonly lane: string;
  readonly commands: readonly LaneCommand[];
  /** Those that were allowed here before; undefined if none of this lane were. */
  readonly before: readonly LaneCommand[] | undefined;
}

/** Exactly the commands that are to be allowed, lane by lane, with what has changed since they last were. */
export function commandPage(core: Core, lanes: readonly AskedLane[]): string {
  return lanes.map((lane) => laneLines(core, lane).join('\n')).join('\n\n');
}

function laneLines(core: Core, { lane, commands, before }: AskedLane): readonly string[] {
  const changes = new Map(
    before === undefined
      ? []
      : core
          .changedCommands(before, commands)
          .map(
            (change) => [(change.change === 'removed' ? change.before : change.after).check, change] as const,
          ),
  );
  const told = core.describeCommands(commands).flatMap((text, at) => {
    const change = changes.get(commands[at]?.check ?? '');
    if (change?.change === 'added') return [...commandLines('  + ', text), '      (new)'];
    if (change?.change !== 'changed') return commandLines('    ', text);
    const [was] = core.describeCommands([change.before]);
    return [...commandLines('  + ', text), ...(was ? ['      before:', ...commandLines('  - ', was)] : [])];
  });
  const gone = [...changes.values()].flatMap((change) =>
    change.change === 'removed' ? core.describeCommands([change.before]) : [],
  );
  const removed = gone.flatMap((text) => ['      no longer:', ...commandLines('  - ', text)]);
  return [`${core.neutralise(lane).replaceAll('\n', ' ')}`, ...told, ...removed];
}

/**
 * Every line of a command is indented, so that none can look like one that we wrote; a long one is broken, so that no part of it
 * lies beyond the edge.
 */
function commandLines(mark: string, { check, command, details }: CommandText): string[] {
  const name = check.replaceAll('\n', ' ');
  const [first = '', ...rest] = command.trimEnd().split(/\r?\n/);
  const lines = [...broken(`${name}: ${first}`), ...rest.flatMap((line) => broken(line, '| '))];
  const tail = details.length === 0 ? [] : broken(`(${details.join(', ')})`);
  return [...lines, ...tail].map((line, at) => (at === 0 ? mark + line : `        ${line}`));
}

function broken(line: string, begins = ''): string[] {
  const parts = line.match(new RegExp(`.{1,${WIDEST}}`, 'gsu')) ?? [''];
  return parts.map((part, at) => (at === 0 ? begins : '… ') + part);
}
