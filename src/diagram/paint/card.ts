import type { Shape } from '../picture';
import type { PathMark } from '../scene';
import { badge } from './badge';
import { icon } from './icons';
import type { BoxStyle, Pen } from './pen';
import { stateGlyph, stateLook } from './states';
import type { Role } from './theme';
import { element, type Tree } from './tree';

/** In px from the card's left edge or, for what stands at the right, from its right edge. */
const places = { icon: 12, text: 38, glyph: 26, mark: 19, end: 12 } as const;
/** In px from the card's middle. */
const lines = { icon: -8, label: -3, detail: 13, glyph: -7 } as const;
/** Path marks: none for so few nodes that all paths are drawn, words for so many that marks would not be told apart. */
export const marks = {
  least: 3,
  wide: 4,
  most: 12,
  pitch: 14,
  narrow: 12,
  half: 4,
  fromTop: 44,
  glyphTop: 12,
} as const;

/** How the outline of a card or row says what is wrong with it: findings before states, states before nothing. */
export function outlineOf(shape: Shape): Pick<BoxStyle, 'fill' | 'stroke' | 'weight' | 'dashes'> {
  const look = stateLook(shape.state);
  const fill: Role = look?.tint ?? 'card';
  if (shape.absent) return { fill: 'card', stroke: 'error', dashes: '4 3' };
  if (shape.findings) return { fill, stroke: shape.findings.severity === 'error' ? 'error' : 'warning', weight: 1.5 };
  return { fill, stroke: look?.tint ? look.role : 'card-line' };
}

/** One path mark with its middle at `x`, `y`. */
export function pathMark(mark: PathMark, x: number, y: number, pen: Pen): Tree {
  const { ink } = pen;
  switch (mark) {
    case 'owner':
      return element('rect', {
        x: x - marks.half,
        y: y - marks.half,
        width: 8,
        height: 8,
        rx: 1.5,
        fill: ink('text'),
      });
    case 'path':
      return element('circle', {
        cx: x,
        cy: y,
        r: 3.3,
        fill: 'none',
        stroke: ink('muted'),
        'stroke-width': 1.2,
      });
    case 'none':
      return element('path', {
        d: `M${x - 3} ${y - 3}l6 6m0-6l-6 6`,
        stroke: ink('error'),
        'stroke-width': 1.6,
        'stroke-linecap': 'round',
      });
  }
}

interface MarksOf {
  readonly trees: readonly Tree[];
  /** Where the first of them begins, from the card's left edge. */
  readonly left: number;
  readonly detail: string;
}

/** Path marks along the bottom of a disk's card, and what its second line has room for beside them. */
function pathMarks({ paths = [], width, detail }: Shape, pen: Pen): MarksOf {
  const count = paths.length;
  if (count < marks.least) return { trees: [], left: width, detail };
  if (count > marks.most) {
    const reached = paths.filter((mark) => mark !== 'none').length;
    return { trees: [], left: width, detail: `${detail.split(' · ').at(-1) ?? ''} · ${reached} of ${count} paths` };
  }
  const narrow = count > marks.wide;
  const pitch = narrow ? marks.narrow : marks.pitch;
  const trees = paths.map((mark, index) =>
    pathMark(mark, width - places.mark - pitch * (count - 1 - index), marks.fromTop, pen),
  );
  return {
    trees,
    left: width - places.mark - pitch * (count - 1) - marks.half,
    detail: narrow ? (detail.split(' · ').at(-1) ?? '') : detail,
  };
}

/** A card: icon, name and what matters of the thing, its state, its paths, its findings. */
export function card(shape: Shape, pen: Pen): readonly Tree[] {
  const { width, height, label, kind, findings } = shape;
  const middle = height / 2;
  const look = stateLook(shape.state);
  const paths = pathMarks(shape, pen);
  const room = width - places.text - places.end;
  const labelRoom = look ? width - places.text - places.glyph - 8 : room;
  const glyphTop = paths.trees.length > 0 ? marks.glyphTop : middle + lines.glyph;
  const detailRoom = paths.trees.length > 0 ? paths.left - places.text - marks.half : labelRoom;
  return [
    pen.box(width, height, { ...outlineOf(shape), radius: 6 }),
    icon(kind, places.icon, middle + lines.icon, 'text', pen.ink),
    pen.words(label, places.text, middle + lines.label, { size: 13, bold: true, role: 'text', width: labelRoom }),
    pen.words(paths.detail, places.text, middle + lines.detail, { size: 11, role: 'muted', width: detailRoom }),
    ...(look ? [stateGlyph(look, width - places.glyph, glyphTop, pen.ink)] : []),
    ...paths.trees,
    ...(findings ? [badge(findings, width - 2, 2, pen)] : []),
  ];
}

/** The joint of a dependency expression: AND flat behind and round in front, OR curved behind and pointed in front. */
export function gate({ label }: Shape, pen: Pen): readonly Tree[] {
  const all = label === 'AND';
  const d = all ? 'M.5.5h32a11.5 11.5 0 0 1 0 23h-32z' : 'M.5.5q7 11.5 0 23h22q14-1 21-11.5q-7-10.5-21-11.5z';
  return [
    element('path', { d, fill: pen.ink('card'), stroke: pen.ink('card-line') }),
    pen.words(label, all ? 21 : 22, 16, { size: 11, bold: true, role: 'text', anchor: 'middle' }),
  ];
}
