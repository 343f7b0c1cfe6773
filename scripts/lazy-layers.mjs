import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the layers stand, and how a host reaches a file beside the bundle. */
const LAYER = /\/(core|node)\/index\.ts$/;

/**
 * Keeps core/ and node/ out of a bundle: `await import('../core/index.ts')` takes them from their own file beside it, which is
 * read when it is first used. Where that must not happen earlier, a plain import is a mistake and fails the build. Node
 * requires the file; a browser, which gives an extension one file only, reads it as VS Code has read that one.
 */
export const lazyLayers = (host) => ({
  name: 'lazy-layers',
  setup(build) {
    build.onResolve({ filter: LAYER }, ({ path: imported, kind, importer }) => {
      if (kind === 'entry-point') return undefined;
      const [, layer] = LAYER.exec(imported);
      const isLoadedAtStart = path.relative('src/node', importer).startsWith('..');
      if (isLoadedAtStart && kind !== 'dynamic-import') {
        return {
          errors: [{ text: `Import types only, or await import('${imported}'): it is not needed to start.` }],
        };
      }
      return host === 'browser'
        ? { path: layer, namespace: 'beside' }
        : { path: `./${layer}.cjs`, external: true };
    });
    build.onLoad({ filter: /.*/, namespace: 'beside' }, ({ path: layer }) => ({
      contents: readBeside(layer),
      resolveDir: '.',
    }));
  },
});

/** A module that becomes the layer when it is awaited: an object with `then` is what a promise waits for. */
function readBeside(layer) {
  const { publisher, name } = JSON.parse(readFileSync('package.json', 'utf8'));
  return `
import { extensions, Uri, workspace } from 'vscode';
let loaded;
async function load() {
  const { extensionUri } = extensions.getExtension('${publisher}.${name}');
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', '${layer}.cjs'));
  const module = { exports: {} };
  new Function('module', 'exports', new TextDecoder().decode(bytes))(module, module.exports);
  return module.exports;
}
export function then(resolve, reject) {
  loaded ??= load();
  loaded.then(resolve, reject);
}
`;
}
