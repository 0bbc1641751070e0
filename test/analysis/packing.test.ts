import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRoomy, pack } from '../../src/analysis/packing';
import type { Item, Place } from '../../src/analysis/packing';

function itemsOf(
  needs: readonly number[],
  places: readonly number[],
  classes: readonly string[] = [],
): readonly Item[] {
  return needs.map((needsMb) => ({ needsMb, places, classes }));
}

function placesOf(free: readonly number[]): readonly Place[] {
  return free.map((freeMb) => ({ freeMb, classes: new Set<string>() }));
}

/** Tries every assignment. */
function canPlace(items: readonly Item[], free: readonly number[], classes: readonly ReadonlySet<string>[]): boolean {
  const [item, ...rest] = items;
  if (!item) return true;
  return item.places.some((place) => {
    const left = (free[place] ?? 0) - item.needsMb;
    if (left < 0 || item.classes.some((one) => classes[place]?.has(one))) return false;
    const taken = new Set([...(classes[place] ?? []), ...item.classes]);
    return canPlace(rest, free.with(place, left), classes.with(place, taken));
  });
}

const cases = fc.integer({ min: 1, max: 3 }).chain((count) =>
  fc.record({
    free: fc.array(fc.integer({ min: -2, max: 12 }), { minLength: count, maxLength: count }),
    items: fc.array(
      fc.record({
        needsMb: fc.integer({ min: 1, max: 8 }),
        places: fc.subarray(Array.from({ length: count }, (_, place) => place)),
        classes: fc.subarray(['a', 'b'], { maxLength: 1 }),
      }),
      { maxLength: 6 },
    ),
  }),
);

describe('pack', () => {
  it.each<readonly [string, readonly number[], readonly number[], boolean]>([
    ['nothing to place', [], [], true],
    ['one for one', [4], [4], true],
    ['one too large', [5], [4, 4], false],
    ['the largest first is not enough', [6, 4, 4], [8, 6], true],
    ['largest first into the fullest fails, and there is a way', [5, 4, 4, 3, 2], [10, 8], true],
    ['as much memory as needed, in pieces too small', [3, 3, 3], [5, 4], false],
    ['more than there is', [5, 5], [9], false],
  ])('%s', (_, needs, free, fits) => {
    const places = free.map((_free, place) => place);
    expect(pack(itemsOf(needs, places), placesOf(free)).fits).toBe(fits);
  });

  it('keeps those of one class apart', () => {
    expect(pack(itemsOf([1, 1], [0, 1], ['a']), placesOf([9, 9])).fits).toBe(true);
    expect(pack(itemsOf([1, 1, 1], [0, 1], ['a']), placesOf([9, 9])).fits).toBe(false);
  });

  it('decides as trying everything does', () => {
    fc.assert(
      fc.property(cases, ({ free, items }) => {
        const places = placesOf(free);
        const truth = canPlace(
          items,
          free,
          free.map(() => new Set<string>()),
        );
        expect(pack(items, places).fits).toBe(truth);
      }),
      { numRuns: 500 },
    );
  });

  it('says that it does not know where it would take too long', () => {
    const needs = Array.from({ length: 60 }, (_, index) => 1000 + ((index * 7919) % 997));
    const free = Array.from({ length: 20 }, (_, index) => 4300 + ((index * 31) % 17));
    const places = free.map((_free, place) => place);
    expect(pack(itemsOf(needs, places), placesOf(free)).fits).not.toBe(true);
    const tight = needs.reduce((sum, one) => sum + one, 0) / 20;
    expect(pack(itemsOf(needs, places), placesOf(free.map(() => Math.ceil(tight)))).fits).toBe(undefined);
  });

  it('has room in whatever order things come, where it says so', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat(5)), ({ free, items }, choices) => {
        if (!isRoomy(items, placesOf(free))) return;
        const left = [...free];
        for (const item of items) {
          const rooms = item.places.filter((place) => (left[place] ?? 0) >= item.needsMb);
          expect(rooms.length).toBeGreaterThan(0);
          const place = rooms[choices.next().value % rooms.length] ?? 0;
          left[place] = (left[place] ?? 0) - item.needsMb;
        }
      }),
      { numRuns: 500 },
    );
  });
});
