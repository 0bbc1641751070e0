// A workbench with the packed extension installed in it, as a user has it.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { scratchFolder } from '../../test/workbench/files.mjs';
import { installExtension, startServer } from '../../test/workbench/server.mjs';
import { inProject } from './project.mjs';
import { writeVsix } from './vsix.mjs';

/**
 * Packs the built extension, installs it in a fresh folder and starts a VS Code server that has it.
 * @param {object} options
 * @param {string} options.purpose names the log, out/logs/<purpose>.log
 * @param {number} [options.port]
 * @param {object} [options.settings]
 * @returns the server, a folder for files that live as long as it does, and what ends both
 */
export async function startInstalledWorkbench({ purpose, port, settings }) {
  const scratch = scratchFolder(purpose);
  try {
    const vsix = path.join(scratch.folder, 'extension.vsix');
    const extensionsFolder = path.join(scratch.folder, 'extensions');
    mkdirSync(extensionsFolder);
    writeVsix(vsix);
    await installExtension(vsix, extensionsFolder);
    const logFile = inProject('out/logs', `${purpose}.log`);
    const server = await startServer({ logFile, extensionsFolder, port, settings });
    const stop = async () => {
      await server.stop();
      scratch.remove();
    };
    return { server, scratchFolder: scratch.folder, stop };
  } catch (error) {
    scratch.remove();
    throw error;
  }
}
