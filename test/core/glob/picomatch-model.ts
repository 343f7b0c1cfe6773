import picomatch from 'picomatch';

/** The independent judge: picomatch as it is, but for `dir/**`, which here does not match `dir` itself. */
export function judge(glob: string): (path: string) => boolean {
  // Its fast path for `*.*` alone wants a letter after the dot, unlike `a*.*`.
  const options = { dot: true, nonegate: true, noextglob: true, posix: true, fastpaths: false };
  return picomatch(glob.replace(/(^|\/)\*\*$/, '$1**/*'), options);
}

/** All paths of up to `depth` names that are up to `length` letters of the alphabet long; `.` and `..` are no names. */
export function allPaths(alphabet: string, length: number, depth: number): string[] {
  const names = words([...alphabet], length, '').filter((name) => name !== '.' && name !== '..');
  return words(names, depth, '/');
}

function words(letters: readonly string[], length: number, separator: string): string[] {
  let longest = [...letters];
  const all = [...longest];
  for (let count = 1; count < length; count++) {
    longest = longest.flatMap((word) => letters.map((letter) => word + separator + letter));
    all.push(...longest);
  }
  return all;
}
