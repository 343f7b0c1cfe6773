import { applyEdits } from '../../../src/core/edit/apply-edits.ts';
import type { Fix } from '../../../src/core/lint/finding.ts';
import type { Texts } from './board-of.ts';

/** The texts of a workspace folder after a fix. */
export function applied(texts: Texts, { edits }: Fix): Texts {
  const result: { [path: string]: string } = { ...texts };
  const paths = new Set(edits.map(({ path }) => path));
  for (const path of paths) {
    const ofFile = edits.filter((edit) => edit.path === path);
    const created = ofFile.find((edit) => edit.kind === 'create');
    const changes = ofFile.flatMap((edit) => (edit.kind === 'change' ? edit.edits : []));
    result[path] = created?.kind === 'create' ? created.text : applyEdits(texts[path] ?? '', changes);
  }
  return result;
}
