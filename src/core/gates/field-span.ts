import { type Lane, SECTIONS, type SectionName } from '../lane/lane.ts';
import type { Span } from '../text/span.ts';

/** Where a field of a lane stands, by the keys that lead to it: the nearest key above it where it is not there. */
export function fieldSpan(lane: Lane, [section = '', key = '']: readonly string[]): Span {
  const within =
    section === 'brief'
      ? lane.brief.keys[key as keyof Lane['brief']['keys']]
      : section === 'limits'
        ? lane.limits.keys[(key === 'stopWhen' ? 'stop-when' : key) as keyof Lane['limits']['keys']]
        : undefined;
  const check = section === 'checks' ? lane.checks.find(({ id }) => id.value === key)?.id.span : undefined;
  const name = SECTIONS.find((one): one is SectionName => one === section);
  return within?.key ?? check ?? (name && lane.sections[name]?.key) ?? lane.header;
}
