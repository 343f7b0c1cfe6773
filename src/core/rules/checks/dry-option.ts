import type { PlainWord } from '../../shell/read-shell.ts';

/** Options with which a tool looks at nothing, or ends with 0 whatever it saw. */
const DRY: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      [['pytest', 'py.test'], /^--(?:collect-?only|co|fixtures|markers|setup-plan)$/],
      [['jest'], /^--(?:listTests|showConfig)$/],
      [['playwright'], /^--list$/],
      [['mocha', 'rspec', 'behave', 'gradle'], /^--dry-run$/],
      [['ctest'], /^(?:-N|--show-only)$/],
      [['phpunit', 'dotnet'], /^--list-tests$/],
    ] as const
  ).flatMap(([names, option]) => names.map((name) => [name, option] as const)),
);

/** Tools that only say which version they are. */
const SAYS_VERSION =
  /^(?:cargo|go|npm|pnpm|yarn|node|python|pytest|ruff|mypy|eslint|tsc|jest|vitest|biome|make) --version$/;

const ANY_TOOL = /^--exit-zero$/;
const LONG_OF_MAKE = /^--(?:ignore-errors|dry-run|just-print|recon|touch)$/;

/** The option by which a command cannot fail on what it checks, `make -i` or `pytest --collect-only`; undefined if it has none. */
export function dryOption(words: readonly PlainWord[]): PlainWord | undefined {
  const [name, ...rest] = words;
  if (SAYS_VERSION.test(words.map(({ text }) => text).join(' '))) return rest[0];
  const end = rest.findIndex(({ text }) => text === '--');
  const options = (end < 0 ? rest : rest.slice(0, end)).filter(({ text }) => text.startsWith('-'));
  const isDry = /^g?make$/.test(name?.text ?? '')
    ? isDryOfMake
    : (text: string) => ANY_TOOL.test(text) || DRY.get(name?.text ?? '')?.test(text) === true;
  return options.find(({ text }) => isDry(text));
}

/** Letters of make may stand together; after some of them the rest is a value. */
function isDryOfMake(option: string): boolean {
  if (option.startsWith('--')) return LONG_OF_MAKE.test(option);
  const letters = option.slice(1).replace(/[CfIoWEjl].*$/, '');
  return /[int]/.test(letters);
}

/** As `dryOption`, for an option with which a tool does look at the work and then ends with 0 all the same. */
export function ignoringOption(words: readonly PlainWord[]): PlainWord | undefined {
  const option = dryOption(words);
  return option && /^(?:--exit-zero|--ignore-errors|-[a-zA-Z]*i[a-zA-Z]*)$/.test(option.text)
    ? option
    : undefined;
}
