import type { Check, ContextEntry, Lane } from '../lane/lane.ts';
import type { SoundLane } from '../lane/lane-file.ts';
import type { Settings } from '../settings/settings.ts';
import type { Text } from '../text/span.ts';
import { timeoutMs } from './timeout.ts';

/**
 * What a lane means, as plain data without places: its own sections, what it inherits, and what its shared context says. Two files
 * with the same meaning give the same data, whatever their comments, order of keys, quotes and line breaks.
 */
export type EffectiveLane = ReturnType<typeof effectiveLane>;

/** The meaning of a lane, field by field. `contexts` are the texts of its shared context, by path. */
export function effectiveLane(
  { lane }: SoundLane,
  { defaults }: Settings,
  contexts: ReadonlyMap<string, string>,
) {
  const own = new Set(lane.checks.map(({ id }) => id.value));
  return {
    title: prose(lane.title),
    owner: prose(lane.owner),
    kind: lane.kind?.value,
    brief: briefOf(lane),
    limits: limitsOf(lane),
    needs: lane.needs.map(({ lane: needed, contract }) => ({
      lane: needed.value,
      contract: contract?.value,
    })),
    done: lane.done.map(({ says, proof, look }) => ({
      says: prose(says),
      proof: values(proof),
      look: values(look),
    })),
    checks: checksOf(lane.checks),
    inherited: {
      never: values(defaults.never),
      checks: checksOf(defaults.checks.filter(({ id }) => !own.has(id.value))),
    },
    contexts: Object.fromEntries([...contexts].map(([path, text]) => [path, unmarked(text)])),
  };
}

function briefOf({ brief }: Lane) {
  return {
    outcome: prose(brief.outcome),
    why: prose(brief.why),
    evidence: brief.evidence.map(({ who, said, when, source }) => ({
      who: prose(who),
      said: prose(said),
      when: when?.value,
      source: prose(source),
    })),
    context: brief.context.map(entryOf),
    good: brief.good.map(entryOf),
  };
}

function entryOf(entry: ContextEntry) {
  switch (entry.kind) {
    case 'path':
      return { path: entry.path.value };
    case 'url':
      return { url: entry.url.value, gist: prose(entry.gist) };
    case 'text':
      return { text: prose(entry.text) };
  }
}

function limitsOf({ limits: { write, never, decisions, budget, stopWhen } }: Lane) {
  return {
    write: values(write),
    never: values(never),
    decisions: {
      settled: Object.fromEntries(
        decisions.settled.map(({ name, answer }) => [name.value, prose(answer)] as const),
      ),
      free: values(decisions.free),
      reserved: values(decisions.reserved),
    },
    budget: {
      time: budget.time?.value,
      changedLines: budget.changedLines?.value,
      cost: prose(budget.cost),
    },
    stopWhen: stopWhen.map(prose),
  };
}

function checksOf(checks: readonly Check[]) {
  return Object.fromEntries(checks.map((check) => [check.id.value, checkOf(check)] as const));
}

function checkOf(check: Check) {
  return {
    kind: check.kind,
    run: check.run?.value,
    timeoutMs: timeoutMs(check.timeout?.value),
    cwd: check.cwd?.value,
    env: values(check.env),
    inputs: values(check.inputs),
    artifacts: values(check.artifacts),
    serial: check.serial,
    score: check.score?.value,
    atLeast: check.atLeast?.value,
    atMost: check.atMost?.value,
    rubric: check.rubric.map(prose),
    judge: check.judge?.value,
    votes: check.votes?.value ?? 1,
  };
}

function values(texts: readonly Text[]): readonly string[] {
  return texts.map(({ value }) => value);
}

/** Line breaks at the end of a text come from how it is written, `|` or in quotes, and mean nothing. */
function prose(text: Text): string;
function prose(text: Text | undefined): string | undefined;
function prose(text: Text | undefined): string | undefined {
  return text?.value.replace(/\n+$/, '');
}

/** A text without what editors and systems put into it: a byte order mark, carriage returns at line ends. */
function unmarked(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}
