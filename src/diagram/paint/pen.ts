import { fit } from './text';
import type { Ink, Role } from './theme';
import { element, type Tree } from './tree';

export interface Words {
  readonly size: 11 | 12 | 13;
  readonly bold?: boolean;
  readonly role: Role;
  readonly anchor?: 'middle' | 'end';
  /** Cut in the middle to so many px. */
  readonly width?: number;
}

/** What the parts of a drawing are drawn with: ink for the roles, and the few shapes that everything is made of. */
export interface Pen {
  readonly ink: Ink;
  words(text: string, x: number, y: number, style: Words): Tree;
  /** A box with its strokes on half pixels, so that they are sharp. */
  box(width: number, height: number, style: BoxStyle): Tree;
  rule(y: number, width: number): Tree;
}

export interface BoxStyle {
  readonly fill: Role | 'none';
  readonly stroke: Role;
  readonly radius: number;
  readonly weight?: number;
  readonly dashes?: string;
}

const bold = 600;

/** A pen with this ink. */
export function penWith(ink: Ink): Pen {
  return {
    ink,
    words: (text, x, y, style) =>
      element(
        'text',
        {
          x,
          y,
          'font-size': style.size,
          'font-weight': style.bold ? bold : undefined,
          fill: ink(style.role),
          'text-anchor': style.anchor,
        },
        [style.width === undefined ? text : fit(text, style.width, style)],
      ),
    box: (width, height, { fill, stroke, radius, weight, dashes }) =>
      element('rect', {
        x: 0.5,
        y: 0.5,
        width: width - 1,
        height: height - 1,
        rx: radius,
        fill: fill === 'none' ? 'none' : ink(fill),
        stroke: ink(stroke),
        'stroke-width': weight,
        'stroke-dasharray': dashes,
      }),
    rule: (y, width) => element('path', { d: `M1 ${y}H${width - 1}`, stroke: ink('rule') }),
  };
}
