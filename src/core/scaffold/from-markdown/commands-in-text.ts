import type { Token } from 'marked';
import type { DraftCheck } from '../lane-draft.ts';

/** Programs that a description of work may call to check it. */
const PROGRAMS =
  'npm|npx|pnpm|yarn|bun|bunx|deno|node|make|just|task|cargo|go|pytest|python3?|tox|nox|ruff|mypy|mvn|\\.?/?gradlew|\\.?/?mvnw|gradle|dotnet|rake|rspec|mix|composer|phpunit|git diff|git grep|tsc|eslint|biome|jest|vitest|mocha|playwright|nix|bash|sh|\\./\\S+';
const COMMAND = new RegExp(`^(?:${PROGRAMS})(?:\\s|$)`);
const PASSES = /^(?:passes|pass|succeeds|is green|is clean|exits? (?:with )?(?:code )?0|reports? no)\b/;
const BARE = new RegExp(
  `^((?:${PROGRAMS})\\s[^\`]*?)\\s+(?:\\([^)]*\\)\\s+)?(?=passes\\b|succeeds\\b|is green\\b|is clean\\b|exits? (?:with )?(?:code )?0\\b)`,
);
const RUN = /^(?:run|execute|call)\s+(?:the command\s+)?`([^`\n]+)`/i;
const ALONE = /^`([^`\n]+)`[.:;]?$/;
/** A command that sends, installs or never ends proves nothing. */
const NO_CHECK = /\b(?:install|ci|deploy|publish|push|release|watch|start|serve|dev)\b/;
const LINTS =
  /\b(?:lint|tsc|typecheck|type-check|eslint|biome|prettier|ruff|mypy|clippy|fmt|bun run check|git diff)\b/;
const CONTINUED = /\\$|^\s*(?:if|for|while|case|do|done|fi|esac|then|else)\b|<<|[({]$/m;
const SHELLS = new Set(['', 'sh', 'bash', 'shell', 'console', 'zsh']);

/** The command that a sentence says must pass: it begins with it, or says "run" and it; nothing if it only mentions one. */
export function commandOf(sentence: string): string | undefined {
  const run =
    RUN.exec(sentence)?.[1] ?? ALONE.exec(sentence)?.[1] ?? passing(sentence) ?? BARE.exec(sentence)?.[1];
  const command = run?.replace(/^\$\s+/, '').trim();
  if (!command || NO_CHECK.test(command)) return undefined;
  return COMMAND.test(command) || RUN.test(sentence) ? command : undefined;
}

/** The commands of fenced shell code: one for each line, or one for all where the lines belong together. */
export function commandsInCode(block: Token): readonly string[] {
  if (block.type !== 'code' || !SHELLS.has(block.lang ?? '')) return [];
  const code = block.text.replace(/^\$\s+/gm, '').trim();
  if (CONTINUED.test(code)) return COMMAND.test(code) ? [code] : [];
  const lines = code.split('\n').map((line: string) => line.replace(/\s+#\s.*$/, '').trim());
  return lines.filter((line: string) => COMMAND.test(line) && !NO_CHECK.test(line));
}

/** Gives commands ids as checks that are not taken yet, each command once. */
export function namedChecks(
  commands: Iterable<string>,
  takenIds: Iterable<string> = [],
): ReadonlyMap<string, DraftCheck> {
  const checks = new Map<string, DraftCheck>();
  const taken = new Set(takenIds);
  for (const run of new Set(commands)) {
    const base = idOf(run);
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
    taken.add(id);
    checks.set(run, { id, run, ...(LINTS.test(run) ? { kind: 'lint' } : {}) });
  }
  return checks;
}

function passing(sentence: string): string | undefined {
  const found = /^`([^`\n]+)`\s+(.*)/.exec(sentence);
  return found?.[2] && PASSES.test(found[2]) ? found[1] : undefined;
}

function idOf(command: string): string {
  const words =
    command
      .toLowerCase()
      .replace(/^(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?|^(?:npx|bunx|make)\s+/, '')
      .match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, 3).join('-').slice(0, 40) || 'check';
}
