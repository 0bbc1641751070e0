// The command palette and the lists that commands ask with.

/** @typedef {import('playwright-core').Page} Page */

const rows = '.quick-input-widget .quick-input-list .monaco-list-row';

/**
 * Runs a command by its title. The keyboard must be in the workbench: F1 inside a webview goes to the webview.
 * @param {Page} page
 * @param {string} title as the palette shows it, "Category: Title"
 */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator(rows, { hasText: title }).first().click();
}

/**
 * An entry of the list that is being shown.
 * @param {Page} page
 * @param {string} label
 */
export const listed = (page, label) => page.locator(rows, { hasText: label }).first();

/**
 * Takes an entry of the list that is being shown.
 * @param {Page} page
 * @param {string} label
 */
export const pick = (page, label) => listed(page, label).click();

/**
 * Answers the input box that is being shown.
 * @param {Page} page
 * @param {string} text
 */
export async function answer(page, text) {
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor();
  await input.fill(text);
  await page.keyboard.press('Enter');
}

/**
 * @param {Page} page
 * @param {string} text part of what the notification says
 */
export const notification = (page, text) => page.locator('.notification-list-item', { hasText: text });
