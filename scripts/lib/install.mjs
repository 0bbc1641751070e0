// Installs a package folder when what is in its node_modules is not what its lock file says, so a second run costs nothing.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from './plain-error.mjs';
import { runNpm } from './run.mjs';

/**
 * @param {string} file a package-lock.json, or npm's record of what it installed
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} packages by path
 */
const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Compares the lock file with npm's own record (node_modules/.package-lock.json, written last, so a broken-off
 * installation has none). Optional packages may be absent: they belong to other systems.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const record = path.join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesIn(record);
  return Object.entries(packagesIn(path.join(folder, 'package-lock.json'))).every(([place, { version, optional }]) => {
    if (place === '') return true;
    const found = installed[place];
    return found === undefined ? optional === true : found.version === version;
  });
}

/**
 * @param {string} folder with a package.json and a package-lock.json
 * @param {string} what what is being installed, for the person who waits
 * @throws {PlainError} when npm fails
 */
export function ensureInstalled(folder, what) {
  if (isInstalled(folder)) return;
  console.log(`Installing ${what}…`);
  const code = runNpm(['ci', '--loglevel=error', '--no-audit', '--no-fund'], folder);
  if (code !== 0) throw new PlainError(`npm could not install ${what} (exit code ${code}); its message stands above.`);
}
