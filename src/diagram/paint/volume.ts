import { volumeSizes } from '../layout/sizes';
import type { Shape } from '../picture';
import { badge } from './badge';
import { outlineOf } from './card';
import { icon } from './icons';
import type { Pen } from './pen';
import { widthOf } from './text';
import { element, type Tree } from './tree';

const head = { icon: 12, text: 38, end: 12, middle: 18, gap: 12 } as const;
const file = { icon: 16, text: 40, end: 16, middle: 14, gap: 12, badge: 28 } as const;
const detailStyle = { size: 11, role: 'muted', anchor: 'end' } as const;

function headLine(shape: Shape, middle: number, pen: Pen): readonly Tree[] {
  const { kind, width, label, detail } = shape;
  const room = width - head.text - head.end - widthOf(detail, detailStyle) - head.gap;
  return [
    icon(kind, head.icon, middle - 8, 'text', pen.ink),
    pen.words(label, head.text, middle + 4, { size: 13, bold: true, role: 'text', width: room }),
    pen.words(detail, width - head.end, middle + 4, detailStyle),
  ];
}

/** A volume: its head, and room for the files and mounted volumes that are shapes of their own. */
export function volume(shape: Shape, pen: Pen): readonly Tree[] {
  const { width, height, findings, kind, parent } = shape;
  const nested = kind === 'mount_point' && parent?.startsWith('volume:') === true;
  const headHeight = nested ? volumeSizes.nestedHead : volumeSizes.head;
  const empty = height <= headHeight + volumeSizes.end;
  return [
    pen.box(width, height, { ...outlineOf(shape), radius: 6 }),
    ...headLine(shape, headHeight / 2, pen),
    ...(empty ? [] : [pen.rule(headHeight - (nested ? 1.5 : 0.5), width)]),
    ...(findings ? [badge(findings, width - 2, 2, pen)] : []),
  ];
}

/** What a disk holds instead of volumes. */
export function note(shape: Shape, pen: Pen): readonly Tree[] {
  const { width, height, findings } = shape;
  return [
    pen.box(width, height, { dashes: '4 3', ...outlineOf(shape), radius: 6 }),
    ...headLine(shape, head.middle, pen),
    ...(findings ? [badge(findings, width - 2, 2, pen)] : []),
  ];
}

/** A file: its path and what it is. The clear box behind the words takes the pointer. */
export function row(shape: Shape, pen: Pen): readonly Tree[] {
  const { kind, width, height, label, detail, findings } = shape;
  const end = width - file.end - (findings ? file.badge : 0);
  const room = end - file.text - widthOf(detail, detailStyle) - file.gap;
  return [
    element('rect', { class: 'row-ground', width, height, fill: 'none', 'pointer-events': 'all' }),
    icon(kind, file.icon, file.middle - 8, 'muted', pen.ink),
    pen.words(label, file.text, file.middle + 4, { size: 12, role: 'text', width: room }),
    pen.words(detail, end, file.middle + 4, detailStyle),
    ...(findings ? [badge(findings, width - file.end - 6, file.middle, pen)] : []),
  ];
}
