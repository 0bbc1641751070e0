// Runs a test script inside the extension host of a workbench, as @vscode/test-electron does on a desktop.
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/** The whole suite, start-up included; a suite that hangs ends here. */
const limitMs = 300_000;
const viewport = { width: 1400, height: 900 };

/**
 * The workbench calls two functions of its page: one for every line the extension host writes, one when `run()` settled.
 * @param {import('playwright-core').Page} page
 * @param {(line: string) => void} onLine
 * @param {string} timeoutPicture
 * @returns {Promise<{ result: Promise<number> }>} result is the suite's exit code
 */
async function listen(page, onLine, timeoutPicture) {
  let settle;
  const result = new Promise((resolve) => (settle = resolve));
  await page.exposeFunction('codeAutomationLog', (_type, parts) => onLine(format(...parts)));
  await page.exposeFunction('codeAutomationExit', (code) => settle(code));
  page.once('crash', () => {
    console.error('The page of the workbench crashed.');
    settle(1);
  });
  const timer = setTimeout(async () => {
    await page.screenshot({ path: timeoutPicture }).catch((error) => console.error(`No screenshot: ${error.message}`));
    console.error(`The suite did not end within ${limitMs / 1000} s; the screen is in ${timeoutPicture}.`);
    settle(1);
  }, limitMs);
  void result.then(() => clearTimeout(timer));
  return { result };
}

/**
 * @param {object} options
 * @param {string} options.extensionFolder the extension under test
 * @param {string} options.testsEntry script that exports `run(): Promise<void>`
 * @param {string} options.workspace folder to open
 * @param {string} options.logFile the server's log
 * @param {string} options.timeoutPicture
 * @param {(line: string) => void} options.onLine every line of the extension host and the workbench
 * @returns {Promise<number>} exit code: 0 when `run()` resolved
 */
export async function runInWorkbench({ extensionFolder, testsEntry, workspace, logFile, timeoutPicture, onLine }) {
  const server = await startServer({ logFile, development: true });
  try {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage({ viewport });
      const { result } = await listen(page, onLine, timeoutPicture);
      await page.goto(server.address({ folder: workspace, extensionFolder, testsEntry }));
      return await result;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}
