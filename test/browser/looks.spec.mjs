// The same moments in every look, for a person to look at: out/screenshots.
import assert from 'node:assert/strict';
import { themes } from '../workbench/settings.mjs';
import { pick, runCommand } from './driver/commands.mjs';
import { showRun, stepUntil } from './driver/debugging.mjs';
import { designFile } from './driver/design.mjs';
import { focusEditor, openFile, squiggles } from './driver/editor.mjs';
import { collidingWords, drawn, shape, showPicture } from './driver/picture.mjs';
import { screenshot } from './driver/screenshot.mjs';
import { useWindow } from './driver/workbench.mjs';

const name = 'figure1.hacluster';

for (const theme of Object.keys(themes)) {
  describe(`the ${theme} look`, () => {
    const window = useWindow({ theme });

    it('of both pictures', async () => {
      const { page } = window();
      await openFile(page, name);
      for (const view of ['dependencies', 'storage']) {
        const frame = await showPicture(page, view);
        assert.deepEqual(await collidingWords(frame), []);
        await screenshot(page, `${view} ${theme}`);
      }
    });

    it('of a failover half-way', async () => {
      const { page } = window();
      await runCommand(page, 'HA Cluster: Simulate Failover…');
      await pick(page, 'HostA');
      await page.keyboard.press('Enter');
      await showRun(page);
      await stepUntil(page, 'LUN2 comes online');
      const frame = await drawn(page, 'storage');
      await shape(frame, 'disk:LUN2').and(frame.locator('[aria-label*="owned by HostB"]')).waitFor();
      // The Variables view takes its time behind quick steps.
      await page.locator('.debug-variables', { hasText: /LUN2.*pending/ }).waitFor();
      await screenshot(page, `failover ${theme}`);
      await runCommand(page, 'Debug: Stop');
    });

    it('of a finding', async () => {
      const { page, folder } = window();
      designFile(folder, name).change('depends_on     = "VM2 Configuration" and LUN2', 'depends_on     = LUN2');
      await focusEditor(page, name);
      await runCommand(page, 'Problems: Focus on Problems View');
      await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
      await page.locator('.markers-panel .monaco-list-row').nth(1).click();
      await squiggles(page, 'error').first().waitFor();
      await screenshot(page, `finding ${theme}`);
    });
  });
}
