import * as vscode from 'vscode';
import type { LaneAnswers, Place, Template } from '../../core/index.ts';
import { loadCore } from '../core.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { createOrDraft } from './create-or-draft.ts';
import { type Answered, type Ask, laneQuestions } from './lane-questions.ts';
import { pickFolder } from './pick-folder.ts';

/** *New Lane*, from the palette or for a folder of the explorer, and *New Lane From Template*. */
export function registerNewLane(sessions: Sessions): vscode.Disposable {
  const inFolder = (folder?: vscode.Uri) => newLane(sessions, { title: 'New Lane', folder });
  return vscode.Disposable.from(
    vscode.commands.registerCommand('lanekeeper.newLane', () => inFolder()),
    vscode.commands.registerCommand('lanekeeper.newLaneInFolder', inFolder),
    vscode.commands.registerCommand('lanekeeper.newLaneFromTemplate', async () => {
      const template = await pickTemplate();
      if (template) await newLane(sessions, { title: `New Lane: ${template.title}`, template });
    }),
  );
}

/** What is known before the first question. */
interface NewLane {
  readonly title: string;
  readonly template?: Template;
  /** The folder of the explorer that the lane is for. */
  readonly folder?: vscode.Uri | undefined;
}

async function newLane(sessions: Sessions, { title, template, folder }: NewLane): Promise<void> {
  const workspaceFolder = await pickFolder(title, folder);
  if (!workspaceFolder) return;
  const session = await sessions.ofFolder(workspaceFolder);
  const place = placeOf(session, folder);
  const answered = await askAll(laneQuestions(title, session, place));
  if (!answered) return;
  const { core } = session;
  const answers: LaneAnswers = { ...answered, context: core.proposeContext(placeOfWork(place, answered)) };
  const text = template ? template.compose(answers) : core.composeLane(answers);
  await createOrDraft(session.uri(`${homeOf(place.folder)}/${answered.id}.lane.yaml`), text);
}

async function pickTemplate(): Promise<Template | undefined> {
  const { TEMPLATES } = await loadCore();
  const items = TEMPLATES.map((template) => ({
    label: template.title,
    detail: template.description,
    template,
  }));
  const options = { title: 'New Lane From Template', placeHolder: 'What sort of work is it?' };
  return (await vscode.window.showQuickPick(items, options))?.template;
}

function placeOf(session: Session, folder: vscode.Uri | undefined): Place {
  const file = vscode.window.activeTextEditor?.document.uri;
  return {
    folder: folder && (session.path(folder) ?? ''),
    file: file && session.path(file),
    files: session.board.files,
  };
}

/** Where the work is: where somebody stands, else the first folder that the lane may change. */
function placeOfWork(place: Place, { write: [first = ''] = [] }: Answered): Place {
  return place.folder === undefined && place.file === undefined
    ? { ...place, folder: first.replace(/\/?[^/]*[*?{[].*$/, '') }
    : place;
}

/** Lanes live in `lanes/`, unless somebody asked for one in a folder of lanes. */
function homeOf(folder: string | undefined): string {
  return folder !== undefined && /(^|\/)lanes(\/|$)/.test(folder) ? folder : 'lanes';
}

/** Asks one question after the other, and again what somebody goes back to; nothing if it was cancelled. */
async function askAll(questions: readonly Ask[]): Promise<Answered | undefined> {
  let answered: Answered = { id: '' };
  for (let at = 0; at < questions.length; ) {
    const answer = await questions[at]?.(answered);
    if (!answer || answer.kind === 'cancelled') return undefined;
    if (answer.kind === 'answer') answered = answer.value;
    at += answer.kind === 'answer' ? 1 : -1;
  }
  return answered;
}
