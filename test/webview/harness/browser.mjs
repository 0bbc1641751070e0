// The browser of test/workbench, which is a package of its own that only `npm test` installs.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const driver = fileURLToPath(new URL('../../workbench/node_modules/playwright-core', import.meta.url));

export const hasBrowser = existsSync(driver);

export async function launch() {
  const { launchBrowser } = await import('../../workbench/browser.mjs');
  return launchBrowser();
}
