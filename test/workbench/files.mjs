// Folders that live as long as one run.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * @param {string} purpose part of the folder's name
 * @returns {{ folder: string, remove: () => void }} an empty folder of this run's own
 */
export function scratchFolder(purpose) {
  const folder = mkdtempSync(path.join(os.tmpdir(), `hacluster-${purpose}-`));
  // A server that is just ending may still write: removal tries again instead of failing the run.
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/**
 * Copies a folder, so that what is edited in the workbench leaves the repository alone.
 * @param {string} source
 * @param {string} into an existing folder
 * @returns {string} the copy, of the same name
 */
export function copyInto(source, into) {
  const copy = path.join(into, path.basename(source));
  cpSync(source, copy, { recursive: true });
  return copy;
}
