import type { Point, Route, Shape } from '../picture';
import type { SceneEdge } from '../scene';

/** How far a line leaves a card before it turns. */
const reach = 12;

/** Right angles from one side of a card to another: out, along a trunk at `trunk`, and in. */
export function elbow(from: Point, trunk: number, to: Point): readonly Point[] {
  if (from.y === to.y) return [from, to];
  return [from, { x: trunk, y: from.y }, { x: trunk, y: to.y }, to];
}

/**
 * A line between cards of different containers: out to the right, through the gap above the target, and in from the left.
 * undefined where one of the ends is not drawn.
 */
export function connect(edge: SceneEdge, from: Shape | undefined, to: Shape | undefined): Route | undefined {
  if (!from || !to) return undefined;
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  const out = start.x + reach;
  const into = end.x - reach;
  const aisle = to.y - reach;
  const middle: readonly Point[] = [
    { x: out, y: start.y },
    { x: out, y: aisle },
    { x: into, y: aisle },
    { x: into, y: end.y },
  ];
  return { ...edge, missing: edge.missing === true, points: [start, ...middle, end], arrow: true };
}
