// A window of the real workbench for a group of tests: one server and one browser for the whole run, a window for each group.
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { startInstalledWorkbench } from '../../../scripts/lib/installed-workbench.mjs';
import { examplesFolder } from '../../../scripts/lib/project.mjs';
import { launchBrowser } from '../../workbench/browser.mjs';
import { copyInto } from '../../workbench/files.mjs';
import { themed } from '../../workbench/settings.mjs';
import { screenshot } from './screenshot.mjs';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {object} Window
 * @property {Page} page
 * @property {string} folder a copy of examples/ that is this window's own, open in it
 */

const viewport = { width: 1400, height: 900 };
/** How long a step of a test waits for what it needs. In ms. */
const patienceMs = 30_000;

/** @type {Promise<{ workbench: Awaited<ReturnType<typeof startInstalledWorkbench>>, browser: import('playwright-core').Browser }> | undefined} */
let running;

async function start() {
  const workbench = await startInstalledWorkbench({ purpose: 'browser' });
  try {
    return { workbench, browser: await launchBrowser() };
  } catch (error) {
    await workbench.stop();
    throw error;
  }
}

/** Ends the server and the browser, if a test started them. */
export async function closeWorkbench() {
  const { workbench, browser } = (await running) ?? {};
  await browser?.close();
  await workbench?.stop();
}

/**
 * Opens a window of its own on a fresh copy of the examples.
 * @param {{ theme?: import('../../workbench/settings.mjs').Theme, settings?: object, openFile?: string }} options
 *   `openFile` is a name inside examples/
 * @returns {Promise<Window>}
 */
export async function openWindow({ theme = 'light', settings = {}, openFile }) {
  running ??= start();
  const { workbench, browser } = await running;
  const folder = copyInto(examplesFolder, mkdtempSync(path.join(workbench.scratchFolder, 'window-')));
  workbench.server.configure({ ...themed(theme), ...settings });
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(patienceMs);
  await page.goto(workbench.server.address({ folder, openFile: openFile && path.join(folder, openFile) }));
  await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
  return { page, folder };
}

/**
 * Gives the tests of the surrounding `describe` one window, and leaves a screenshot of each that fails.
 * @param {Parameters<typeof openWindow>[0]} [options]
 * @returns {() => Window} for use inside the tests
 */
export function useWindow(options = {}) {
  /** @type {Window | undefined} */
  let window;
  before(async () => {
    window = await openWindow(options);
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (window && test?.state === 'failed') await screenshot(window.page, `failed ${test.fullTitle()}`);
  });
  after(async () => {
    await window?.page.close();
  });
  return () => {
    if (window === undefined) throw new Error('The window is only there inside a test.');
    return window;
  };
}
