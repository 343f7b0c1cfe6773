import * as vscode from 'vscode';
import type { CheckOutcome } from '../../core/index.ts';
import type { Session } from '../session.ts';
import { factsOf, failureText } from './outcome-text.ts';

/** More places than a person goes to are not listed; the reason counts them all. */
const MOST_PLACES = 50;

/** Where an outcome is shown. */
export interface Shown {
  readonly run: vscode.TestRun;
  readonly item: vscode.TestItem;
  readonly session: Session;
}

/** Shows in the Test Explorer how a check ended: at the check's line, and at the files that it names. */
export function reportOutcome(shown: Shown, outcome: CheckOutcome): void {
  const { run, item, session } = shown;
  const { core } = session;
  const { result, evidence, notes } = outcome;
  // Built-in checks take no time that says anything.
  const ms = evidence?.ms || undefined;
  const print = (text: string) => printLine(run, core.neutralise(text), item);
  for (const note of notes) print(note);
  switch (result.state) {
    case 'passed':
      for (const fact of factsOf(core, outcome)) print(fact);
      for (const { path, note } of evidence?.files ?? []) print(`${path}: ${note}`);
      run.passed(item, ms);
      break;
    case 'unchanged':
      print(
        `Not run: nothing that "${outcome.check.id}" reads has changed since it passed at ${result.since}. "Run Checks Anew" runs it all the same.`,
      );
      run.passed(item);
      break;
    case 'failed':
    case 'timed-out':
      print(`"${outcome.check.id}" ${result.state === 'failed' ? 'failed' : 'timed out'}. ${result.because}`);
      run.failed(
        item,
        [messageAt(item, failureText(core, outcome, result.because)), ...placesOf(session, outcome)],
        ms,
      );
      break;
    case 'not-started':
      print(`"${outcome.check.id}" was not started. ${result.reason}`);
      run.errored(item, messageAt(item, core.neutralise(`Not started. ${result.reason}`)));
      break;
    case 'cancelled':
      print(`"${outcome.check.id}" was cancelled.`);
      run.skipped(item);
      break;
  }
}

/** Adds a text to the output of a run, whose line breaks are those of a terminal. */
export function printOutput(run: vscode.TestRun, text: string, item?: vscode.TestItem): void {
  run.appendOutput(text.replace(/\r?\n/g, '\r\n'), undefined, item);
}

/** As `printOutput`, for whole lines. */
export function printLine(run: vscode.TestRun, text: string, item?: vscode.TestItem): void {
  printOutput(run, `${text}\n`, item);
}

/** A message at the line in which a check is written. */
export function messageAt({ uri, range }: vscode.TestItem, text: string): vscode.TestMessage {
  const message = new vscode.TestMessage(text);
  if (uri) message.location = new vscode.Location(uri, range ?? new vscode.Position(0, 0));
  return message;
}

/** The files that a failed check names, each with its note, for those that are still there. */
function placesOf(session: Session, { evidence }: CheckOutcome): readonly vscode.TestMessage[] {
  return (evidence?.files ?? [])
    .filter(({ path }) => session.board.files.hasFile(path))
    .slice(0, MOST_PLACES)
    .map(({ path, note }) => {
      const message = new vscode.TestMessage(session.core.neutralise(`${path}: ${note}`));
      message.location = new vscode.Location(session.uri(path), new vscode.Position(0, 0));
      return message;
    });
}
