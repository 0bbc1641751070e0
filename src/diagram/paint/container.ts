import { containerSizes } from '../layout/sizes';
import type { Shape } from '../picture';
import type { FindingCount } from '../scene';
import { badge } from './badge';
import { icon } from './icons';
import type { Pen } from './pen';
import { findingWords } from './spoken';
import { stateGlyph, stateLook } from './states';
import { widthOf } from './text';
import type { Tree } from './tree';

const places = {
  icon: 16,
  text: 40,
  gap: 12,
  glyph: 30,
  word: 38,
  end: 16,
  baseline: 25,
  iconTop: 12,
  glyphTop: 13,
} as const;

/** A lane: the ground of one node. A node that is down marks its whole lane. */
export function lane(shape: Shape, pen: Pen): readonly Tree[] {
  const failed = stateLook(shape.state)?.glyph === 'failed';
  const outline = failed ? ({ stroke: 'failed', dashes: '5 4' } as const) : ({ stroke: 'line' } as const);
  return [pen.box(shape.width, shape.height, { fill: 'lane', radius: 8, ...outline })];
}

/** The errors and warnings of what lies in a container, its own included, in words: `1 error`. */
function insideWords(inside: readonly FindingCount[]): readonly string[] {
  return (['error', 'warning'] as const).flatMap((severity) => {
    const count = inside.filter((one) => one.severity === severity).reduce((sum, one) => sum + one.count, 0);
    return count === 0 ? [] : [findingWords({ severity, count })];
  });
}

/** A group with its head: name, owner and policy, what is wrong inside, state. */
export function container(shape: Shape, inside: readonly FindingCount[], pen: Pen): readonly Tree[] {
  const { kind, width, height, label, detail, findings } = shape;
  const look = stateLook(shape.state);
  const word = [...insideWords(inside), ...(look ? [look.word] : [])].join(', ');
  const right = width - (look ? places.word : places.end);
  const wordStyle = { size: 11, role: 'muted', anchor: 'end' } as const;
  const room = right - widthOf(word, wordStyle) - places.text - places.gap;
  const labelStyle = { size: 13, bold: true, role: 'text', width: room } as const;
  const detailX = places.text + Math.round(Math.min(room, widthOf(label, labelStyle))) + places.gap;
  const detailRoom = room - (detailX - places.text);
  const outline = findings
    ? ({ stroke: findings.severity === 'error' ? 'error' : 'warning', weight: 1.5 } as const)
    : undefined;
  return [
    pen.box(width, height, { fill: 'lane', stroke: 'line', radius: 8, ...outline }),
    icon(kind, places.icon, places.iconTop, 'text', pen.ink),
    pen.words(label, places.text, places.baseline, labelStyle),
    ...(detailRoom > places.text
      ? [pen.words(detail, detailX, places.baseline, { size: 11, role: 'muted', width: detailRoom })]
      : []),
    pen.words(word, right, places.baseline, wordStyle),
    ...(look ? [stateGlyph(look, width - places.glyph, places.glyphTop, pen.ink)] : []),
    pen.rule(containerSizes.head + 0.5, width),
    ...(findings ? [badge(findings, width - 2, 2, pen)] : []),
  ];
}
