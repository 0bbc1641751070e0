import type { Position } from '../../src/language/span';

/** A text with its markers taken out: `‹…›` is a range, a lone `¦` a cursor. Offsets are into `text`. */
export interface Marked {
  readonly text: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
  readonly cursors: readonly number[];
}

/** Takes the markers out of a text. */
export function marked(source: string): Marked {
  const ranges: { start: number; end: number }[] = [];
  const open: number[] = [];
  const cursors: number[] = [];
  let text = '';
  for (const character of source) {
    if (character === '‹') open.push(text.length);
    else if (character === '›') ranges.push({ start: open.pop() ?? 0, end: text.length });
    else if (character === '¦') cursors.push(text.length);
    else text += character;
  }
  ranges.sort((a, b) => a.start - b.start);
  return { text, ranges, cursors };
}

/** Line and character of an offset, for texts with LF. */
export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
