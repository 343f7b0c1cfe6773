import { type Glob, type GlobProblem, matchesGlob } from '../glob/glob.ts';
import { normalizePath } from '../glob/workspace-path.ts';
import type { Lane } from '../lane/lane.ts';
import type { Settings } from '../settings/settings.ts';
import type { Text } from '../text/span.ts';

/** Where a path stands to the limits of a lane. `glob` is as written. */
export type LimitVerdict =
  | { readonly kind: 'inside' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'never'; readonly glob: string; readonly isInherited: boolean };

/** The limits of a lane, its own and those it inherits, ready to be asked. */
export interface LimitGlobs {
  /** `never` wins over `write`. */
  verdict(path: string): LimitVerdict;
}

/** Reads the limits of a lane. A glob that cannot be used allows and forbids nothing: it has a finding. */
export function readLimits(
  { limits }: Lane,
  { defaults }: Settings,
  compile: (glob: string) => Glob | GlobProblem,
): LimitGlobs {
  const globs = (texts: readonly Text[]) =>
    texts.flatMap(({ value }) => {
      const glob = compile(value);
      return 'problem' in glob ? [] : [glob];
    });
  const write = globs(limits.write);
  const nevers = [
    ...globs(limits.never).map((glob) => ({ glob, isInherited: false })),
    ...globs(defaults.never).map((glob) => ({ glob, isInherited: true })),
  ];
  return {
    verdict(text) {
      const path = normalizePath(text);
      if (text.startsWith('../')) return { kind: 'outside' };
      const never = nevers.find(({ glob }) => matchesGlob(glob, path));
      if (never) return { kind: 'never', glob: never.glob.text, isInherited: never.isInherited };
      return { kind: write.some((glob) => matchesGlob(glob, path)) ? 'inside' : 'outside' };
    },
  };
}
