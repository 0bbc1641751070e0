// Pictures of the workbench, for a person to look at.
import { inProject } from '../../../scripts/lib/project.mjs';

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name becomes out/screenshots/<name>.png
 */
export const screenshot = (page, name) =>
  page.screenshot({ path: inProject('out/screenshots', `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`) });
