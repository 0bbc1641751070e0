// elkjs weighs 1.5 MB and most runs never lay anything out, so it becomes a file of its own that is loaded when it is asked for.
import { readFile } from 'node:fs/promises';

const importPath = /^elkjs\/lib\/elk\.bundled\.js$/;
const sourceFile = /elkjs[\\/]lib[\\/]elk\.bundled\.js$/;

/** @type {import('esbuild').Plugin} Leaves the import in place and points it at `elk.js` beside the bundle. */
export const elkBesideBundle = {
  name: 'elk-beside-bundle',
  setup(build) {
    build.onResolve({ filter: importPath }, () => ({ path: './elk.js', external: true }));
  },
};

/**
 * @type {import('esbuild').Plugin} Bundles elkjs itself.
 * Inside a web worker elkjs takes the worker's `onmessage` for its own, which would cut the language server's connection.
 * It tells a worker by the absence of `document`; the stand-in keeps it from doing so.
 */
export const elkInside = {
  name: 'elk-inside',
  setup(build) {
    build.onLoad({ filter: sourceFile }, async ({ path }) => ({
      contents: `var document = {};\n${await readFile(path, 'utf8')}`,
      loader: 'js',
    }));
  },
};
