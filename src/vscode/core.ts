/** The core as a value; its types are imported as usual. */
export type Core = typeof import('../core/index.ts');

/** Loads the core: parser, schemas and rules. Everything else here is loaded when VS Code starts, this when it is first used. */
export function loadCore(): Promise<Core> {
  return import('../core/index.ts');
}
