import type { Lane } from '../lane/lane.ts';
import type { Text } from '../text/span.ts';

/** The places of a lane where people write sentences. */
export type ProseField =
  | 'title'
  | 'outcome'
  | 'why'
  | 'context'
  | 'good'
  | 'decision'
  | 'stop'
  | 'done'
  | 'rubric';

const READERS: { readonly [field in ProseField]: (lane: Lane) => readonly (Text | undefined)[] } = {
  title: (lane) => [lane.title],
  outcome: (lane) => [lane.brief.outcome],
  why: (lane) => [lane.brief.why],
  context: (lane) =>
    lane.brief.context.map((entry) =>
      entry.kind === 'text' ? entry.text : entry.kind === 'url' ? entry.gist : undefined,
    ),
  good: (lane) =>
    lane.brief.good.map((entry) =>
      entry.kind === 'text' ? entry.text : entry.kind === 'url' ? entry.gist : undefined,
    ),
  decision: ({ limits: { decisions } }) => [
    ...decisions.settled.flatMap(({ name, answer }) => [name, answer]),
    ...decisions.free,
    ...decisions.reserved,
  ],
  stop: (lane) => lane.limits.stopWhen,
  done: (lane) => lane.done.map(({ says }) => says),
  rubric: (lane) => lane.checks.flatMap(({ rubric }) => rubric),
};

/** The texts of these fields, in the order in which the fields are named. */
export function proseOf(lane: Lane, fields: readonly ProseField[]): readonly Text[] {
  return fields.flatMap((field) => READERS[field](lane)).filter((text) => text !== undefined);
}
