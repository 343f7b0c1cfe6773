import { resolveRef, type SchemaNode, schemaAt } from '../schema/schema-node.ts';
import type { Completion, Request } from './completion-item.ts';
import { type Cursor, presentKeys } from './cursor.ts';
import { documentKey } from './schema-markdown.ts';

/** The keys that the mapping at the cursor may still get, in the order of the format. */
export function completeKeys({ cursor, language }: Request): Completion[] {
  const isQuoted = cursor.style !== 'plain' && !cursor.hasColon;
  if (cursor.position === 'value' || isQuoted) return [];
  const at = schemaAt(language.schema, cursor.path);
  const isNewItem = cursor.position === 'line' && at?.items !== undefined;
  const node = isNewItem && at?.items ? resolveRef(language.schema, at.items) : at;
  const present = new Set(presentKeys(cursor));
  const lead = cursor.lead + (isNewItem ? '- ' : '');
  // The keys below a dash stand two columns right of the line's indentation.
  const indent = cursor.position === 'item' || isNewItem ? '  ' : '';
  return Object.entries(node?.properties ?? {}).flatMap(([key, child], index): Completion[] => {
    if (present.has(key)) return [];
    const schema = resolveRef(language.schema, child);
    const stub = cursor.hasColon ? key : key + stubOf(schema, language.schema, cursor, indent);
    const braced = cursor.flow && cursor.position === 'item' && !cursor.hasColon;
    return [
      {
        label: key,
        kind: 'key',
        documentation: documentKey(key, schema),
        insert: lead + (braced ? `{ ${stub} }` : stub),
        replace: cursor.replace,
        sort: `0${String(index).padStart(2, '0')}`,
      },
    ];
  });
}

/** What follows a new key: the beginning of a value of the kind that it takes. */
function stubOf(schema: SchemaNode, root: SchemaNode, { flow }: Cursor, indent: string): string {
  if (schema.const !== undefined) return `: ${String(schema.const)}`;
  const prefersList = [schema.type].flat().includes('array') && !schema.examples?.every(isText);
  if (prefersList) {
    if (flow) return ': [$1]';
    const [required] = schema.items ? (resolveRef(root, schema.items).required ?? []) : [];
    return `:\n${indent}  - ${required ? `${required}: ` : ''}$1`;
  }
  if (schema.type === 'object') return flow ? ': { $1 }' : `:\n${indent}  $1`;
  return ': $1';
}

function isText(example: unknown): boolean {
  return typeof example === 'string';
}
