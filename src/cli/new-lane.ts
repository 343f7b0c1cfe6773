import {
  compileGlob,
  composeLane,
  hasGlobCharacters,
  isLaneId,
  type LaneAnswers,
  laneFromMarkdown,
  matchesGlob,
  proposeId,
  TEMPLATES,
} from '../core/index.ts';
import type { OpenWorkspace } from './workspace.ts';

/** A lane that could be written: its text, and what a person should look at. */
export interface NewLane {
  readonly id: string;
  readonly path: string;
  readonly text: string;
  readonly notes: readonly string[];
}

/** A lane from answers, by a template where one is named. Else why there can be none. */
export function laneFromAnswers(
  id: string | undefined,
  answers: LaneAnswers,
  template: string | undefined,
  workspace: OpenWorkspace,
): NewLane | { readonly problem: string } {
  const compose = TEMPLATES.find((one) => one.id === template)?.compose ?? composeLane;
  const text = compose(answers);
  return place(id ?? proposeId(answers.outcome ?? '', idsOf(workspace)), { text, notes: [] }, workspace);
}

/** A lane drafted from a description in Markdown. Else why there can be none. */
export function laneFromDescription(
  id: string | undefined,
  markdown: string,
  fileName: string,
  workspace: OpenWorkspace,
): NewLane | { readonly problem: string } {
  const drafted = laneFromMarkdown(markdown, {
    fileName,
    files: workspace.loaded.board.files,
    lanes: idsOf(workspace),
  });
  return place(id ?? drafted.id, drafted, workspace);
}

function place(
  id: string,
  { text, notes }: Pick<NewLane, 'text' | 'notes'>,
  workspace: OpenWorkspace,
): NewLane | { readonly problem: string } {
  if (!isLaneId(id)) {
    const remedy = `Write words of lower-case letters and digits with hyphens, such as ${JSON.stringify(proposeId(id, idsOf(workspace)))}.`;
    return { problem: `${JSON.stringify(id)} cannot name a lane. ${remedy}` };
  }
  const [taken] = workspace.loaded.board.withId(id);
  if (taken)
    return { problem: `There is a lane ${JSON.stringify(id)} already, at ${taken.path}. Choose another id.` };
  return { id, path: `${folderFor(id, workspace)}/${id}.lane.yaml`, text, notes };
}

function idsOf({ loaded: { board } }: OpenWorkspace): readonly string[] {
  return [...board.lanes.values()].map(({ id }) => id);
}

/** `lanes`, unless the settings look for lanes elsewhere: then where there are some, or where they are looked for. */
function folderFor(id: string, { loaded: { board } }: OpenWorkspace): string {
  const globs = board.settings.include.flatMap((text) => {
    const glob = compileGlob(text);
    return 'problem' in glob ? [] : [glob];
  });
  const folders = [...board.lanes.keys()].map((path) => path.replace(/\/?[^/]*$/, ''));
  const candidates = ['lanes', ...folders, ...board.settings.include.map(literalStart)].filter(Boolean);
  return (
    candidates.find((folder) => globs.some((glob) => matchesGlob(glob, `${folder}/${id}.lane.yaml`))) ??
    'lanes'
  );
}

function literalStart(glob: string): string {
  const names = glob.split('/');
  const wild = names.findIndex(hasGlobCharacters);
  return names.slice(0, wild < 0 ? -1 : wild).join('/');
}
