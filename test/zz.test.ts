import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { serve } from './webview/harness/serve.mjs';
import { launch } from './webview/harness/browser.mjs';
import { designOf } from './support/design';
import { checkDesign } from '../src/checks/check';
import { buildScene } from '../src/diagram/build-scene';
import { layoutScene } from '../src/diagram/layout/layout';
import { elkEngine } from '../src/diagram/layout/elk-engine';
test('shots', async () => {
  const { address, close } = await serve();
  const browser = await launch();
  for (const [name, theme, view, file, width, height] of [['lab3-storage','dark','storage','lab3',1400,1100],['lab3-dep','light','dependencies','lab3',1400,1100],['lab-dep2','dark','dependencies','lab',1400,1400],['lab-sto2','light','storage','lab',1400,1400]] as const) {
    const page: any = await browser.newPage({ viewport: { width, height } });
    page.on('pageerror', (e: any) => console.log(name, e.message));
    await page.goto(`${address}/?theme=${theme}&view=${view}`);
    await page.waitForFunction(() => (window as any).sent.length > 0);
    const design = designOf(readFileSync(`/tmp/look/${file}.hacluster`, 'utf8'));
    const findings = checkDesign(design);
    console.log(name, findings.map(f => f.code + ' ' + f.severity).join(', '));
    const picture = await layoutScene(buildScene(design.cluster, view, { findings }), elkEngine());
    await page.evaluate((m: any) => (window as any).deliver(m), { type: 'picture', stamp: { uri: 'file:///figure1.hacluster', version: 1 }, picture });
    await page.waitForTimeout(400);
    if (name === 'lab-sto2') { await page.click('[data-id="disk:LUN9"]'); await page.waitForTimeout(400); }
    await page.screenshot({ path: `/tmp/look/${name}.png` });
    await page.close();
  }
  await browser.close(); await close();
}, 120000);
