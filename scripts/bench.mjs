// npm run bench [-- --nodes 64 --vms 8000 --only core,server,simulation,fuzz --fuzz 100000]: measures in one process, prints
// tables and writes out/bench.json.
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';
import { elkBesideBundle } from './lib/elk.mjs';
import { inProject, root } from './lib/project.mjs';
import { runMain, runToEnd } from './lib/run.mjs';

await runMain(async () => {
  const outfile = inProject('out/bench/main.js');
  mkdirSync(inProject('out/bench'), { recursive: true });
  await build({
    entryPoints: ['bench/main.ts'],
    outfile,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    plugins: [elkBesideBundle],
    logLevel: 'warning',
  });
  const places = ['--examples', inProject('examples'), '--target', inProject('out/bench.json')];
  process.exitCode = runToEnd(process.execPath, ['--expose-gc', outfile, ...places, ...process.argv.slice(2)]);
});
