// The debug toolbar, and where the session stands.

/** @typedef {import('playwright-core').Page} Page */

/** Toolbar buttons by what they do; VS Code marks them by their icon. */
const buttons = {
  stepOver: 'debug-step-over',
  stepBack: 'debug-step-back',
  continue: 'debug-continue',
  reverse: 'debug-reverse-continue',
  restart: 'debug-restart',
  stop: 'debug-stop',
};

/** @param {Page} page */
const toolbar = (page) => page.locator('.debug-toolbar');

/**
 * @param {Page} page
 * @param {keyof typeof buttons} action
 */
export const debug = (page, action) => toolbar(page).locator(`.codicon-${buttons[action]}`).click();

/** @param {Page} page */
export const sessionEnded = (page) => toolbar(page).waitFor({ state: 'hidden' });

/**
 * @param {Page} page
 * @returns {Promise<string>} the text of the line the session is stopped at
 */
export async function stoppedLine(page) {
  const mark = page.locator('.debug-top-stack-frame-line').first();
  await mark.waitFor();
  return mark.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    const lines = [...(element.closest('.monaco-editor')?.querySelectorAll('.view-line') ?? [])];
    const same = lines.find((line) => Math.abs(line.getBoundingClientRect().top - top) < 2);
    return (same?.textContent ?? '').replaceAll('\u00a0', ' ').trim();
  });
}

/**
 * Presses a button and waits until the session stands elsewhere.
 * @param {Page} page
 * @param {keyof typeof buttons} action
 * @returns {Promise<string>} the line it stands at then
 */
export async function stepTo(page, action) {
  await stoppedLine(page);
  const top = await page
    .locator('.debug-top-stack-frame-line')
    .first()
    .evaluate((mark) => mark.getBoundingClientRect().top);
  await debug(page, action);
  await page.waitForFunction((before) => {
    const mark = document.querySelector('.debug-top-stack-frame-line');
    return mark !== null && mark.getBoundingClientRect().top !== before;
  }, top);
  return stoppedLine(page);
}
