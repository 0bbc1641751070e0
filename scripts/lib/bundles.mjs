// Every bundle the project ships: where it starts, where it goes and what it runs in.
import { elkBesideBundle, elkInside } from './elk.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

/** @type {BuildOptions} Node 20 is the oldest the command line runs on; VS Code's own is newer. */
const node = { platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };

/** @type {BuildOptions} */
const browser = { platform: 'browser', target: 'es2022' };

/** @type {readonly BuildOptions[]} */
export const bundles = [
  { entryPoints: ['src/extension/node.ts'], outfile: 'dist/extension.js', ...node, external: ['vscode'] },
  {
    entryPoints: ['src/extension/web.ts'],
    outfile: 'dist/web/extension.js',
    ...browser,
    format: 'cjs',
    external: ['vscode'],
  },
  { entryPoints: ['src/server/node.ts'], outfile: 'dist/server.js', ...node, plugins: [elkBesideBundle] },
  {
    entryPoints: ['src/server/web.ts'],
    outfile: 'dist/web/server.js',
    ...browser,
    format: 'iife',
    plugins: [elkInside],
  },
  {
    entryPoints: ['src/server/layout-worker.ts'],
    outfile: 'dist/layout-worker.js',
    ...node,
    plugins: [elkBesideBundle],
  },
  {
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    ...node,
    plugins: [elkBesideBundle],
    banner: { js: '#!/usr/bin/env node' },
  },
  { entryPoints: ['elkjs/lib/elk.bundled.js'], outfile: 'dist/elk.js', ...node, plugins: [elkInside] },
  { entryPoints: ['webview/main.ts'], outfile: 'dist/webview/panel.js', ...browser, format: 'iife' },
];
