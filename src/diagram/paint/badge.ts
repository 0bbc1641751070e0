import type { FindingCount } from '../scene';
import type { Pen } from './pen';
import { element, type Tree } from './tree';

const radius = 10;

/** Errors as a red disc, warnings as a yellow triangle, each with its count; centred at `x`, `y`. */
export function badge({ severity, count }: FindingCount, x: number, y: number, pen: Pen): Tree {
  const error = severity === 'error';
  const outline = { fill: pen.ink(error ? 'error' : 'warning'), stroke: pen.ink('lane'), 'stroke-width': 2 };
  const mark = error
    ? element('circle', { r: radius, ...outline })
    : element('path', { d: 'M0-11.5L12.5 10h-25z', 'stroke-linejoin': 'round', ...outline });
  const figure = pen.words(count > 99 ? '99' : String(count), 0, error ? 4 : 7, {
    size: 11,
    bold: true,
    role: 'card',
    anchor: 'middle',
  });
  return element('g', { transform: `translate(${x} ${y})` }, [mark, figure]);
}
