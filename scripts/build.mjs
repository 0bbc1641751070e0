// node scripts/build.mjs [--watch] [--dev]: bundles everything the extension and the command line ship into dist/.
// --dev leaves names readable and adds source maps; --watch does that too and builds again after every change.
import { chmodSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { bundles } from './lib/bundles.mjs';
import { inProject, root } from './lib/project.mjs';
import { runMain } from './lib/run.mjs';
import { sizeTable } from './lib/sizes.mjs';

const { values: flags } = parseArgs({ options: { watch: { type: 'boolean' }, dev: { type: 'boolean' } } });
const dist = inProject('dist');
const dev = flags.dev === true || flags.watch === true;

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !dev,
  sourcemap: dev,
  logLevel: 'warning',
};

/** @type {import('esbuild').Plugin} */
const sayWhenBuilt = {
  name: 'say-when-built',
  setup({ initialOptions, onEnd }) {
    onEnd(({ errors }) => {
      console.log(`${initialOptions.outfile}: ${errors.length === 0 ? 'built' : `${errors.length} errors`}`);
    });
  },
};

async function watch() {
  for (const { plugins = [], ...bundle } of bundles) {
    const watched = await context({ ...common, ...bundle, plugins: [...plugins, sayWhenBuilt] });
    await watched.watch();
  }
}

async function buildOnce() {
  const results = await Promise.allSettled(bundles.map((bundle) => build({ ...common, ...bundle })));
  const failed = results.flatMap(({ status }, i) => (status === 'rejected' ? [bundles[i].outfile] : []));
  if (failed.length > 0) {
    console.error(`Not built: ${failed.join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  chmodSync(inProject('dist/cli.js'), 0o755);
  console.log(sizeTable(dist));
}

await runMain(async () => {
  rmSync(dist, { recursive: true, force: true });
  await (flags.watch ? watch() : buildOnce());
});
