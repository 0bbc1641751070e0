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
    // The base class of debug sessions names two modules of Node that a session without streams does not need.
    alias: { events: './src/server/browser/events.ts', url: './src/server/browser/url.ts' },
  },
  {
    entryPoints: ['src/server/layout-worker.ts'],
    outfile: 'dist/layout-worker.js',
    ...node,
    plugins: [elkBesideBundle],
  },
  { entryPoints: ['src/server/late/worker.ts'], outfile: 'dist/late-worker.js', ...node },
  // Starts at once and says what is wrong with a call; the commands are in the bundle of their thread.
  { entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.js', ...node, banner: { js: '#!/usr/bin/env node' } },
  { entryPoints: ['src/cli/worker.ts'], outfile: 'dist/cli-worker.js', ...node, plugins: [elkBesideBundle] },
  { entryPoints: ['elkjs/lib/elk.bundled.js'], outfile: 'dist/elk.js', ...node, plugins: [elkInside] },
  { entryPoints: ['webview/main.ts'], outfile: 'dist/webview/panel.js', ...browser, format: 'iife' },
];
