// What has to be there before anything else can run.
import { ensureInstalled } from './install.mjs';
import { root, workbenchFolder } from './project.mjs';
import { PlainError } from './plain-error.mjs';
import { runScript } from './run.mjs';

export const installProject = () => ensureInstalled(root, "the project's packages");

export const installWorkbench = () =>
  ensureInstalled(workbenchFolder, 'a VS Code workbench (550 MB, once; it takes a minute or two)');

/** @throws {PlainError} */
export function buildProject() {
  if (runScript('scripts/build.mjs') !== 0) throw new PlainError('The build failed; its messages stand above.');
}
