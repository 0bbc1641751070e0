// The web build of the extension: it runs in the browser, as in vscode.dev, with its language server in a worker.
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { examplesFolder, inProject, root } from '../../scripts/lib/project.mjs';
import { launchBrowser } from '../workbench/browser.mjs';
import { copyInto, scratchFolder } from '../workbench/files.mjs';
import { startServer } from '../workbench/server.mjs';
import { designFile } from './driver/design.mjs';
import { goTo, openFile, squiggles } from './driver/editor.mjs';
import { shape, showPicture } from './driver/picture.mjs';
import { screenshot } from './driver/screenshot.mjs';
import { serveFolder } from './driver/static-server.mjs';

const name = 'figure1.hacluster';

/**
 * Makes the workbench of a page take an extension from an address, which is how a site such as vscode.dev gives it its own.
 * @param {import('playwright-core').Page} page
 * @param {string} address
 */
async function addWebExtension(page, address) {
  const { protocol, host } = new URL(address);
  const extension = { scheme: protocol.slice(0, -1), authority: host, path: '/' };
  await page.addInitScript((given) => {
    const watch = new MutationObserver(() => {
      const meta = document.getElementById('vscode-workbench-web-configuration');
      if (!meta) return;
      watch.disconnect();
      const settings = JSON.parse(meta.dataset.settings ?? '{}');
      meta.dataset.settings = JSON.stringify({ ...settings, additionalBuiltinExtensions: [given] });
    });
    watch.observe(document, { childList: true, subtree: true });
  }, extension);
}

describe('the extension in the browser', () => {
  let page;
  let folder;
  const ends = [];

  before(async () => {
    const scratch = scratchFolder('web');
    ends.push(() => scratch.remove());
    folder = copyInto(examplesFolder, mkdtempSync(path.join(scratch.folder, 'window-')));
    const right = 'depends_on     = "VM2 Configuration" and LUN2';
    designFile(folder, name).change(right, 'depends_on     = "VM2 Configuration"');
    const files = await serveFolder(root);
    ends.push(() => files.stop());
    const server = await startServer({ logFile: inProject('out/logs/web-extension.log') });
    ends.push(() => server.stop());
    const browser = await launchBrowser();
    ends.push(() => browser.close());
    // The workbench's own policy lets it load from secure addresses only; this machine's files have none.
    page = await browser.newPage({ viewport: { width: 1400, height: 900 }, bypassCSP: true });
    if (process.env.VERBOSE) page.on('console', (message) => console.log(message.text().slice(0, 300)));
    await addWebExtension(page, files.address);
    await page.goto(server.address({ folder }));
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(page, `failed ${this.currentTest.fullTitle()}`);
  });
  after(async () => {
    for (const end of ends.reverse()) await end();
  });

  it('finds what is wrong', async () => {
    await openFile(page, name);
    await goTo(page, designFile(folder, name).lineOf('virtual_machine "VM2"'));
    await squiggles(page, 'error').first().waitFor();
  });

  it('draws', async () => {
    const frame = await showPicture(page, 'storage');
    await shape(frame, 'resource:VM2').waitFor();
  });
});
