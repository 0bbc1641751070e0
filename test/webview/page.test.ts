import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnViews } from '../../src/diagram/build-scene';
import type { Picture } from '../../src/diagram/picture';
import type { FromPanel, Moment, ToPanel } from '../../src/protocol/panel';
import { figure1 } from '../diagram/figure1';
import { pictureOf } from '../diagram/picture';
import { hasBrowser, launch, type Browser, type Page } from './harness/browser.mjs';
import { serve } from './harness/serve.mjs';

declare global {
  interface Window {
    /** What the panel has sent, and what its security policy has blocked: kept by the harness. */
    readonly sent: readonly FromPanel[];
    readonly violations: readonly string[];
    readonly deliver: (message: ToPanel) => void;
  }
}

const pictures = fileURLToPath(new URL('../../out/panel/', import.meta.url));

const stamp = { uri: 'file:///figure1.hacluster', version: 1, run: undefined, step: undefined };
const size = { width: 1400, height: 560 };

/** The panel in a browser under its own security policy; left out where the workbench with its browser is not installed. */
describe.skipIf(!hasBrowser)('the panel in a browser (needs test/workbench)', () => {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serve>>;
  const drawn = new Map<'storage' | 'dependencies', Picture>();

  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), serve()]);
    for (const view of ['storage', 'dependencies'] as const) drawn.set(view, await pictureOf(figure1, view));
    mkdirSync(pictures, { recursive: true });
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const send = (page: Page, message: ToPanel): Promise<void> =>
    page.evaluate((one) => {
      window.deliver(one);
    }, message);
  const open = async (view: 'storage' | 'dependencies', theme = 'light'): Promise<Page> => {
    const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' });
    await page.goto(`${served.address}/?theme=${theme}&view=${view}`);
    await page.waitForFunction(() => window.sent.length > 0);
    const picture = drawn.get(view);
    if (picture) await send(page, { type: 'picture', stamp, picture, moment: undefined });
    await page.locator('[data-id]').first().waitFor();
    return page;
  };
  const sentBy = (page: Page): Promise<readonly FromPanel[]> => page.evaluate(() => window.sent);
  const focused = (page: Page): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? null);

  const themes = ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const;
  it.each(themes.flatMap((theme) => [...drawnViews].map((view) => [theme, view] as const)))(
    'shows Figure 1 in the %s theme, %s, and loads nothing its policy forbids',
    async (theme, view) => {
      const page = await open(view, theme);
      await page.screenshot({ path: `${pictures}figure1-${view}-${theme}.png` });
      expect(await page.evaluate(() => window.violations)).toEqual([]);
      await page.close();
    },
  );

  it('goes to the declaration of what is clicked or entered', async () => {
    const page = await open('storage');
    await page.locator('[data-id="disk:LUN2"]').click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await sentBy(page)).toEqual([
      { type: 'ready', view: 'storage' },
      { type: 'reveal', id: 'disk:LUN2' },
      { type: 'reveal', id: 'volume:LUN2/G:' },
    ]);
    await page.close();
  });

  it('is one stop of the Tab key, and keeps the place inside', async () => {
    const page = await open('storage');
    await page.locator('[data-id="node:HostA"]').focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('node:HostB');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBeNull();
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe('node:HostB');
    await page.close();
  });

  it('keeps the element of a shape that stays', async () => {
    const page = await open('storage');
    await page.locator('[data-id="resource:VM1"]').evaluate((element) => {
      element.setAttribute('data-same', 'yes');
    });
    const picture = await pictureOf(
      figure1.replace('vhd "F:\\VM1\\os.vhd"', 'vhd "F:\\VM1\\new.vhd" { }\n$&'),
      'storage',
    );
    await send(page, { type: 'picture', stamp: { ...stamp, version: 2 }, picture, moment: undefined });
    await page.locator('[data-id="file:f:\\\\vm1\\\\new.vhd"]').waitFor();
    expect(await page.locator('[data-id="resource:VM1"]').getAttribute('data-same')).toBe('yes');
    await page.close();
  });

  it('says when the picture is older than the text, and leads to the line', async () => {
    const page = await open('storage');
    await send(page, { type: 'stale', stamp, line: 33, message: 'm' });
    await page.getByText('Line 34 cannot be read. This is the picture from before.').waitFor();
    await page.getByText('Picture is older than the text').waitFor();
    await page.getByText('Go to line 34').click();
    expect((await sentBy(page)).at(-1)).toEqual({ type: 'line', line: 33 });
    await page.close();
  });

  it('shows the moment of a simulation and steps', async () => {
    const page = await open('storage');
    const moment: Moment = {
      ...{ run: 'r', scenario: 'HostA loses power', step: 1, steps: 2 },
      ...{ time_ms: 10_000, text: 'LUN2 comes online on HostB', changed: ['disk:LUN2'] },
    };
    const picture = drawn.get('storage');
    if (picture) await send(page, { type: 'picture', stamp: { ...stamp, run: 'r', step: 1 }, picture, moment });
    await page.getByText('step 1 of 2').waitFor();
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await page.getByRole('button', { name: 'Step back' }).click();
    expect((await sentBy(page)).slice(1)).toEqual([
      { type: 'command', command: 'stepForward' },
      { type: 'command', command: 'stepBack' },
    ]);
    await page.close();
  });

  it('finds, counts and goes through what bears a name', async () => {
    const page = await open('storage');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('os.vhd');
    await page.getByText('2 found').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.locator('[aria-selected="true"]').getAttribute('data-id')).toBe('file:g:\\vm2\\os.vhd');
    await page.keyboard.type('zzz');
    await page.getByText('No match for “os.vhdzzz”.').waitFor();
    await page.getByText('Clear').click();
    expect(await page.locator('#find').evaluate((field) => 'value' in field && field.value)).toBe('');
    await page.close();
  });

  it('moves the window only on demand: zoom, fit, and a mark that is out of sight', async () => {
    const page = await open('storage');
    const ground = page.locator('.ground');
    expect(await ground.getAttribute('transform')).toBe('translate(0 0) scale(1)');
    await page.getByRole('button', { name: 'Zoom in (+)' }).click();
    await page.getByText('125 %').waitFor();
    const zoomed = await ground.getAttribute('transform');
    await send(page, { type: 'mark', stamp, id: 'node:HostA' });
    await page.locator('[data-id="node:HostA"][aria-selected="true"]').waitFor();
    const inSight = await ground.getAttribute('transform');
    await send(page, { type: 'mark', stamp, id: 'resource:VM1' });
    await page.locator('[data-id="resource:VM1"][aria-selected="true"]').waitFor();
    await expect.poll(() => ground.getAttribute('transform'), { timeout: 30_000 }).not.toBe(inSight);
    expect(zoomed).not.toBe('translate(0 0) scale(1)');
    await page.close();
  });

  it('asks for another view and shows it when it comes', async () => {
    const page = await open('storage');
    await page.getByRole('button', { name: 'Dependencies' }).click();
    expect((await sentBy(page)).at(-1)).toEqual({ type: 'view', view: 'dependencies' });
    expect(await page.getByRole('button', { name: 'Storage' }).getAttribute('aria-pressed')).toBe('true');
    const picture = drawn.get('dependencies');
    if (picture) await send(page, { type: 'picture', stamp, picture, moment: undefined });
    await page.locator('[data-id="group:VM2"]').waitFor();
    expect(await page.getByRole('button', { name: 'Dependencies' }).getAttribute('aria-pressed')).toBe('true');
    await page.close();
  });

  it('sends the picture as a file that stands alone', async () => {
    const page = await open('dependencies');
    await page.getByRole('button', { name: 'Export' }).click();
    const message = (await sentBy(page)).at(-1);
    expect(message?.type === 'export' && message.svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    await page.close();
  });

  it('says what to do where there is nothing to draw', async () => {
    const page = await browser.newPage({ viewport: size });
    await page.goto(`${served.address}/?theme=light&view=storage`);
    await page.waitForFunction(() => window.sent.length > 0);
    await send(page, { type: 'picture', stamp, picture: await pictureOf('', 'storage'), moment: undefined });
    await page.getByText('Nothing to draw yet').waitFor();
    await page.getByText('New Design…').click();
    expect((await sentBy(page)).at(-1)).toEqual({ type: 'command', command: 'newDesign' });
    await page.close();
  });
});
