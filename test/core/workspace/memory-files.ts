import type { FileContent, Files } from '../../../src/core/workspace/files.ts';

/** A workspace folder in memory: text or bytes by path. */
export function memoryFiles(contents: { readonly [path: string]: string | Uint8Array | FileContent }): Files {
  const paths = Object.keys(contents);
  return {
    async list(folder) {
      const base = folder && `${folder}/`;
      const names = new Map<string, 'file' | 'folder'>();
      for (const path of paths.filter((one) => one.startsWith(base))) {
        const [name = '', ...rest] = path.slice(base.length).split('/');
        names.set(name, rest.length ? 'folder' : 'file');
      }
      return [...names].map(([name, kind]) => ({ name, kind }));
    },
    async read(path, atMost) {
      const content = contents[path];
      if (content === undefined) return { kind: 'missing' };
      if (typeof content !== 'string' && !(content instanceof Uint8Array)) return content;
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return bytes.length > atMost ? { kind: 'too-large', size: bytes.length } : { kind: 'bytes', bytes };
    },
  };
}
