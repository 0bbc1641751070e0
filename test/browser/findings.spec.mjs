// A mistake in a design: it is marked, explained and put right, all with the keyboard.
import assert from 'node:assert/strict';
import { designFile } from './driver/design.mjs';
import { applyFix, goTo, line, openFile, problems, squiggles } from './driver/editor.mjs';
import { screenshot } from './driver/screenshot.mjs';
import { until } from './driver/until.mjs';
import { useWindow } from './driver/workbench.mjs';

const name = 'figure1.hacluster';
const right = 'depends_on     = "VM2 Configuration" and LUN2';
const wrong = 'depends_on     = "VM2 Configuration"';

describe('a finding', () => {
  const window = useWindow();

  it('is marked as soon as it is typed', async () => {
    const { page, folder } = window();
    await openFile(page, name);
    await line(page, 'cluster').waitFor();
    const { line: number, column } = designFile(folder, name).endOf(right);
    await goTo(page, number, column);
    for (let typed = right.length; typed > wrong.length; typed -= 1) await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await squiggles(page, 'error').first().waitFor();
  });

  it('is told in the Problems view', async () => {
    const { page } = window();
    // That HostB has nothing to do is a remark on the design as it is.
    const said = await until(
      'the problem and the remark',
      () => problems(page),
      (all) => all.length === 2,
    );
    assert.match(said[0], /VM2 does not depend on disk LUN2/);
    assert.match(said[1], /Nothing starts on HostB/);
    await screenshot(page, 'problems');
    await page.keyboard.press('Control+J');
  });

  it('goes with its fix', async () => {
    const { page, folder } = window();
    await goTo(page, designFile(folder, name).lineOf('virtual_machine "VM2"'), 5);
    await applyFix(page, 'LUN2');
    await squiggles(page, 'error').first().waitFor({ state: 'detached' });
    await line(page, '"VM2 Configuration" and LUN2').waitFor();
  });
});
