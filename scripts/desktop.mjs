// npm run desktop: installs the extension in the VS Code of this machine and opens the examples in it.
import { buildProject, installProject } from './lib/prepare.mjs';
import { examplesFolder, firstExample, vsixFile } from './lib/project.mjs';
import { PlainError } from './lib/plain-error.mjs';
import { runMain, runToEnd } from './lib/run.mjs';
import { writeVsix } from './lib/vsix.mjs';
import { findOnPath } from './lib/which.mjs';
import path from 'node:path';

await runMain(() => {
  const code = findOnPath('code');
  if (code === undefined) {
    throw new PlainError(
      'No "code" command was found: install Visual Studio Code and run "Shell Command: Install \'code\' command in PATH" ' +
        'from its command palette, or use "npm start", which brings a VS Code of its own.',
    );
  }
  installProject();
  buildProject();
  const vsix = vsixFile();
  writeVsix(vsix);
  // On Windows the command is a batch file, which only a shell runs.
  const shell = process.platform === 'win32';
  const run = (...args) =>
    runToEnd(shell ? `"${code}"` : code, shell ? args.map((arg) => `"${arg}"`) : args, { shell });
  if (run('--install-extension', vsix, '--force') !== 0) throw new PlainError('VS Code did not install the extension.');
  if (run(examplesFolder, path.join(examplesFolder, firstExample)) !== 0) throw new PlainError('VS Code did not open.');
});
