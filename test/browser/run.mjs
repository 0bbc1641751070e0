// Runs test/browser/*.spec.mjs one after the other against the packed extension in a real workbench; the counts come last.
// Arguments narrow it down to the specs whose file name contains one of them.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { countsLine } from '../../scripts/lib/counts.mjs';
import { installWorkbench } from '../../scripts/lib/prepare.mjs';
import { inProject } from '../../scripts/lib/project.mjs';
import { runMain } from '../../scripts/lib/run.mjs';

/** One test walks through several steps of a real editor; a busy machine needs most of it. In ms. */
const timeout = 120_000;

const folder = inProject('test/browser');
const wanted = process.argv.slice(2);

/** Pictures of what failed the last time tell nothing about this time. */
function removeOldFailures() {
  const pictures = inProject('out/screenshots');
  const names = existsSync(pictures) ? readdirSync(pictures) : [];
  for (const name of names) if (name.startsWith('failed-')) rmSync(path.join(pictures, name));
}

await runMain(async () => {
  installWorkbench();
  removeOldFailures();
  const { closeWorkbench } = await import('./driver/workbench.mjs');
  const mocha = new Mocha({ ui: 'bdd', timeout, reporter: 'spec' });
  for (const file of readdirSync(folder).sort()) {
    const chosen = wanted.length === 0 || wanted.some((part) => file.includes(part));
    if (file.endsWith('.spec.mjs') && chosen) mocha.addFile(path.join(folder, file));
  }
  try {
    await mocha.loadFilesAsync();
    const stats = await new Promise((resolve) => {
      const runner = mocha.run(() => resolve(runner.stats));
    });
    process.exitCode = stats.failures === 0 ? 0 : 1;
    console.log(countsLine({ passed: stats.passes, failed: stats.failures }));
  } finally {
    await closeWorkbench();
  }
});
