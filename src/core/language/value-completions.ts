import { resolveRef, type SchemaNode, schemaAt } from '../schema/schema-node.ts';
import { proposeCommands } from './command-completions.ts';
import type { Completion, Proposal, Request } from './completion-item.ts';
import { presentItems, presentKeys } from './cursor.ts';
import { type Meaning, placeOf } from './language.ts';
import {
  proposeChecks,
  proposeDecisions,
  proposeLanes,
  proposeMissingChecks,
  proposeSettled,
} from './name-completions.ts';
import { proposePaths } from './path-completions.ts';
import { fittingText, snippetText } from './snippet.ts';

/** The values that could stand at the cursor, and the names that could be a key there. */
export function completeValues(request: Request): Completion[] {
  const { cursor, language } = request;
  const at = schemaAt(language.schema, cursor.path);
  if (!at) return [];
  const begins = cursor.position === 'line' && typeof at.additionalProperties === 'object';
  if (cursor.position === 'key' || begins) {
    const meaning = language.keys[placeOf(language, [...cursor.path, '*'])];
    return proposeKeys(request, meaning).map((one) => fitted(one, request));
  }
  if (cursor.hasColon || !takesValue(request, at)) return [];
  const isNewItem = cursor.position === 'line' && at.items !== undefined;
  const node = isNewItem && at.items ? resolveRef(language.schema, at.items) : at;
  const present = new Set(cursor.position === 'item' ? presentItems(cursor) : []);
  const meaning = language.values[placeOf(language, cursor.path)];
  const proposals = [...proposeConstants(node), ...proposeMeant(request, meaning)];
  return proposals
    .filter(({ label }) => !present.has(label))
    .map((one) => fitted(one, request, isNewItem ? '- ' : ''));
}

/** False where only a list can stand but the cursor is beside the key: a bare value would break the schema. */
function takesValue({ cursor }: Request, { type }: SchemaNode): boolean {
  return cursor.position !== 'value' || type !== 'array';
}

function fitted(proposal: Proposal, { cursor }: Request, dash = ''): Completion {
  const { text, snippet, ...rest } = proposal;
  const value = snippet ?? snippetText(fittingText(text ?? proposal.label, cursor));
  return { replace: cursor.replace, ...rest, insert: cursor.lead + dash + value };
}

function proposeConstants({ enum: values, const: only, type }: SchemaNode): Proposal[] {
  const constants = values ?? (only === undefined ? (type === 'boolean' ? [true, false] : []) : [only]);
  return constants.map((value, index) => ({
    label: String(value),
    kind: 'value',
    snippet: String(value),
    sort: `0${index}`,
  }));
}

function proposeMeant(request: Request, meaning: Meaning | undefined): Proposal[] {
  switch (meaning) {
    case undefined:
      return [];
    case 'lane':
      return proposeLanes(request);
    case 'check':
      return proposeChecks(request);
    case 'decision':
      return proposeDecisions(request);
    case 'command':
      return proposeCommands(request);
    case 'file':
    case 'glob':
    case 'folder':
      return proposePaths(request, meaning);
  }
}

function proposeKeys(request: Request, meaning: Meaning | undefined): Proposal[] {
  const present = new Set(presentKeys(request.cursor));
  const names =
    meaning === 'decision'
      ? proposeSettled(request)
      : meaning === 'check'
        ? proposeMissingChecks(request)
        : [];
  return names.filter(({ label }) => !present.has(label));
}
