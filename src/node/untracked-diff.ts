import { posix } from 'node:path';
import { readUntracked, untrackedText } from './untracked-file.ts';

/** What `git diff` would say of files that git does not know yet, as far as it fits into so many characters. */
export async function untrackedDiff(top: string, paths: readonly string[], atMost: number): Promise<string> {
  let said = '';
  for (const path of paths) {
    if (said.length >= atMost) break;
    if (path.endsWith('/')) continue;
    said += await newFile(posix.join(top, path), path, atMost - said.length);
  }
  return said;
}

async function newFile(file: string, path: string, atMost: number): Promise<string> {
  const held = await readUntracked(file);
  if (!held) return '';
  const head = `diff --git ${quote(`a/${path}`)} ${quote(`b/${path}`)}\nnew file mode 100644\n`;
  if (held.isBinary) return `${head}Binary files /dev/null and ${quote(`b/${path}`)} differ\n`;
  const text = held.lines === 0 ? '' : await untrackedText(file, atMost);
  if (!text) return head;
  const lines = text.replace(/\n$/, '').split('\n');
  const body = lines.map((line) => `+${line}\n`).join('');
  const end = text.endsWith('\n') ? '' : '\\ No newline at end of file\n';
  return `${head}--- /dev/null\n+++ ${quote(`b/${path}`)}\n@@ -0,0 +1,${held.lines} @@\n${body}${end}`;
}

/** A path as git writes it: in quotes if it holds what would end the line. */
function quote(path: string): string {
  return /["\\\p{Cc}]/u.test(path) ? JSON.stringify(path) : path;
}
