// Makes the picture of the README: a failover stopped half-way, text and storage ownership side by side.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pick, runCommand } from '../test/browser/driver/commands.mjs';
import { showRun, stepUntil } from '../test/browser/driver/debugging.mjs';
import { openFile } from '../test/browser/driver/editor.mjs';
import { drawn, isStill, shape } from '../test/browser/driver/picture.mjs';
import { closeWorkbench, openWindow } from '../test/browser/driver/workbench.mjs';
import { buildProject, installWorkbench } from './lib/prepare.mjs';
import { firstExample, inProject } from './lib/project.mjs';
import { runMain } from './lib/run.mjs';

const file = inProject('media/readme/failover.png');
const size = { width: 1400, height: 700 };
/** Where the text ends and the picture begins, in px from the left. */
const border = 520;

/** Only the text, the picture and the buttons of the run. */
const settings = {
  'breadcrumbs.enabled': false,
  'debug.internalConsoleOptions': 'neverOpen',
  'editor.fontSize': 12,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': true,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.statusBar.visible': false,
};

/** @param {import('playwright-core').Page} page */
async function placeBorder(page) {
  const box = await page.locator('.editor-group-container').nth(1).boundingBox();
  if (!box) throw new Error('There is no picture beside the text.');
  await page.mouse.move(box.x, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(border, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
}

/** @param {import('playwright-core').Page} page */
async function failHalfWay(page) {
  await openFile(page, firstExample);
  await runCommand(page, 'HA Cluster: Simulate Failover…');
  await pick(page, 'HostA');
  await page.keyboard.press('Enter');
  await showRun(page);
  await stepUntil(page, 'LUN2 comes online');
}

await runMain(async () => {
  installWorkbench();
  buildProject();
  mkdirSync(path.dirname(file), { recursive: true });
  try {
    const { page } = await openWindow({ theme: 'light', settings });
    await page.setViewportSize(size);
    await failHalfWay(page);
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await placeBorder(page);
    const frame = await drawn(page, 'storage');
    await frame.getByTitle('Fit (1)').click();
    await page.mouse.move(size.width / 2, 2);
    await shape(frame, 'disk:LUN2').waitFor();
    await isStill(frame);
    await page.screenshot({ path: file });
    console.log(`Written: ${path.relative(inProject(), file)}`);
  } finally {
    await closeWorkbench();
  }
});
