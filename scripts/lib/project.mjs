// Where things stand in the project. Only Node itself is imported: these lines run before anything is installed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, absolute. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * @param {...string} parts
 * @returns {string} an absolute path inside the project
 */
export const inProject = (...parts) => path.join(root, ...parts);

/** The VS Code host: an npm package of its own, installed only by `npm start` and `npm test`. */
export const workbenchFolder = inProject('test/workbench');

/** Designs a newcomer opens first. */
export const examplesFolder = inProject('examples');

/** The design that `npm start` opens in the editor. */
export const firstExample = 'figure1.hacluster';

/** @returns {{ name: string, version: string, displayName: string }} */
export const manifest = () => JSON.parse(readFileSync(inProject('package.json'), 'utf8'));

/** @returns {string} the VSIX that `npm run package` writes, absolute */
export function vsixFile() {
  const { name, version } = manifest();
  return inProject(`${name}-${version}.vsix`);
}
