import type { YamlPath } from '../edit/operation.ts';
import { normalizePath } from '../glob/workspace-path.ts';
import type { Proposal, Request } from './completion-item.ts';
import { snippetText } from './snippet.ts';
import { type Tree, treeAt } from './tree.ts';

/** npm runs these two without `run`. */
const SHORT_SCRIPTS = ['test', 'start'];

/** The npm scripts and make targets of the folder in which the check runs. */
export function proposeCommands({ cursor, board }: Request): Proposal[] {
  const folder = workingFolder(cursor.tree, cursor.path);
  const scripts = board.commands.npmScripts.get(folder) ?? [];
  const targets = board.commands.makeTargets.get(folder) ?? [];
  const commands = [
    ...scripts.map((script) => (SHORT_SCRIPTS.includes(script) ? `npm ${script}` : `npm run ${script}`)),
    ...targets.filter((target) => !target.includes('%')).map((target) => `make ${target}`),
  ];
  // A command may be one of several, and have arguments: only its first words up to the cursor's word are replaced.
  const earlier = /^.*(?:&&|\|\||;)\s*/s.exec(cursor.typed)?.[0].length ?? 0;
  const start = cursor.replace.start + earlier;
  const word = /^\S*/.exec(cursor.rest)?.[0].length ?? 0;
  const replace = { start, end: cursor.replace.start + cursor.typed.length + word };
  const isPart = earlier > 0 || word < cursor.rest.length;
  return commands.map((label) => ({
    label,
    kind: 'command',
    replace,
    ...(isPart ? { snippet: snippetText(label) } : {}),
  }));
}

/** The folder that `cwd` names beside the command; the workspace folder where it names none. */
function workingFolder(tree: Tree | undefined, path: YamlPath): string {
  const cwd = path.at(-1) === 'run' ? treeAt(tree, [...path.slice(0, -1), 'cwd']) : undefined;
  return cwd?.kind === 'scalar' ? normalizePath(cwd.value) : '';
}
