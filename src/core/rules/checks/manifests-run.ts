import type { Board } from '../../board/board.ts';
import { normalizePath } from '../../glob/workspace-path.ts';
import type { Check } from '../../lane/lane.ts';
import type { PlainWord } from '../../shell/read-shell.ts';
import { shellSteps, upwards } from '../../shell/shell-steps.ts';
import type { FileRun } from './files-run.ts';
import { namedTool } from './idle-command.ts';
import { packageFolder } from './missing-script.ts';
import { MAKEFILES, makeCall } from './missing-target.ts';
import { npmCall } from './npm-call.ts';

/** Tools with the files that say what they do, sought in the folder and those above it. */
const SET_UP_BY: readonly { readonly tool: RegExp; readonly files: readonly string[] }[] = [
  {
    tool: /^(?:ruff|pytest|py\.test|mypy|black|isort|flake8|pylint|pyright|coverage|tox|nox|bandit|hatch|poe)$/,
    files: ['pyproject.toml', 'setup.cfg'],
  },
  { tool: /^just$/, files: ['justfile', 'Justfile', '.justfile'] },
  { tool: /^task$/, files: ['Taskfile.yml', 'Taskfile.yaml', 'Taskfile.dist.yml'] },
  { tool: /^rake$/, files: ['Rakefile'] },
];

/** Without one of these words nothing is set up by a manifest, which is quick to see. */
const MAY_BE_SET_UP =
  /\b(?:make|npm|pnpm|yarn|ruff|py\.?test|mypy|black|isort|flake8|pylint|pyright|coverage|tox|nox|bandit|hatch|poe|just|task|rake)\b/;

/** The makefiles, package.jsons and the like that say what the commands of these checks do. They hold much else too. */
export function manifestsRun(checks: readonly Check[], board: Board): readonly FileRun[] {
  return checks.flatMap(({ id, run, cwd }) => {
    const script = run && MAY_BE_SET_UP.test(run.value) ? board.script(run.value) : undefined;
    if (!script) return [];
    return shellSteps(script, normalizePath(cwd?.value ?? ''))
      .flatMap(({ words, folder }) =>
        folder === undefined ? [] : manifestsOf(namedTool(words), folder, board),
      )
      .map((path) => ({ path, check: id.value }));
  });
}

function manifestsOf(words: readonly PlainWord[], folder: string, board: Board): readonly string[] {
  const make = makeCall(words, folder);
  if (make !== undefined) return existing(MAKEFILES, make.folder, board);
  const npm = npmCall(words, folder, board);
  const home = npm?.kind === 'script' ? packageFolder(npm.folder, board) : undefined;
  if (home !== undefined) return existing(['package.json'], home, board);
  const set = SET_UP_BY.find(({ tool }) => tool.test(words[0]?.text ?? ''));
  return set === undefined ? [] : upwards(folder).flatMap((above) => existing(set.files, above, board));
}

function existing(names: readonly string[], folder: string, { files }: Board): readonly string[] {
  return names
    .map((name) => (folder === '' ? name : `${folder}/${name}`))
    .filter((path) => files.hasFile(path))
    .slice(0, 1);
}
