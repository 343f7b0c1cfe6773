import type { DraftCheck, Place } from '../../core/index.ts';
import type { Session } from '../session.ts';
import { type Answer, askChoices, askText, type Question } from './questions.ts';

/** What the questions about a new lane gave so far. */
export interface Answered {
  readonly outcome?: string | undefined;
  readonly id: string;
  readonly write?: readonly string[];
  readonly checks?: readonly DraftCheck[];
}

/** Asks one question and adds its answer to the others. */
export type Ask = (answered: Answered) => Promise<Answer<Answered>>;

/** What a question stands on. */
interface Asking extends Omit<Question, 'placeholder'> {
  readonly session: Session;
  readonly place: Place;
}

const MOST_FOLDERS = 200;

/** The four questions, in their order. */
export function laneQuestions(title: string, session: Session, place: Place): readonly Ask[] {
  const asks = [askOutcome, askId, askWrite, askChecks];
  return asks.map(
    (ask, index) => (answered) => ask({ title, step: index + 1, of: asks.length, session, place }, answered),
  );
}

async function askOutcome(
  { session: _, place: __, ...question }: Asking,
  answered: Answered,
): Promise<Answer<Answered>> {
  const answer = await askText({
    ...question,
    prompt: 'What is different when this is done, and for whom?',
    placeholder: 'Customers get a refund confirmation within a minute',
    proposal: answered.outcome,
  });
  return withAnswer(answer, (outcome) => ({ ...answered, outcome }));
}

async function askId(
  { session: { core, board }, ...question }: Asking,
  answered: Answered,
): Promise<Answer<Answered>> {
  const taken = [...board.lanes.values()].map(({ id }) => id);
  const proposal = core.proposeId(answered.outcome ?? '', taken);
  const answer = await askText({
    ...question,
    prompt: "The lane's id, which names its file.",
    placeholder: proposal,
    proposal: answered.id || proposal,
    problem(id) {
      if (!core.isLaneId(id))
        return `"${id}" cannot be an id. Use lower-case letters, digits and "-", such as "${proposal}".`;
      return taken.includes(id) ? `"${id}" is taken. Choose another id.` : undefined;
    },
  });
  return withAnswer(answer, (id) => ({ ...answered, id: id || proposal }));
}

async function askWrite(
  { session, place, ...question }: Asking,
  answered: Answered,
): Promise<Answer<Answered>> {
  const proposed = session.core.proposeWritePaths(place);
  const others = foldersOf(session.board.files.paths).filter((glob) => !proposed.includes(glob));
  const choice = (isProposed: boolean) => (glob: string) => ({ value: glob, label: glob, isProposed });
  const answer = await askChoices({
    ...question,
    placeholder: 'What may it change? Pick folders, or type a path or glob.',
    choices: [...proposed.map(choice(true)), ...others.map(choice(false))],
    typed: choice(false),
  });
  return withAnswer(answer, (write) => ({ ...answered, write }));
}

async function askChecks(
  { session, place, ...question }: Asking,
  answered: Answered,
): Promise<Answer<Answered>> {
  const { core, board } = session;
  const found = core.proposeChecks(board.commands, place.folder);
  const choice = (check: DraftCheck, isProposed: boolean) => ({
    value: check,
    label: check.run ?? check.id,
    description: [check.kind ?? 'test', ...(check.cwd ? [`in ${check.cwd}`] : [])].join(', '),
    isProposed,
  });
  const answer = await askChoices({
    ...question,
    placeholder:
      found.length > 0
        ? 'Which commands show that it works? Pick, or type another.'
        : 'Which command shows that it works? Type it.',
    choices: found.map((check) => choice(check, true)),
    typed: (run) => choice({ id: core.proposeId(run), run }, false),
  });
  return withAnswer(answer, (checks) => ({ ...answered, checks }));
}

function withAnswer<T>(answer: Answer<T>, take: (value: T) => Answered): Answer<Answered> {
  return answer.kind === 'answer' ? { kind: 'answer', value: take(answer.value) } : answer;
}

/** The folders of the workspace as globs, the upper ones first. */
function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    const segments = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= segments.length; depth++) folders.add(segments.slice(0, depth).join('/'));
  }
  const depthOf = (folder: string) => folder.split('/').length;
  const sorted = [...folders].sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
  return sorted.slice(0, MOST_FOLDERS).map((folder) => `${folder}/**`);
}
