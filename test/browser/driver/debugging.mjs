// The debug toolbar, and where the session stands.
import { runCommand } from './commands.mjs';
import { until } from './until.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ event: string, line: string }} Standing the top frame of the call stack, and the text of the line it is at */

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
 * Shows the variables and the call stack of the session, once it has stopped. Where it stands is read from there.
 * @param {Page} page
 */
export async function showRun(page) {
  await page.locator('.debug-top-stack-frame-line').first().waitFor();
  await runCommand(page, 'View: Show Run and Debug');
  await page.locator('.debug-call-stack .stack-frame').first().waitFor();
}

/** @param {Page} page */
const whatIsShown = (page) =>
  page.evaluate(() => {
    const frame = document.querySelector('.debug-call-stack .stack-frame');
    const mark = document.querySelector('.debug-top-stack-frame-line');
    const editor = mark?.closest('.monaco-editor');
    const top = mark?.getBoundingClientRect().top ?? 0;
    const beside = (selector) =>
      [...(editor?.querySelectorAll(selector) ?? [])].find(
        (element) => Math.abs(element.getBoundingClientRect().top - top) < 2,
      )?.textContent ?? '';
    return {
      event: frame?.querySelector('.label')?.textContent ?? '',
      frameLine: Number.parseInt(frame?.querySelector('.line-number')?.textContent ?? '', 10),
      markedLine: Number.parseInt(beside('.line-numbers'), 10),
      line: beside('.view-line').replaceAll('\u00a0', ' ').trim(),
    };
  });

/**
 * @param {Page} page
 * @returns {Promise<Standing>} once call stack and editor agree
 */
export async function standing(page) {
  const { event, line } = await until(
    'the stopped line to be that of the call stack',
    () => whatIsShown(page),
    ({ frameLine, markedLine }) => frameLine === markedLine,
  );
  return { event, line };
}

/**
 * Presses a button and waits until the session stands elsewhere.
 * @param {Page} page
 * @param {keyof typeof buttons} action
 * @returns {Promise<Standing>} where it stands then
 */
export async function stepTo(page, action) {
  const before = await standing(page);
  await debug(page, action);
  await until(
    `another event than “${before.event}”`,
    () => whatIsShown(page),
    ({ event }) => event !== '' && event !== before.event,
  );
  return standing(page);
}

/**
 * Steps until an event has happened.
 * @param {Page} page
 * @param {string} words part of what the event says
 * @returns {Promise<Standing>}
 */
export async function stepUntil(page, words) {
  /** More than any failover of the examples has. */
  const most = 60;
  let here = await standing(page);
  for (let steps = 0; !here.event.includes(words); steps += 1) {
    if (steps === most) throw new Error(`“${words}” never happens; the run stands at “${here.event}”.`);
    here = await stepTo(page, 'stepOver');
  }
  return here;
}
