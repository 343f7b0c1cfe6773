import type { AndOr, CommandNode, PipelineNode, Script, Statement } from 'unbash';
import { normalizePath } from '../glob/workspace-path.ts';
import { type PlainWord, plainWords } from './read-shell.ts';

/** One simple command of a command line, with what is known of it before it runs. */
export interface ShellStep {
  /** Its words, the name first, up to the first that only the shell knows. */
  readonly words: readonly PlainWord[];
  /** True if these are all its words. */
  readonly isWhole: boolean;
  /** The folder it runs in, from the workspace folder; undefined where an earlier `cd` leads somewhere unknown. */
  readonly folder: string | undefined;
  /** True if it may be skipped or fail on purpose: after a test, before `||`, in a branch or loop. */
  readonly isOptional: boolean;
}

/** Where the shell is while it goes through a script. */
interface Place {
  folder: string | undefined;
  readonly isOptional: boolean;
}

/** The simple commands of a script in the order in which they are written, run from `folder`. */
export function shellSteps(script: Script, folder: string): readonly ShellStep[] {
  return stepsOfAll(script.commands, { folder, isOptional: false });
}

function stepsOfAll(statements: readonly Statement[], place: Place): readonly ShellStep[] {
  return statements.flatMap(({ command }) =>
    command.type === 'AndOr' ? stepsOfChain(command, place) : stepsOfPipeline(command, place),
  );
}

function stepsOfChain({ commands, operators }: AndOr, place: Place): readonly ShellStep[] {
  const steps: ShellStep[] = [];
  let isGuarded = place.isOptional;
  for (const [at, command] of commands.entries()) {
    const isFallback = operators.slice(Math.max(0, at - 1), at + 1).includes('||');
    const there = { folder: place.folder, isOptional: isGuarded || isFallback };
    const own = stepsOfPipeline(command, there);
    place.folder = there.folder;
    isGuarded ||= command.type === 'TestCommand' || isTest(own[0]);
    steps.push(...own);
  }
  return steps;
}

function stepsOfPipeline(node: PipelineNode, place: Place): readonly ShellStep[] {
  if (node.type !== 'Pipeline') return stepsOfCommand(node, place);
  const isOptional = place.isOptional || node.prefixes.some(({ type }) => type === 'Negation');
  return node.commands.flatMap((command) => stepsOfCommand(command, { folder: place.folder, isOptional }));
}

function stepsOfCommand(node: CommandNode, place: Place): readonly ShellStep[] {
  switch (node.type) {
    case 'Command': {
      const words = plainWords(node);
      const isWhole = words.length === node.args.length + 1;
      const step = { words, isWhole, folder: place.folder, isOptional: place.isOptional };
      if (/^(?:cd|pushd|popd)$/.test(words[0]?.text ?? '')) place.folder = afterCd(words, place.folder);
      return [step];
    }
    case 'Subshell':
      return stepsOfAll(node.body.commands, { ...place });
    case 'BraceGroup':
      return stepsOfAll(node.body.commands, place);
    case 'Redirected':
      return stepsOfCommand(node.command, place);
    default:
      // Branches and loops: what they run, and where they leave the shell, is known only when they run.
      place.folder = undefined;
      return [];
  }
}

function afterCd(words: readonly PlainWord[], folder: string | undefined): string | undefined {
  const to = words[1]?.text;
  if (words[0]?.text !== 'cd' || words.length !== 2 || to === undefined || folder === undefined)
    return undefined;
  return joinPath(folder, to);
}

/** A path as seen from a folder of the workspace; undefined where it leaves the workspace or begins elsewhere. */
export function joinPath(folder: string, path: string): string | undefined {
  if (/^(?:[/~-]|[a-z]:)/i.test(path)) return undefined;
  const joined = `${folder}/${path}`;
  let depth = 0;
  for (const segment of joined.split('/')) {
    if (segment === '..') depth--;
    else if (segment !== '' && segment !== '.') depth++;
    if (depth < 0) return undefined;
  }
  return normalizePath(joined);
}

/** A folder and those above it, up to the workspace folder. */
export function upwards(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== ''; ) {
    at = at.slice(0, Math.max(0, at.lastIndexOf('/')));
    folders.push(at);
  }
  return folders;
}

function isTest(step: ShellStep | undefined): boolean {
  const [name, option] = (step?.words ?? []).map(({ text }) => text);
  return /^(?:test|\[|which|type|hash)$/.test(name ?? '') || (name === 'command' && option === '-v');
}
