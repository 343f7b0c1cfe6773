import {
  type DraftCheck,
  type LaneAnswers,
  namedChecks,
  proposeChecks,
  proposeContext,
  proposeWritePaths,
} from '../core/index.ts';
import type { Questions } from './ask.ts';
import type { OpenWorkspace } from './workspace.ts';

/** What a lane can be made of, as given on the command line. */
export interface GivenAnswers {
  readonly outcome?: string;
  readonly write?: readonly string[];
  readonly check?: readonly string[];
  readonly owner?: string;
}

/** Answers from the command line; what they leave open is proposed from the folder (relative to the workspace) and its scripts. */
export function answersFor(
  given: GivenAnswers,
  folder: string,
  { loaded: { board } }: OpenWorkspace,
): LaneAnswers {
  const place = { folder, files: board.files };
  return {
    outcome: given.outcome,
    owner: given.owner,
    write: given.write ?? proposeWritePaths(place),
    context: proposeContext(place),
    checks: given.check ? checksOf(given.check) : proposeChecks(board.commands, folder),
  };
}

/** The same after asking a person for what the command line left open: at most four questions, the outcome first. */
export async function askFor(
  given: GivenAnswers,
  proposed: LaneAnswers,
  questions: Questions,
): Promise<LaneAnswers> {
  const outcome = given.outcome ?? (await questions.ask('What changes for somebody when this is done?'));
  const write =
    given.write ??
    split(
      await questions.ask(
        'Which paths may the agent change? Globs, separated by commas',
        joined(proposed.write),
      ),
    );
  const read = split(
    await questions.ask(
      'Which file should a stranger open first?',
      joined(proposed.context?.filter((entry) => typeof entry === 'string')),
    ),
  );
  const asked = given.check ? proposed.checks : await askForChecks(proposed.checks ?? [], questions);
  return { ...proposed, outcome, write, context: read, checks: asked };
}

async function askForChecks(
  proposed: readonly DraftCheck[],
  questions: Questions,
): Promise<readonly DraftCheck[]> {
  const commands = joined(proposed.flatMap(({ run }) => run ?? []));
  const answer = await questions.ask('Which commands check the work? Separated by commas', commands);
  return answer === commands ? proposed : checksOf(split(answer));
}

/** `id=command`, or a command that names its check itself. */
function checksOf(texts: readonly string[]): readonly DraftCheck[] {
  const bare = texts.filter((text) => !NAMED.test(text));
  const named = texts.flatMap((text) => {
    const [, id, run] = NAMED.exec(text) ?? [];
    return id && run ? [{ id, run }] : [];
  });
  return [...named, ...namedChecks(bare).values()];
}

/** In lower case, so that `CI=1 npm test` stays a command. */
const NAMED = /^([a-z0-9][a-z0-9.-]*)=(.+)$/s;

function split(answer: string | undefined): readonly string[] {
  return (answer ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

function joined(list: readonly string[] = []): string | undefined {
  return list.length > 0 ? list.join(', ') : undefined;
}
