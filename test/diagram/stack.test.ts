import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignTracks, stack } from '../../src/diagram/layout/stack';

describe('boxes in a column', () => {
  const table = [
    ['stand at their wish', [100, 300], [76, 276]],
    ['spread evenly around a common wish', [200, 200, 200], [116, 176, 236]],
    ['do not rise above the top', [0, 10], [0, 60]],
    ['push as a block', [100, 110, 400], [51, 111, 376]],
  ] as const;
  it.each(table)('%s', (_, wishes, tops) => {
    const boxes = wishes.map((wish) => ({ wish, height: 48 }));
    expect(stack(boxes, 12, 0)).toEqual(tops);
  });

  it('never overlap and never rise above the top', () => {
    const box = fc.record({ wish: fc.integer({ min: -500, max: 5000 }), height: fc.integer({ min: 1, max: 200 }) });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 60 }), (boxes) => {
        const ordered = [...boxes].sort((one, other) => one.wish - other.wish);
        const tops = stack(ordered, 12, 30);
        let free = 30;
        for (const [index, top] of tops.entries()) {
          expect(top).toBeGreaterThanOrEqual(free);
          free = top + (ordered[index]?.height ?? 0) + 12;
        }
      }),
    );
  });
});

describe('tracks of lines', () => {
  it('are shared only by lines that keep clear of each other', () => {
    const stretches = [
      { from: 0, to: 100 },
      { from: 50, to: 150 },
      { from: 108, to: 200 },
      { from: 60, to: 70 },
    ];
    expect(assignTracks(stretches, 8, 4)).toEqual([0, 1, 0, 2]);
  });
});
