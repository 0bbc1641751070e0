import { beforeAll, describe, expect, it } from 'vitest';
import type { Picture } from '../../src/diagram/picture';
import { clock } from '../../webview/clock';
import { isLarge, windowAt, within } from '../../webview/culling';
import { focusable, whereTo } from '../../webview/navigation';
import { figure1 } from '../diagram/figure1';
import { pictureOf } from '../diagram/picture';

let picture: Picture;

beforeAll(async () => {
  picture = await pictureOf(figure1, 'storage');
});

describe('keys in the picture', () => {
  const table = [
    ['node:HostA', 'ArrowRight', 'disk:Witness'],
    ['disk:LUN2', 'ArrowRight', 'volume:LUN2/G:'],
    ['disk:LUN2', 'ArrowLeft', 'node:HostA'],
    ['volume:LUN2/G:', 'ArrowRight', 'file:g:\\vm2\\virtual machines\\vm2.xml'],
    ['file:g:\\vm2\\os.vhd', 'ArrowRight', 'resource:VM2'],
    ['file:g:\\vm2\\os.vhd', 'ArrowLeft', 'volume:LUN2/G:'],
    ['file:g:\\vm2\\os.vhd', 'ArrowDown', 'file:g:\\base\\data.vhd'],
    ['node:HostA', 'ArrowDown', 'node:HostB'],
    ['node:HostB', 'ArrowUp', 'node:HostA'],
    ['node:HostB', 'Home', 'node:HostA'],
    ['node:HostA', 'End', 'resource:VM1'],
    ['node:HostA', 'ArrowUp', undefined],
    ['node:HostA', 'f', undefined],
    ['node:HostA', 'x', undefined],
  ] as const;
  it.each(table)('%s, %s: %s', (from, key, expected) => {
    expect(whereTo(picture, from, key)).toBe(expected);
  });

  it('lead to every shape', () => {
    const reached = new Set([focusable(picture)[0]?.id ?? '']);
    for (const id of reached) {
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
        const next = whereTo(picture, id, key);
        if (next !== undefined) reached.add(next);
      }
    }
    expect([...reached].sort()).toEqual(
      focusable(picture)
        .map(({ id }) => id)
        .sort(),
    );
  });
});

describe('simulated time', () => {
  const table = [
    [0, '0 s'],
    [10_000, '10.0 s'],
    [91_500, '1 min 31.5 s'],
    [3_600_000, '1 h 0 min 0.0 s'],
    [90_061_000, '1 d 1 h 1 min 1.0 s'],
  ] as const;
  it.each(table)('%d ms reads %s', (ms, expected) => {
    expect(clock(ms)).toBe(expected);
  });
});

describe('what of a large picture is drawn', () => {
  it('is what the window shows, and what has the focus', () => {
    const window = windowAt({ k: 4, x: 0, y: 0 }, 400, 300);
    const seen = within(picture, { ...window, bottom: 200 }, 'resource:VM1').shapes.map(({ id }) => id);
    expect(seen).toContain('disk:Witness');
    expect(seen).toContain('resource:VM1');
    expect(seen).not.toContain('disk:LUN1');
  });

  it('stays the same while the window moves a little', () => {
    expect(windowAt({ k: 1, x: -100, y: -110 }, 800, 600)).toEqual(windowAt({ k: 1, x: -103, y: -120 }, 800, 600));
  });

  it('is everything of a small one', () => {
    expect(isLarge(picture)).toBe(false);
  });
});
