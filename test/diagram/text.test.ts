import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, widthOf } from '../../src/diagram/paint/text';

const style = { size: 12 } as const;

describe('text in a given width', () => {
  const table = [
    ['fits', 'LUN2', 200, 'LUN2'],
    ['is cut in the middle', 'A very long name of a virtual machine', 110, 'A very …machine'],
    ['of a path keeps drive and file name', 'G:\\Some folder\\Another folder\\os.vhd', 110, 'G:\\…older\\os.vhd'],
    ['of a share keeps its end', '\\\\server\\share\\folder\\os.vhd', 100, '\\\\…older\\os.vhd'],
    ['is never empty', 'LUN2', 1, '…'],
  ] as const;
  it.each(table)('%s', (_, text, width, expected) => {
    expect(fit(text, width, style)).toBe(expected);
  });

  it('is never wider than the room, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
        expect(widthOf(fit(text, width, style), style)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
