// The suite that runs inside the extension host of a real VS Code: the workbench out of npm, or with --desktop one that
// @vscode/test-electron downloads (or the one that VSCODE_EXECUTABLE names).
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { copyInto, scratchFolder } from '../test/workbench/files.mjs';
import { installWorkbench } from './lib/prepare.mjs';
import { examplesFolder, inProject, root } from './lib/project.mjs';
import { runMain } from './lib/run.mjs';

/** What the suite's reporter puts before its lines; the host writes many others. */
const mark = '[host] ';
const hostLog = inProject('out/logs/host.log');
const { values: flags } = parseArgs({ options: { desktop: { type: 'boolean' } } });
const executable = process.env['VSCODE_EXECUTABLE'];

/** Every test file becomes a script of its own, since mocha loads them one by one; `vscode` is there in the host. */
async function bundleSuite() {
  rmSync(inProject('out/host'), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['test/host/index.ts', 'test/host/*.test.ts'],
    outdir: 'out/host',
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

/** Everything the host says; the suite's own lines are shown as well. */
function openLog() {
  mkdirSync(path.dirname(hostLog), { recursive: true });
  const log = createWriteStream(hostLog);
  return (line) => {
    log.write(`${line}\n`);
    if (line.startsWith(mark)) console.log(line.slice(mark.length));
  };
}

/** @param {string} workspace */
async function runOnDesktop(workspace) {
  const { runTests } = await import('@vscode/test-electron');
  return runTests({
    ...(executable ? { vscodeExecutablePath: executable } : {}),
    extensionDevelopmentPath: root,
    extensionTestsPath: inProject('out/host/index.js'),
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
  });
}

/** @param {string} workspace */
async function runWithoutDesktop(workspace) {
  installWorkbench();
  const { runInWorkbench } = await import('../test/workbench/host-suite.mjs');
  const code = await runInWorkbench({
    extensionFolder: root,
    testsEntry: inProject('out/host/index.js'),
    workspace,
    logFile: inProject('out/logs/host-server.log'),
    timeoutPicture: inProject('out/screenshots/host-timeout.png'),
    onLine: openLog(),
  });
  if (code !== 0) console.error(`All that the extension host said is in ${path.relative(root, hostLog)}.`);
  return code;
}

await runMain(async () => {
  await bundleSuite();
  const scratch = scratchFolder('host');
  try {
    const workspace = copyInto(examplesFolder, scratch.folder);
    process.exitCode = await (flags.desktop || executable ? runOnDesktop(workspace) : runWithoutDesktop(workspace));
  } finally {
    scratch.remove();
  }
});
