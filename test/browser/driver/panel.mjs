// What an extension shows in a webview: an outer frame that VS Code makes and, in it, the extension's document.

/** @typedef {import('playwright-core').Page} Page */

/**
 * @param {Page} page
 * @param {number} [index] which of the webviews on the screen, from 0
 * @returns {import('playwright-core').FrameLocator} the extension's document
 */
export const panel = (page, index = 0) =>
  page.locator('iframe.webview.ready').nth(index).contentFrame().locator('#active-frame').contentFrame();
