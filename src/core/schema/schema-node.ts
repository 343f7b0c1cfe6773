/** The parts of JSON Schema (draft 2020-12) that Lanekeeper's own schemas use. */
export interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly properties?: { readonly [key: string]: SchemaNode };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly $ref?: string;
  readonly $defs?: { readonly [key: string]: SchemaNode };
}

/** The schema that a node refers to, with what the node itself says beside the reference; or the node itself. */
export function resolveRef(root: SchemaNode, node: SchemaNode): SchemaNode {
  if (!node.$ref) return node;
  const { $ref, ...own } = node;
  return { ...root.$defs?.[$ref.replace('#/$defs/', '')], ...own };
}

/** The schema of the value at keys and list positions below the top, or nothing where the schema has none. */
export function schemaAt(root: SchemaNode, path: readonly (string | number)[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = resolveRef(root, root);
  for (const step of path) {
    if (!node) return undefined;
    const properties: SchemaNode['properties'] = node.properties;
    const own: SchemaNode | undefined =
      properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
    const more: SchemaNode | undefined =
      typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
    const next: SchemaNode | undefined =
      typeof step === 'number' || (node.items && /^\d+$/.test(step)) ? node.items : (own ?? more);
    node = next && resolveRef(root, next);
  }
  return node;
}

/** The keys that a mapping may have by its schema. */
export function knownKeys(node: SchemaNode | undefined): readonly string[] {
  return Object.keys(node?.properties ?? {});
}
