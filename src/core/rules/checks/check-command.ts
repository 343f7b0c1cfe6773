import type { Command } from 'unbash';
import { toolWords } from './idle-command.ts';

/** Tools that look at the work, whatever they are asked. */
const CHECKERS =
  /^(?:pytest|py\.test|jest|vitest|mocha|eslint|mypy|pyright|tsc|flake8|pylint|rubocop|rspec|phpunit|golangci-lint|shellcheck|ctest|tox|nox|stylelint)$/;
/** Tools that look at the work if they are asked so. */
const ASKED =
  /^(?:cargo (?:test|check|clippy)|go (?:test|vet)|(?:deno|bun|dotnet|playwright) test|ruff check|biome (?:check|lint|ci)|mvn (?:test|verify)|(?:\.\/)?gradlew? (?:test|check)|node --test)\b/;
/** Names of scripts and targets that look at the work. */
const CHECK_NAME =
  /(?:^|[:._-])(?:tests?|check|lint|types?|typecheck|spec|e2e|unit|verify|audit)(?:$|[:._-])/;
/** Options that change files or write down what was seen, for another command to judge. */
const WRITES = /^(?:--fix|--write|--update|-u|-o|--output|--out|--json|--report|--reporter|--format|--junit)/;

/** Whether a command is there to fail when the work is wrong: a test, a linter, a type check. */
export function isCheckCommand(command: Command): boolean {
  const words = toolWords(command).map(({ text }) => text);
  if (command.redirects.length > 0 || words.some((word) => WRITES.test(word))) return false;
  const [name = '', ...rest] = words;
  if (CHECKERS.test(name) || ASKED.test(words.join(' '))) return true;
  const asked = rest.filter((word) => !word.startsWith('-') && word !== 'run');
  return /^(?:g?make|npm|pnpm|yarn|just|task)$/.test(name) && CHECK_NAME.test(asked[0] ?? '');
}
