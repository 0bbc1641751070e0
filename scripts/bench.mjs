// npm run bench [-- --nodes 64 --vms 8000]: measures the core in one process, prints a table and writes out/bench.json.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { inProject, root } from './lib/project.mjs';
import { runMain, runToEnd } from './lib/run.mjs';

await runMain(async () => {
  const { values } = parseArgs({
    options: { nodes: { type: 'string', default: '64' }, vms: { type: 'string', default: '8000' } },
  });
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
    logLevel: 'warning',
  });
  const result = inProject('out/bench.json');
  process.exitCode = runToEnd(process.execPath, ['--expose-gc', outfile, values.nodes, values.vms, result]);
});
