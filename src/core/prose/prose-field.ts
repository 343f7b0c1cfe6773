import type { Lane } from '../lane/lane.ts';
import type { Text } from '../text/span.ts';
import type { CueIndex, Found } from './cue-index.ts';
import type { Phrase } from './phrase.ts';
import { type Prose, readProse } from './prose.ts';

/** The places of a lane where people write sentences. */
export type ProseField =
  | 'title'
  | 'owner'
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
  owner: (lane) => [lane.owner],
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

const FIELDS = Object.keys(READERS) as readonly ProseField[];

/** The texts of these fields, in the order in which the fields are named. */
export function proseOf(lane: Lane, fields: readonly ProseField[]): readonly Text[] {
  return fields.flatMap((field) => READERS[field](lane)).filter((text) => text !== undefined);
}

/** A text of a lane with its field, as rules read it. */
export interface LaneText {
  readonly field: ProseField;
  readonly text: Text;
  readonly prose: Prose;
}

/** Every text of a lane in which people write sentences, looked over once for all rules. */
export interface LaneProse {
  readonly texts: readonly LaneText[];
  /** False if the phrase certainly stands in none of them. */
  mayHold(phrase: Phrase): boolean;
}

/** Looks over the texts of a lane. */
export function readLaneProse(lane: Lane, index: CueIndex): LaneProse {
  const texts: LaneText[] = [];
  const found: Found[] = [];
  for (const field of FIELDS) {
    for (const text of READERS[field](lane)) {
      if (text === undefined) continue;
      const prose = readProse(text.value, index);
      found.push(prose.found);
      texts.push({ field, text, prose });
    }
  }
  return { texts, mayHold: (phrase) => found.some((one) => index.partsOf(phrase, one) !== 0) };
}

/** What was read in these fields. */
export function textsIn({ texts }: LaneProse, fields: readonly ProseField[]): readonly Prose[] {
  return texts.filter(({ field }) => fields.includes(field)).map(({ prose }) => prose);
}
