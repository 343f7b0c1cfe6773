/** What a workspace offers to run after `run:`, by folder (`''` is the workspace folder itself). */
export interface Commands {
  readonly npmScripts: ReadonlyMap<string, readonly string[]>;
  readonly makeTargets: ReadonlyMap<string, readonly string[]>;
}
