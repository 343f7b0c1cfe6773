import type { TextEdit } from '../text/span.ts';
import type { FileEdit, Finding, Fix } from './finding.ts';

/** The first safe fix of each finding, as far as they can all be made at once: of two that touch, the later one is left out. */
export function safeFixes(
  findings: readonly Finding[],
): readonly { readonly finding: Finding; readonly fix: Fix }[] {
  const taken: FileEdit[] = [];
  return findings.flatMap((finding) => {
    const fix = finding.fixes.find(({ safe }) => safe);
    if (!fix || fix.edits.some((edit) => taken.some((other) => clash(edit, other)))) return [];
    taken.push(...fix.edits);
    return [{ finding, fix }];
  });
}

function clash(a: FileEdit, b: FileEdit): boolean {
  if (a.path !== b.path) return false;
  return (
    a.kind === 'create' ||
    b.kind === 'create' ||
    a.edits.some((one) => b.edits.some((other) => touch(one, other)))
  );
}

/** True if the order in which two edits are made would matter. */
function touch({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}
