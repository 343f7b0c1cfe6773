import {
  compileGlob,
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

/** Why no lane can be made of what the command line says; undefined if one can. */
export function problemWith({ outcome, write = [], check = [] }: GivenAnswers): string | undefined {
  if (outcome?.trim() === '') return 'The outcome is empty. Say what changes for somebody when this is done.';
  return problemWithPaths(write) ?? problemWithChecks(check);
}

function problemWithPaths(globs: readonly string[]): string | undefined {
  const wrong = globs.map((glob) => compileGlob(glob)).find((glob) => 'problem' in glob);
  return wrong && 'problem' in wrong ? wrong.message : undefined;
}

function problemWithChecks(checks: readonly string[]): string | undefined {
  const half = checks.find((text) => /^\s*(?:[a-z0-9.-]*=\s*)?$|^\s*=/.test(text));
  if (half !== undefined)
    return `The check ${JSON.stringify(half)} lacks its id or its command. Write id=command, such as unit=npm test, or a command.`;
  const ids = namedIn(checks).map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  return twice === undefined ? undefined : `Two checks are called "${twice}". Give each an id of its own.`;
}

/** The answers after asking a person for what the command line left open: at most four questions, the outcome first. */
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
        (answer) => problemWithPaths(split(answer)),
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
  const answer = await questions.ask(
    'Which commands check the work? Separated by commas',
    commands,
    (typed) => problemWithChecks(split(typed)),
  );
  return answer === commands ? proposed : checksOf(split(answer));
}

/** `id=command`, or a command that names its check itself. */
function checksOf(texts: readonly string[]): readonly DraftCheck[] {
  const bare = texts.filter((text) => !NAMED.test(text));
  const named = namedIn(texts);
  const ids = named.map(({ id }) => id);
  return [...named, ...namedChecks(bare, ids).values()];
}

function namedIn(texts: readonly string[]): readonly { readonly id: string; readonly run: string }[] {
  return texts.flatMap((text) => {
    const [, id, run] = NAMED.exec(text) ?? [];
    return id && run ? [{ id, run }] : [];
  });
}

/** In lower case, so that `CI=1 npm test` stays a command. */
const NAMED = /^([a-z0-9][a-z0-9.-]*)=(.*\S.*)$/s;

function split(answer: string | undefined): readonly string[] {
  return (answer ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

function joined(list: readonly string[] = []): string | undefined {
  return list.length > 0 ? list.join(', ') : undefined;
}
