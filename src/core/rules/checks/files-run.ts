import type { Board } from '../../board/board.ts';
import { normalizePath } from '../../glob/workspace-path.ts';
import type { Check } from '../../lane/lane.ts';
import { joinPath, shellSteps } from '../../shell/shell-steps.ts';

/** A file of the workspace that the command of a check names. */
export interface FileRun {
  readonly path: string;
  /** The id of the check. */
  readonly check: string;
}

/** Tests, by the names that the usual runners give them. */
const TEST =
  /(?:[._-](?:test|spec|tests)\.[a-z]+|(?:^|\/)test_[^/]*\.py|_test\.[a-z]+|(?:Test|Tests|Spec)\.[a-z]+|\.feature)$/;

/** Without a name that has an ending no file is named, which is quick to see. */
const FILE_NAME = /\w\.\w/;

/** The files that the commands of these checks name and that are no tests. */
export function filesRun(checks: readonly Check[], board: Board): readonly FileRun[] {
  return filesNamed(checks, board).filter(({ path }) => !isTest(path));
}

/** Whether a path is that of a test, by its name. */
export function isTest(path: string): boolean {
  return TEST.test(path);
}

/** The files that the commands of these checks name, tests included. */
export function filesNamed(checks: readonly Check[], board: Board): readonly FileRun[] {
  return checks.flatMap((check) => {
    const script = check.run && FILE_NAME.test(check.run.value) ? board.script(check.run.value) : undefined;
    if (!script) return [];
    const steps = shellSteps(script, normalizePath(check.cwd?.value ?? ''));
    return steps.flatMap(({ words, folder }) =>
      words.flatMap(({ text }) => {
        const path = folder === undefined || !/[./]/.test(text) ? undefined : joinPath(folder, text);
        return path !== undefined && board.files.hasFile(path) ? [{ path, check: check.id.value }] : [];
      }),
    );
  });
}
