import { stringify } from 'yaml';
import type { SchemaNode } from '../schema/schema-node.ts';

/** What a key is for, as Markdown: its description, the values it takes and an example. */
export function documentKey(key: string, schema: SchemaNode): string {
  const parts = [schema.description ?? ''];
  if (schema.enum) parts.push(`One of ${schema.enum.map((value) => `\`${String(value)}\``).join(', ')}.`);
  const [example] = schema.examples ?? [];
  if (example !== undefined) parts.push(`\`\`\`yaml\n${exampleOf(key, example)}\`\`\``);
  return parts.filter(Boolean).join('\n\n');
}

function exampleOf(key: string, example: unknown): string {
  return stringify({ [key]: example }, { lineWidth: 0, flowCollectionPadding: true });
}
