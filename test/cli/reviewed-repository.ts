import { spawnSync } from 'node:child_process';
import { type CheckedRepository, givenCheckedRepositories } from './checked-repository.ts';
import { BUILT, environment, lanekeeper, type Ran } from './lanekeeper.ts';
import { SOUND_FILES, SOUND_LANE } from './sound-lane.ts';

/** A repository with one lane that takes part in reviews. */
export interface ReviewedRepository extends CheckedRepository {
  /** Who git says that this user is from now on. */
  be(name: string): void;
  /** Runs with a person at the terminal who types this. */
  type(input: string, ...args: readonly string[]): Ran;
  /** Runs in another folder. */
  runIn(folder: string, ...args: readonly string[]): Ran;
  /** What `status --json` says of the lane. */
  status(id?: string): Status;
}

/** One lane of `status --json`. */
export interface Status {
  readonly stage: string;
  readonly next: string;
  readonly intent: { readonly state: string; readonly changed?: readonly { readonly field: string }[] };
  readonly outcome: { readonly state: string; readonly because?: readonly { readonly message: string }[] };
  readonly questions: readonly string[];
}

/** The lane of those repositories: its one check passes while the file is there that the lane is to make. */
export const LANE_PATH = 'lanes/refund-mail.lane.yaml';
export const REVIEWS_PATH = 'lanes/refund-mail.reviews.yaml';
const LANE = SOUND_LANE.replace('title:', 'owner: ana@example.com\ntitle:')
  .replace('unit: npm test', 'unit: test -f src/refunds/mail.ts')
  .replace('free: [mail wording]', 'free: [mail wording]\n    reserved: [a new field]');

/** Gives each test a repository of its own with one sound lane, whose owner is Ana; the user is Bea. */
export function givenReviewedRepositories(): (more?: Readonly<Record<string, string>>) => ReviewedRepository {
  const repositories = givenCheckedRepositories();
  return (more = {}) => {
    const repository = repositories({ ...SOUND_FILES, [LANE_PATH]: LANE, ...more });
    const { root, env, git, run } = repository;
    const be = (name: string) => {
      git('config', 'user.name', name);
      git('config', 'user.email', `${name.toLowerCase()}@example.com`);
    };
    be('Bea');
    return {
      ...repository,
      be,
      type(input, ...args) {
        const words = [process.execPath, BUILT, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
        const { status, stdout, stderr } = spawnSync('script', ['-qec', words.join(' '), '/dev/null'], {
          cwd: root,
          input,
          env: environment(root, env),
          encoding: 'utf8',
          timeout: 20_000,
        });
        return { code: status, stdout, stderr };
      },
      runIn: (folder, ...args) => lanekeeper(args, { cwd: folder, env }),
      status(id = 'refund-mail') {
        const { lanes } = JSON.parse(run('status', '--json').stdout);
        return lanes.find((lane: { id: string }) => lane.id === id);
      },
    };
  };
}
