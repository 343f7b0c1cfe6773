import { setTimeout as wait } from 'node:timers/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { type Answer, appendReview, loadReviews, type ReviewsFile, unanswered } from '../core/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { cancelOnSignal } from './interruption.ts';
import { changeReviewsOf, gatesOf, type OpenLane, openLane } from './open-lane.ts';
import { safeJson } from './safe-json.ts';
import { refuse, type Terminal } from './terminal.ts';
import { visible } from './visible.ts';

interface AnswersOptions {
  readonly ask?: string;
  readonly wait?: true;
  readonly timeout?: number;
  readonly json?: true;
}

const PAUSE_MS = 500;
const UNITS: { readonly [unit: string]: number } = { s: 1000, m: 60_000, h: 3_600_000 };

const HELP = `
For an agent that met a decision which is reserved: it asks, waits, and goes on with the answer. \`lanekeeper status\` shows the
question, \`lanekeeper answer\` answers it.

Examples:
  $ lanekeeper answers refund-mail
  $ lanekeeper answers refund-mail --ask "may the ledger row get a new field?" --wait

Exit codes:
  0    every question has its answer
  1    some question has none yet
  2    could not run
  130  cancelled`;

/** `lanekeeper answers ID`: the answers to reserved decisions that came up. */
export function addAnswers(program: Command, terminal: Terminal): void {
  program
    .command('answers')
    .argument('<id>', 'the id of a lane, or its path in the workspace')
    .description('print the answers to decisions that came up; ask one, or wait for them')
    .option('--ask <decision>', 'ask what has to be decided')
    .option('--wait', 'wait until every question has its answer')
    .option('--timeout <time>', 'with --wait: wait no longer than this, such as 30m', readTime)
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (id: string, options: AnswersOptions) =>
      terminal.end(await answers(id, options, terminal)),
    );
}

async function answers(id: string, options: AnswersOptions, terminal: Terminal): Promise<ExitCode> {
  const open = await openLane(id);
  if ('problem' in open) return refuse(terminal, open.problem);
  const problem = options.ask === undefined ? undefined : await ask(open, options.ask);
  if (problem !== undefined) return refuse(terminal, problem);
  const { cancellation, dispose } = cancelOnSignal(() => terminal.note('No longer waiting.'));
  const until = performance.now() + (options.timeout ?? Number.POSITIVE_INFINITY);
  let reviews = await readNow(open);
  while (options.wait && isWaiting(reviews) && !cancellation.isCancelled && performance.now() < until) {
    await wait(PAUSE_MS);
    reviews = await readNow(open);
  }
  dispose();
  const [broken] = reviews?.problems ?? [];
  if (broken) return refuse(terminal, `The reviews cannot be read: ${visible(broken.message)}`);
  show(reviews, options, terminal);
  if (cancellation.isCancelled) return EXIT.cancelled;
  return isWaiting(reviews) ? EXIT.findings : EXIT.clean;
}

/** Records a question; one that is open already is not asked twice. */
async function ask(open: OpenLane, decision: string): Promise<string | undefined> {
  if (decision.trim() === '') return 'Say what has to be decided.';
  const { next } = await gatesOf(open);
  if (next !== 'work' && next !== 'answer') return 'Nobody asks now: the lane is with no agent.';
  if (open.reviews && unanswered(open.reviews).some((one) => one.decision.value === decision))
    return undefined;
  const by = open.reviews?.handed.at(-1)?.to?.value ?? 'agent';
  const entry = { decision, by, at: open.host.now() };
  return changeReviewsOf(open, (path) => (text) => appendReview(path, text, 'asked', entry));
}

function readNow({ host, file }: OpenLane): Promise<ReviewsFile | undefined> {
  return loadReviews(host.files, file.path);
}

/** A file that is being merged just now may be broken for a while; then there is an answer to wait for, too. */
function isWaiting(reviews: ReviewsFile | undefined): boolean {
  return reviews !== undefined && (reviews.problems.length > 0 || unanswered(reviews).length > 0);
}

function show(reviews: ReviewsFile | undefined, { json }: AnswersOptions, { print }: Terminal): void {
  const given = reviews?.answers ?? [];
  const open = (reviews ? unanswered(reviews) : []).map(({ decision }) => decision.value);
  if (json) print(safeJson({ answers: given.map(answerJson), unanswered: open }, 2));
  else {
    for (const { decision, answer } of given) print(`${visible(decision.value)}: ${visible(answer.value)}`);
    for (const decision of open) print(`${visible(decision)}: no answer yet`);
    if (given.length + open.length === 0) print('No decision has come up.');
  }
}

function answerJson({ decision, answer, by, at }: Answer) {
  return { decision: decision.value, answer: answer.value, by: by?.value, at: at?.value };
}

function readTime(value: string): number {
  const [, number = '', unit = ''] = /^([0-9]{1,5})([smh])$/.exec(value) ?? [];
  const time = Number(number) * (UNITS[unit] ?? Number.NaN);
  if (!(time > 0)) throw new InvalidArgumentError('Write a number with s, m or h, such as 30m.');
  return time;
}
