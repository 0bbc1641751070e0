import type { Picture, Route, Shape } from '../src/diagram/picture';
import type { Zoom } from './viewport';

/**
 * A large picture is drawn as far as it is in the window, for the page slows down with more than about a thousand shapes; and
 * far away without what could not be read there.
 */
const limits = { shapes: 1000, cell: 600, far: 0.4 } as const;

/** The part of a picture that is drawn: in its own coordinates, rounded outwards so that small moves change nothing. */
export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly far: boolean;
}

/** What a window of `width` by `height` px shows at this zoom, with a margin of up to a cell on each side. */
export function windowAt({ k, x, y }: Zoom, width: number, height: number): Window {
  const cell = limits.cell / Math.min(1, k);
  const down = (value: number): number => (Math.floor(value / cell) - 0.5) * cell;
  const up = (value: number): number => (Math.ceil(value / cell) + 0.5) * cell;
  return {
    left: down(-x / k),
    top: down(-y / k),
    right: up((width - x) / k),
    bottom: up((height - y) / k),
    far: k < limits.far,
  };
}

function overlaps(window: Window, left: number, top: number, right: number, bottom: number): boolean {
  return left <= window.right && right >= window.left && top <= window.bottom && bottom >= window.top;
}

function showsShape(window: Window, shape: Shape): boolean {
  if (window.far && (shape.form === 'row' || shape.form === 'gate')) return false;
  return overlaps(window, shape.x, shape.y, shape.x + shape.width, shape.y + shape.height);
}

function showsRoute(window: Window, { points, kind }: Route): boolean {
  if (window.far && kind !== 'owns') return false;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return overlaps(window, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
}

/** Whether the picture is too large to be drawn as a whole. */
export function isLarge(picture: Picture): boolean {
  return picture.shapes.length > limits.shapes;
}

/** Shapes that others speak of: nodes by their names, findings by the heads of their groups. */
function isSpokenOf({ kind, parent, findings }: Shape): boolean {
  return findings !== undefined || (kind === 'node' && parent === undefined);
}

/** What of a picture is in the window. `kept` stays in any case: the shape with the focus. */
export function within(picture: Picture, window: Window, kept: string | undefined): Picture {
  return {
    ...picture,
    shapes: picture.shapes.filter((shape) => shape.id === kept || isSpokenOf(shape) || showsShape(window, shape)),
    edges: picture.edges.filter((route) => showsRoute(window, route)),
  };
}
