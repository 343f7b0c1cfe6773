import path from 'node:path';

/**
 * Keeps core/ and node/ out of a bundle: `await import('../core/index.ts')` becomes a `require` of their own file beside it, which
 * is read when it is first used. Where that must not happen earlier, a plain import is a mistake and fails the build.
 */
export const lazyLayers = {
  name: 'lazy-layers',
  setup(build) {
    build.onResolve({ filter: /\/(core|node)\/index\.ts$/ }, ({ path: imported, kind, importer }) => {
      if (kind === 'entry-point') return undefined;
      const [, layer] = /(core|node)\/index\.ts$/.exec(imported);
      const isLoadedAtStart = path.relative('src/node', importer).startsWith('..');
      if (isLoadedAtStart && kind !== 'dynamic-import') {
        return {
          errors: [{ text: `Import types only, or await import('${imported}'): it is not needed to start.` }],
        };
      }
      return { path: `./${layer}.cjs`, external: true };
    });
  },
};
