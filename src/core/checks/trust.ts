import type { LaneCommand } from './lane-commands.ts';

/** Remembers, outside every repository, which commands this user has seen and allowed on this machine. */
export interface TrustStore {
  allows(digest: string): Promise<boolean>;
  /**
   * Returns why it could not be remembered, as a sentence for people. `seen` is what the person looked at, for showing later what
   * has changed.
   */
  allow(digest: string, seen?: SeenCommands): Promise<string | undefined>;
  /** The commands of a lane that were allowed last; undefined where that is not known. It allows nothing. */
  lastAllowed?(lane: string): Promise<readonly LaneCommand[] | undefined>;
}

/** The commands of a lane as somebody saw them. */
export interface SeenCommands {
  readonly lane: string;
  readonly commands: readonly LaneCommand[];
}
