/** Globs of folders that hold nothing but the settings of CI. */
export const STANDARD_FOLDERS: readonly string[] = ['.github/workflows/**', '.circleci/**', '.buildkite/**'];

/** Names of files that set up linters, type checkers, test runners and CI; manifests, which hold much else, are not among them. */
const STANDARD_NAME = new RegExp(
  `^(?:${[
    '\\.?(?:eslint|prettier|stylelint|jest|vitest|mocharc|playwright|cypress|karma|ava|nyc|c8|commitlint|lint-staged)(?:rc)?(?:\\.config)?(?:\\.[a-z]+)?',
    'biome\\.jsonc?',
    'tslint\\.json',
    'tsconfig(?:\\.[\\w-]+)?\\.json',
    '\\.?ruff\\.toml',
    '\\.flake8|\\.pylintrc|pylintrc|mypy\\.ini|\\.mypy\\.ini|pytest\\.ini|tox\\.ini|noxfile\\.py|\\.coveragerc|pyrightconfig\\.json',
    '\\.golangci\\.(?:ya?ml|toml|json)',
    '\\.?clippy\\.toml|\\.?rustfmt\\.toml',
    '\\.rubocop\\.ya?ml',
    'checkstyle\\.xml|detekt\\.ya?ml|\\.scalafmt\\.conf|\\.swiftlint\\.ya?ml|phpstan\\.neon(?:\\.dist)?|phpunit\\.xml(?:\\.dist)?',
    '\\.pre-commit-config\\.yaml|lefthook\\.ya?ml|\\.editorconfig|\\.markdownlint\\.(?:jsonc?|ya?ml)',
    '\\.gitlab-ci\\.ya?ml|azure-pipelines\\.ya?ml|Jenkinsfile|\\.travis\\.ya?ml|bitbucket-pipelines\\.ya?ml|\\.drone\\.ya?ml|appveyor\\.ya?ml',
  ].join('|')})$`,
);

/** Whether a file sets a standard that work is checked by. */
export function isStandard(path: string): boolean {
  return (
    STANDARD_NAME.test(path.slice(path.lastIndexOf('/') + 1)) ||
    /^\.(?:github\/workflows|circleci|buildkite)\//.test(path)
  );
}
