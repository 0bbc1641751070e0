import type { Point, Route } from '../picture';
import type { Pen } from './pen';
import { widthOf } from './text';
import type { Role } from './theme';
import { element, type Tree } from './tree';

const cornerRadius = 6;
const arrow = { length: 7, half: 3, clear: 1 } as const;
const cross = { gap: 6, size: 7, words: 22 } as const;
const pill = { height: 24, padding: 16, clear: 12 } as const;
/** What a missing dependency says where there is little room for it. */
const fewWords = 'missing';
const haloWidth = 5;

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  if (length === 0) return from;
  const share = distance / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function distance(from: Point, to: Point): number {
  return Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
}

/** The path through the points, its corners rounded by 6 px or by half of the shorter side. */
export function roundedPath(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (!before) return `M${point.x} ${point.y}`;
      if (!after) return `L${point.x} ${point.y}`;
      const radius = Math.min(cornerRadius, distance(before, point) / 2, distance(point, after) / 2);
      const start = towards(point, before, radius);
      const end = towards(point, after, radius);
      return `L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`;
    })
    .join('');
}

/** The points with the last drawn back, so that a tip stands before the card. */
function drawnBack(points: readonly Point[], by: number): readonly Point[] {
  const last = points.at(-1);
  const before = points.at(-2);
  return last && before ? [...points.slice(0, -1), towards(last, before, by)] : points;
}

function arrowHead(points: readonly Point[], colour: string): Tree | undefined {
  const tip = points.at(-1);
  const before = points.at(-2);
  if (!tip || !before) return undefined;
  const base = towards(tip, before, arrow.length);
  const side = before.y === tip.y ? { x: 0, y: arrow.half } : { x: arrow.half, y: 0 };
  const d = `M${base.x - side.x} ${base.y - side.y}L${tip.x} ${tip.y}L${base.x + side.x} ${base.y + side.y}z`;
  return element('path', { d, fill: colour });
}

function stroke(points: readonly Point[], colour: string, width: number, dashes?: string): Tree {
  const attributes = { d: roundedPath(points), fill: 'none', stroke: colour, 'stroke-width': width };
  return element('path', { ...attributes, 'stroke-dasharray': dashes });
}

/** A dotted red line with its words on the longest level stretch. */
function missingDependency(route: Route, pen: Pen): readonly Tree[] {
  const colour = pen.ink('error');
  const dotted = element('path', {
    ...{ d: roundedPath(route.points), fill: 'none', stroke: colour },
    ...{ 'stroke-width': 1.5, 'stroke-dasharray': '2 4', 'stroke-linecap': 'round' },
  });
  if (route.words === undefined) return [dotted];
  const pairs = route.points.slice(1).map((to, index) => ({ from: route.points[index] ?? to, to }));
  const level = pairs.filter(({ from, to }) => from.y === to.y);
  const longest = level.reduce<(typeof level)[number] | undefined>(
    (best, pair) => (best && distance(best.from, best.to) >= distance(pair.from, pair.to) ? best : pair),
    undefined,
  );
  if (!longest) return [dotted];
  const widthFor = (words: string): number => Math.round(widthOf(words, { size: 12 })) + 2 * pill.padding;
  const room = distance(longest.from, longest.to) - 2 * pill.clear;
  const said = [route.words, fewWords].find((words) => widthFor(words) <= room);
  if (said === undefined) return [dotted];
  const width = widthFor(said);
  const x = Math.round((longest.from.x + longest.to.x - width) / 2);
  const y = longest.from.y - pill.height / 2;
  const words = element('g', { transform: `translate(${x} ${y})` }, [
    pen.box(width, pill.height, { fill: 'card', stroke: 'error', radius: pill.height / 2 - 0.5 }),
    pen.words(said, width / 2, 16, { size: 12, role: 'error', anchor: 'middle' }),
  ]);
  return [dotted, words];
}

/** A dashed stub with a red cross at its end and words beside it. */
function missingPath(route: Route, pen: Pen): readonly Tree[] {
  const end = route.points.at(-1);
  if (!end) return [];
  const { size } = cross;
  const mark = element('path', {
    d: `M${end.x + cross.gap} ${end.y - size / 2}l${size} ${size}m0-${size}l-${size} ${size}`,
    ...{ fill: 'none', stroke: pen.ink('error'), 'stroke-width': 1.8, 'stroke-linecap': 'round' },
  });
  const words = pen.words(route.words ?? '', end.x + cross.words, end.y + 4, { size: 11, role: 'muted', width: 134 });
  return [stroke(route.points, pen.ink('faint'), 1, '4 4'), mark, words];
}

/** How a line is drawn; `moving` is what changes hands in the present step. */
export function edge(route: Route, moving: boolean, pen: Pen): readonly Tree[] {
  if (route.missing) return route.kind === 'reaches' ? missingPath(route, pen) : missingDependency(route, pen);
  if (route.kind === 'reaches') return [stroke(drawnBack(route.points, 4), pen.ink('faint'), 1, '4 4')];
  const role: Role = moving ? 'accent' : 'edge';
  const colour = pen.ink(role);
  if (!route.arrow) return [stroke(route.points, colour, 1.25)];
  const tip = drawnBack(route.points, arrow.clear);
  const head = arrowHead(tip, colour);
  return [stroke(drawnBack(tip, arrow.length - 1), colour, moving ? 2 : 1.25), ...(head ? [head] : [])];
}

/** The gap that a solid line cuts into what it crosses. */
export function halo(route: Route, pen: Pen): Tree {
  return stroke(route.points, pen.ink('lane'), haloWidth);
}
