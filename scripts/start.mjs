// npm start: from a bare machine with Node and npm to the examples in a real VS Code workbench in the browser.
//   --port N   listen on this port instead of a free one
//   --no-open  only print the address
import path from 'node:path';
import { parseArgs } from 'node:util';
import { copyInto } from '../test/workbench/files.mjs';
import { serverNode } from '../test/workbench/node.mjs';
import { startInstalledWorkbench } from './lib/installed-workbench.mjs';
import { openAddress } from './lib/open-address.mjs';
import { buildProject, installProject, installWorkbench } from './lib/prepare.mjs';
import { examplesFolder, firstExample } from './lib/project.mjs';
import { PlainError } from './lib/plain-error.mjs';
import { runMain } from './lib/run.mjs';

/** @returns {{ port?: number, open: boolean }} */
function options() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } } });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new PlainError(`--port takes a number from 1 to 65535, not "${values.port}".`);
  }
  return { port, open: values['no-open'] !== true };
}

/** @returns {Promise<void>} resolves when the person wants to stop */
const interrupted = () =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve());
  });

await runMain(async () => {
  const { port, open } = options();
  installProject();
  installWorkbench();
  serverNode();
  buildProject();
  const stopped = interrupted();
  const workbench = await startInstalledWorkbench({ purpose: 'start', port });
  try {
    const { server } = workbench;
    const examples = copyInto(examplesFolder, workbench.scratchFolder);
    const address = server.address({ folder: examples, openFile: path.join(examples, firstExample) });
    console.log(`\nHA Cluster Designer runs in VS Code at\n\n  ${address}\n`);
    console.log('It works on a copy of examples/, which is removed at the end. Press Ctrl-C to stop.');
    if (open) openAddress(address);
    await Promise.race([stopped, server.ended.then(() => Promise.reject(new PlainError('The VS Code server ended.')))]);
  } finally {
    await workbench.stop();
  }
});
