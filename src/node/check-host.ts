import { randomBytes } from 'node:crypto';
import {
  approvedBase,
  type CheckHost,
  type Files,
  type GitProblem,
  maskSecrets,
  type ReviewsFile,
  secretValues,
  type TrustStore,
} from '../core/index.ts';
import type { Environment } from './base-environment.ts';
import { digestFile } from './digest-file.ts';
import { makeSeal } from './evidence-key.ts';
import { evidenceStore } from './evidence-store.ts';
import { guardedGit } from './guarded-git.ts';
import { laneBase } from './lane-base.ts';
import { nodeFiles } from './node-files.ts';
import { processRunner } from './process-runner.ts';
import { realPath } from './real-path.ts';
import { SHELL } from './run-process.ts';
import { trustStore } from './trust-store.ts';

/** Everything that a computer offers to checks. */
export interface NodeCheckHost
  extends Offered<'runner' | 'git' | 'evidence' | 'mask' | 'digestFile' | 'digestEnvironment'> {
  /** The real path of the workspace folder: `trustDigest` takes it. */
  readonly root: string;
  /** What reads the lines of checks: `laneCommands` takes it. */
  readonly shell: string;
  /** What this user has allowed on this machine. Ask it before every run. */
  readonly trust: TrustStore;
  /**
   * The revision with which the work of a lane is compared, given its reviews: the later of its approved base and the merge
   * base with the target branch.
   */
  baseOf(reviews: ReviewsFile | undefined): Promise<string | GitProblem>;
}

/** What a host may lack, and this one has. */
type Offered<Key extends keyof CheckHost> = Omit<CheckHost, Key> & Required<Pick<CheckHost, Key>>;

/** What a host takes from elsewhere; each has a default that serves. */
export interface CheckHostOptions {
  readonly files?: Files;
  /** From here come the base environment, the variables that checks name, and the secrets that are masked. */
  readonly environment?: Environment;
  /** The folder for what was trusted and for the key of the evidence, in place of this user's own. */
  readonly configFolder?: string;
}

/** What this computer offers to the checks of a workspace folder. It starts nothing until it is asked, and trusts nothing itself. */
export function nodeCheckHost(root: string, options: CheckHostOptions = {}): NodeCheckHost {
  // As a plain object: each look at `process.env` asks the system.
  const { environment = { ...process.env }, configFolder } = options;
  const real = realPath(root) ?? root;
  const secrets = secretValues(environment);
  return {
    root: real,
    shell: SHELL,
    trust: trustStore(real, configFolder),
    files: options.files ?? nodeFiles(real),
    runner: processRunner(real, { environment }),
    git: guardedGit(real),
    evidence: evidenceStore(real, configFolder),
    now: () => new Date().toISOString(),
    ms: () => performance.now(),
    mask: (text) => maskSecrets(text, secrets),
    digestFile: async (path) => digestFile(real, path),
    digestEnvironment: environmentDigest(environment, configFolder),
    baseOf: (reviews) => laneBase(real, reviews && approvedBase(reviews)),
  };
}

/**
 * Seals what variables hold with the key of this user: evidence and reports travel, and from a bare digest a weak secret could
 * be guessed. Without a key nothing is recognised again.
 */
function environmentDigest(environment: Environment, configFolder: string | undefined) {
  let seal: ((text: string) => string) | undefined;
  return (names: readonly string[]): string => {
    const made = seal ? undefined : makeSeal(configFolder);
    seal ??= made && 'of' in made ? made.of : () => randomBytes(16).toString('hex');
    return seal(JSON.stringify(names.map((name) => [name, environment[name] ?? null])));
  };
}
