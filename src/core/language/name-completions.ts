import { decisionKey } from '../board/decision-key.ts';
import type { Decisions } from '../lane/lane.ts';
import { isSound, laneId } from '../lane/lane-file.ts';
import { outlineCheck } from './check-outline.ts';
import type { Proposal, Request } from './completion-item.ts';
import type { Cursor } from './cursor.ts';
import { placeOf } from './language.ts';
import { mentionsIn } from './mention.ts';
import { fittingText, scalarText, snippetText } from './snippet.ts';
import { entriesAt } from './tree.ts';

/** The other lanes of the board that are not needed yet. */
export function proposeLanes({ cursor, language, board, path }: Request): Proposal[] {
  const asEntry = placeOf(language, cursor.path) === 'needs' && cursor.style === 'plain';
  const taken = new Set(mentionsIn(cursor.tree, language, 'lane').map(({ value }) => value));
  taken.add(laneId(path));
  const proposals: Proposal[] = [];
  for (const { id, lane } of board.lanes.values()) {
    if (taken.has(id)) continue;
    taken.add(id);
    const entry = snippetText(scalarText(id, cursor.flow));
    proposals.push({
      label: id,
      kind: 'lane',
      ...(lane?.title ? { detail: lane.title.value } : {}),
      ...(asEntry
        ? { snippet: cursor.flow ? `{ lane: ${entry}, contract: $1 }` : `lane: ${entry}\n  contract: $1` }
        : {}),
      sort: `1${id}`,
    });
  }
  return proposals;
}

/** The checks that a criterion can name: those of this file, then those that every lane inherits. */
export function proposeChecks({ cursor, board }: Request): Proposal[] {
  const own = entriesAt(cursor.tree, ['checks']).flatMap(({ key, value }): Proposal[] =>
    key ? [{ label: key.value, kind: 'check', detail: outlineCheck(value) }] : [],
  );
  const names = new Set(own.map(({ label }) => label));
  const inherited = board.settings.defaults.checks.filter(({ id }) => !names.has(id.value));
  return [
    ...own,
    ...inherited.map(
      ({ id, run, kind }): Proposal => ({ label: id.value, kind: 'check', detail: run?.value ?? kind }),
    ),
  ];
}

/** Ids that `proof` names and that no check has yet, as keys of `checks`. */
export function proposeMissingChecks(request: Request): Proposal[] {
  const { cursor, language } = request;
  const known = new Set(proposeChecks(request).map(({ label }) => label));
  const named = mentionsIn(cursor.tree, language, 'check').filter(({ role }) => role === 'value');
  return [...new Set(named.map(({ value }) => value))]
    .filter((id) => !known.has(id))
    .map((id) => ({
      label: id,
      kind: 'check',
      detail: 'named by a criterion',
      snippet: asKey(id, cursor, '$1'),
    }));
}

/** Decisions that other lanes name and this one does not. */
export function proposeDecisions(request: Request): Proposal[] {
  return newDecisions(request).map(({ name, detail }) => ({ label: name, kind: 'decision', detail }));
}

/** The same as keys of `settled`, with the answer that another lane gives. */
export function proposeSettled(request: Request): Proposal[] {
  return newDecisions(request).map(({ name, detail, answer }) => {
    const snippet = asKey(
      name,
      request.cursor,
      answer ? snippetText(scalarText(answer, request.cursor.flow)) : '$1',
    );
    return { label: name, kind: 'decision', detail, snippet };
  });
}

interface KnownDecision {
  readonly name: string;
  readonly answer?: string;
  readonly detail: string;
}

function newDecisions({ cursor, language, board, path }: Request): KnownDecision[] {
  const own = mentionsIn(cursor.tree, language, 'decision');
  const known = new Set(['', ...own.map(({ value }) => decisionKey(value))]);
  const found: KnownDecision[] = [];
  for (const file of board.lanes.values()) {
    if (file.path === path || !isSound(file)) continue;
    for (const decision of decisionsOf(file.lane.limits.decisions, file.id)) {
      const key = decisionKey(decision.name);
      if (known.has(key)) continue;
      known.add(key);
      found.push(decision);
    }
  }
  return found;
}

function decisionsOf({ settled, free, reserved }: Decisions, id: string): KnownDecision[] {
  return [
    ...settled.map(({ name, answer }) => ({
      name: name.value,
      answer: answer.value,
      detail: `settled in ${id}`,
    })),
    ...free.map(({ value }) => ({ name: value, detail: `free in ${id}` })),
    ...reserved.map(({ value }) => ({ name: value, detail: `reserved in ${id}` })),
  ];
}

function asKey(name: string, cursor: Cursor, value: string): string {
  const key = snippetText(fittingText(name, cursor));
  return cursor.hasColon || cursor.style !== 'plain' ? key : `${key}: ${value}`;
}
