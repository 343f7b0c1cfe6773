/** An environment as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that every check gets, if they are set: where programs, the user's home and temporary files are, and the language. */
const POSIX =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|CI|XDG_(?:CACHE|CONFIG|DATA|STATE)_HOME|XDG_RUNTIME_DIR)$/;

/** What programs on Windows do not start without, and its names for the same. Case does not count there. */
const WINDOWS =
  /^(?:PATH|PATHEXT|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|OS|TEMP|TMP|USERNAME|USERDOMAIN|COMPUTERNAME|USERPROFILE|HOMEDRIVE|HOMEPATH|HOME|APPDATA|LOCALAPPDATA|PROGRAMDATA|ALLUSERSPROFILE|PUBLIC|PROGRAMFILES(?:\(X86\))?|PROGRAMW6432|COMMONPROGRAMFILES(?:\(X86\))?|COMMONPROGRAMW6432|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE|LANG|TZ|CI)$/i;

/**
 * The environment of a check: the base, and the variables it names, as far as they are set. The terminal is `dumb`, as nobody
 * sits at one. Tokens, `NODE_OPTIONS`, `LD_PRELOAD` and all else stay out unless a check names them.
 */
export function baseEnvironment(
  from: Environment,
  named: readonly string[],
  platform: NodeJS.Platform = process.platform,
): Readonly<Record<string, string>> {
  const fold = (name: string) => (platform === 'win32' ? name.toUpperCase() : name);
  const wanted = new Set(named.map(fold));
  const base = platform === 'win32' ? WINDOWS : POSIX;
  const kept = Object.entries(from).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && (base.test(entry[0]) || wanted.has(fold(entry[0]))),
  );
  return { ...Object.fromEntries(kept), TERM: 'dumb' };
}
