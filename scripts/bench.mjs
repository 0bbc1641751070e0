// npm run bench [-- --nodes 64 --vms 8000 --only core,server,simulation,rivals,fuzz --fuzz 100000 --generator SCRIPT]: measures in one
// process, on a design of our own or on what the script prints for --nodes and --vms,
// the rivals and what is compared with them in processes of their own, prints tables and writes out/bench.json.
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { elkBesideBundle } from './lib/elk.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { PlainError } from './lib/plain-error.mjs';
import { inProject, root } from './lib/project.mjs';
import { runMain, runToEnd } from './lib/run.mjs';

const others = inProject('bench/rivals/others');

/** What the benchmark and the processes it starts run. */
const programs = [
  { entryPoints: ['bench/main.ts'], outfile: inProject('out/bench/main.js'), format: 'cjs' },
  { entryPoints: ['bench/rivals/own.ts'], outfile: inProject('out/bench/own.mjs'), format: 'esm' },
  { entryPoints: ['src/server/node.ts'], outfile: inProject('out/bench/server.js'), format: 'cjs' },
];

/** Whether the comparison with others is asked for; it is unless `--only` leaves it out. */
function wantsRivals() {
  const { values } = parseArgs({ options: { only: { type: 'string' } }, strict: false });
  return values.only === undefined || String(values.only).split(',').includes('rivals');
}

/** Installs what is compared with; where that fails the rest is measured all the same. */
function installRivals() {
  try {
    ensureInstalled(others, 'the parsers and the language server to compare with (40 MB, once)');
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(`${error.message}\nThe benchmark goes on without them.`);
  }
}

await runMain(async () => {
  mkdirSync(inProject('out/bench'), { recursive: true });
  const settings = { absWorkingDir: root, bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };
  for (const program of programs) {
    await build({ ...settings, ...program, mainFields: ['module', 'main'], plugins: [elkBesideBundle] });
  }
  if (wantsRivals()) installRivals();
  const places = ['--examples', inProject('examples'), '--target', inProject('out/bench.json'), '--others', others];
  const main = inProject('out/bench/main.js');
  process.exitCode = runToEnd(process.execPath, ['--expose-gc', main, ...places, ...process.argv.slice(2)]);
});
