// A failover as a person steps through it: chosen from the palette, forwards and back, in text and picture.
import assert from 'node:assert/strict';
import { listed, pick, runCommand } from './driver/commands.mjs';
import { debug, sessionEnded, showRun, standing, stepTo, stepUntil } from './driver/debugging.mjs';
import { openFile } from './driver/editor.mjs';
import { drawn, lookOf, shape } from './driver/picture.mjs';
import { screenshot } from './driver/screenshot.mjs';
import { until } from './driver/until.mjs';
import { useWindow } from './driver/workbench.mjs';

describe('a failover', () => {
  const window = useWindow();
  let frame;

  it('is chosen from a list with the likely things first', async () => {
    const { page } = window();
    await openFile(page, 'figure1.hacluster');
    await runCommand(page, 'HA Cluster: Simulate Failover…');
    await listed(page, 'HostA').waitFor();
    await screenshot(page, 'what fails');
    await pick(page, 'HostA');
    await page.keyboard.press('Enter');
    await showRun(page);
    assert.match((await standing(page)).line, /node "HostA"/);
  });

  it('shows its picture beside the text', async () => {
    const { page } = window();
    frame = await drawn(page, 'storage');
    await shape(frame, 'node:HostA').and(frame.locator('[aria-label*="down"]')).waitFor();
  });

  it('goes on step by step until HostB owns LUN2', async () => {
    const { page } = window();
    const { line } = await stepUntil(page, 'HostB owns the disk LUN2');
    assert.match(line, /^disk "LUN2"/);
    await shape(frame, 'disk:LUN2').and(frame.locator('[aria-label*="owned by HostB"]')).waitFor();
  });

  it('steps back to the picture from before', async () => {
    const { page } = window();
    const before = await lookOf(frame);
    const here = await standing(page);
    await stepTo(page, 'stepOver');
    await until(
      'another picture',
      () => lookOf(frame),
      (look) => JSON.stringify(look) !== JSON.stringify(before),
    );
    assert.deepEqual(await stepTo(page, 'stepBack'), here);
    await until(
      'the same picture',
      () => lookOf(frame),
      (look) => JSON.stringify(look) === JSON.stringify(before),
    );
  });

  it('runs to its end, and stops', async () => {
    const { page } = window();
    await debug(page, 'continue');
    await shape(frame, 'resource:VM2').and(frame.locator('[aria-label*="online"]')).waitFor();
    await shape(frame, 'disk:LUN2').and(frame.locator('[aria-label*="owned by HostB"]')).waitFor();
    await screenshot(page, 'failover end');
    await debug(page, 'stop');
    await sessionEnded(page);
    await shape(frame, 'disk:LUN2').and(frame.locator('[aria-label*="owned by HostA"]')).waitFor();
  });
});
