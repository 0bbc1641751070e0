// What the pages complain about to the browser's console.

/** @typedef {import('playwright-core').Page} Page */

/** A page that loads or runs what its policy forbids says so in these words. */
const violation = /Content.Security.Policy/i;

/**
 * Collects what a policy forbade in a webview, from now on. Frames of the workbench itself are not ours.
 * @param {Page} page
 * @returns {readonly string[]} grows while the page lives
 */
export function watchPolicy(page) {
  const found = [];
  page.on('console', (message) => {
    const { url } = message.location();
    if (violation.test(message.text()) && /panel\.(js|css)|fake\.html|index\.html/.test(url)) {
      found.push(`${message.text()} (${url})`);
    }
  });
  return found;
}
