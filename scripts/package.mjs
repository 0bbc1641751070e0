// npm run package: builds and writes the VSIX that VS Code installs.
import { statSync } from 'node:fs';
import path from 'node:path';
import { buildProject, installProject } from './lib/prepare.mjs';
import { vsixFile } from './lib/project.mjs';
import { runMain } from './lib/run.mjs';
import { writeVsix } from './lib/vsix.mjs';

await runMain(() => {
  installProject();
  buildProject();
  const vsix = vsixFile();
  writeVsix(vsix);
  console.log(`Written: ${path.basename(vsix)} (${(statSync(vsix).size / 1e6).toFixed(1)} MB)`);
});
