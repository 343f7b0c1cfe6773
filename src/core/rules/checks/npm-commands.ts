/** The commands of npm, with the short forms that people type. */
export const NPM_COMMANDS: readonly string[] = (
  'access add adduser audit bugs cache ci clean-install completion config create dedupe deprecate diff dist-tag docs doctor ' +
  'edit exec explain explore find-dupes fund get help help-search hook i info init install install-ci-test install-test it ' +
  'link list ll login logout ls org outdated owner pack ping pkg prefix profile prune publish query rebuild remove repo ' +
  'restart rm root run run-script sbom search set shrinkwrap star stars start stop t team test token trust tst un ' +
  'uninstall unlink unpublish unstar up update upgrade version view whoami why'
).split(' ');
