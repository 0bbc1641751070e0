// The text editor: opening a file, going to a line, what is marked in it, and the fixes on offer.
import { runCommand } from './commands.mjs';
import { until } from './until.mjs';

/** @typedef {import('playwright-core').Page} Page */

const editor = '.editor-instance .monaco-editor';

/**
 * Opens a file from the Explorer and gives it the keyboard.
 * @param {Page} page
 * @param {string} name
 */
export async function openFile(page, name) {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick();
  await page.locator('.tab.active', { hasText: name }).waitFor();
  await page.locator(`${editor} .view-line`).first().waitFor();
  // The palette offers what belongs to a language only once the editor knows the file's.
  await page.locator('[id="status.editor.mode"]', { hasText: 'HA Cluster Design' }).waitFor({ state: 'attached' });
}

/**
 * Gives the keyboard back to the editor of an open file.
 * @param {Page} page
 * @param {string} name
 */
export const focusEditor = (page, name) => page.locator(`.tab[data-resource-name="${name}"]`).click();

/**
 * @param {Page} page
 * @param {string} text part of a line on the screen
 */
export const line = (page, text) => page.locator(`${editor} .view-line`, { hasText: text }).first();

/**
 * @param {Page} page
 * @param {number} number from 1
 * @param {number} [column] from 1
 */
export async function goTo(page, number, column = 1) {
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor();
  await input.fill(`:${number}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/**
 * @param {Page} page
 * @param {'error' | 'warning' | 'info' | 'hint'} severity
 */
export const squiggles = (page, severity) => page.locator(`${editor} .squiggly-${severity}`);

/** How long the menu of fixes may take before it is asked for once more, and how often that is done. */
const menu = { waitMs: 5000, tries: 6 };

/**
 * Applies a quick fix of the finding at the cursor. The editor closes its menu, or does not open it, where findings come anew at
 * that moment; a person would press the keys again.
 * @param {Page} page
 * @param {string} title part of the fix's title
 */
export async function applyFix(page, title) {
  const row = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  for (let tries = 1; ; tries += 1) {
    await page.keyboard.press('Control+.');
    try {
      await row.click({ timeout: menu.waitMs });
      return;
    } catch (error) {
      if (tries === menu.tries) throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/**
 * Everything the Problems view says, one text a finding.
 * @param {Page} page
 * @returns {Promise<readonly string[]>}
 */
export async function problems(page) {
  await runCommand(page, 'Problems: Focus on Problems View');
  await page.locator('.markers-panel').waitFor();
  return page.locator('.markers-panel .monaco-list-row .marker-message-details-container').allInnerTexts();
}

/**
 * @param {Page} page
 * @returns {Promise<number>} the line the cursor is in, from 1, as the status bar says
 */
export async function cursorLine(page) {
  const text = await page.locator('[id="status.editor.selection"]').innerText();
  return Number(/Ln (\d+)/.exec(text)?.[1]);
}

/**
 * @param {Page} page
 * @param {number} number from 1
 */
export const cursorAt = (page, number) =>
  until(
    `the cursor in line ${number}`,
    () => cursorLine(page),
    (at) => at === number,
  );
