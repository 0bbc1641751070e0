import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutGraph } from '../../src/diagram/layout/engine';
import { remembering } from '../../src/diagram/layout/engine';
import type { Picture, Route, Shape } from '../../src/diagram/picture';
import { designs } from './designs';
import { figure1 } from './figure1';
import { pictureOf, shapeOf } from './picture';

const views = ['storage', 'dependencies'] as const;

const added = `
group "VM3" {
  owner = HostB
  virtual_machine "VM3" {
    memory = 1GB
  }
}
`;

/** How far the shapes of both pictures moved, in px, by id; those that stayed are left out. */
function moves(before: Picture, after: Picture): Record<string, number> {
  const places = new Map(after.shapes.map((shape) => [shape.id, shape]));
  return Object.fromEntries(
    before.shapes.flatMap(({ id, x, y }) => {
      const now = places.get(id);
      const distance = now ? Math.hypot(now.x - x, now.y - y) : Number.POSITIVE_INFINITY;
      return distance === 0 ? [] : [[id, distance]];
    }),
  );
}

describe.each(views)('the %s picture stays where it is', (view) => {
  const edits: readonly (readonly [name: string, edit: (text: string) => string])[] = [
    ['when a name, a size and a comment are typed', (text) => text.replace('32GB', '64GB').replace('# ', '# more ')],
    ['when a machine is added at the end', (text) => text + added],
    ['when blank lines are added', (text) => text.replaceAll('\n\n', '\n\n\n')],
  ];
  it.each(edits)('%s', async (_, edit) => {
    const before = await pictureOf(figure1, view);
    const after = await pictureOf(edit(figure1), view);
    expect(after).not.toBe(before);
    expect(moves(before, after)).toEqual({});
  });

  it('moves little when a file is added to the first machine', async () => {
    const before = await pictureOf(figure1, view);
    const after = await pictureOf(figure1.replace('vhd "F:\\VM1\\os.vhd"', 'vhd "F:\\VM1\\new.vhd" { }\n$&'), view);
    for (const distance of Object.values(moves(before, after))) expect(distance).toBeLessThan(60);
  });
});

/** Cards, rows and volumes lie in what holds them; this is about those side by side. */
function overlapping(shapes: readonly Shape[]): readonly string[] {
  return shapes.flatMap((one, index) =>
    shapes.slice(index + 1).flatMap((other) => {
      const across = one.x < other.x + other.width && other.x < one.x + one.width;
      const down = one.y < other.y + other.height && other.y < one.y + one.height;
      return across && down ? [`${one.id} over ${other.id}`] : [];
    }),
  );
}

/** Whether an end of a line lies on the outline of a shape; gates and rows are met inside their box. */
function touches(
  { x, y, width, height }: Shape,
  point: { readonly x: number; readonly y: number } | undefined,
): boolean {
  if (!point) return false;
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}

function isLevelOrUpright({ points }: Route): boolean {
  return points.slice(1).every((to, index) => points[index]?.x === to.x || points[index]?.y === to.y);
}

describe.each(views)('any %s picture', (view) => {
  it('has no shape over another, and lines with right angles that touch what they join', async () => {
    await fc.assert(
      fc.asyncProperty(designs, async (text) => {
        const picture = await pictureOf(text, view);
        const places = new Map(picture.shapes.map((shape) => [shape.id, shape]));
        const grounds = picture.shapes.filter(({ form }) => form === 'lane' || form === 'container');
        const outer = picture.shapes.filter(
          ({ form, parent }) =>
            form !== 'lane' && form !== 'container' && form !== 'row' && !parent?.startsWith('volume:'),
        );
        expect(overlapping(grounds)).toEqual([]);
        expect(overlapping(outer)).toEqual([]);
        for (const shape of picture.shapes) {
          expect(shape.x + shape.width, shape.id).toBeLessThanOrEqual(picture.width);
          expect(shape.y + shape.height, shape.id).toBeLessThanOrEqual(picture.height);
        }
        for (const route of picture.edges) {
          const from = places.get(route.kind === 'owns' ? (places.get(route.to)?.parent ?? route.from) : route.from);
          const to = places.get(route.to);
          expect(isLevelOrUpright(route), route.id).toBe(true);
          expect(from && touches(from, route.points[0]), `start of ${route.id}`).toBe(true);
          if (route.kind === 'reaches' && route.missing) continue;
          expect(to && touches(to, route.points.at(-1)), `end of ${route.id}`).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('the columns of the storage view', () => {
  it('are the same in all lanes', async () => {
    const picture = await pictureOf(figure1, 'storage');
    const lefts = (ids: readonly string[]) => new Set(ids.map((id) => shapeOf(picture, id).x));
    expect(lefts(['node:HostA', 'node:HostB'])).toEqual(new Set([32]));
    expect(lefts(['disk:Witness', 'disk:LUN1', 'disk:LUN2'])).toEqual(new Set([288]));
    expect(lefts(['volume:LUN1/F:', 'volume:LUN2/G:', 'witness:Witness'])).toEqual(new Set([552]));
    expect(lefts(['resource:VM1', 'resource:VM2'])).toEqual(new Set([1112]));
  });
});

describe('an engine that remembers', () => {
  const graph = (width: number): LayoutGraph => ({ boxes: [{ width, height: 10 }], arrows: [] });
  const nothing = { width: 0, height: 0, boxes: [], arrows: [] };

  it('lays out each shape once', async () => {
    const asked: number[] = [];
    const engine = remembering({
      layout: ({ boxes }) => {
        asked.push(boxes[0]?.width ?? 0);
        return Promise.resolve(nothing);
      },
    });
    for (const width of [10, 20, 10, 20, 10]) await engine.layout(graph(width));
    expect(asked).toEqual([10, 20]);
  });

  it('asks again after a failure', async () => {
    let calls = 0;
    const engine = remembering({
      layout: () => {
        calls += 1;
        return calls === 1 ? Promise.reject(new Error('no')) : Promise.resolve(nothing);
      },
    });
    await expect(engine.layout(graph(1))).rejects.toThrow('no');
    await expect(engine.layout(graph(1))).resolves.toBe(nothing);
  });
});
