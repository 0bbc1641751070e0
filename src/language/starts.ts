import type { Declaration } from './declaration';

/** Where the declarations of a text begin, in UTF-16 units and in lines, and where the text ends. */
export interface Starts {
  readonly offsets: Int32Array;
  readonly lines: Int32Array;
  readonly length: number;
  /** Line breaks before the end. */
  readonly lastLine: number;
}

const none: Starts = { offsets: new Int32Array(0), lines: new Int32Array(0), length: 0, lastLine: 0 };

/** Measures every declaration. */
export function startsOf(declarations: readonly Declaration[]): Starts {
  return startsAfter(none, { declarations, start: 0, dropped: 0, added: declarations.length });
}

/** A row of declarations in which, from `start` on, `added` ones have come in the place of `dropped` others. */
export interface Replaced {
  readonly declarations: readonly Declaration[];
  readonly start: number;
  readonly dropped: number;
  readonly added: number;
}

/** Measures only what has come; what stands behind it is shifted. */
export function startsAfter(before: Starts, { declarations, start, dropped, added }: Replaced): Starts {
  const offsets = new Int32Array(declarations.length);
  const lines = new Int32Array(declarations.length);
  offsets.set(before.offsets.subarray(0, start));
  lines.set(before.lines.subarray(0, start));
  let offset = before.offsets[start] ?? before.length;
  let line = before.lines[start] ?? before.lastLine;
  for (let index = start; index < start + added; index += 1) {
    offsets[index] = offset;
    lines[index] = line;
    offset += declarations[index]?.text.length ?? 0;
    line += (declarations[index]?.lineStarts.length ?? 1) - 1;
  }
  const behind = start + dropped;
  const further = offset - (before.offsets[behind] ?? before.length);
  const lower = line - (before.lines[behind] ?? before.lastLine);
  for (let index = start + added, old = behind; index < declarations.length; index += 1, old += 1) {
    offsets[index] = (before.offsets[old] ?? 0) + further;
    lines[index] = (before.lines[old] ?? 0) + lower;
  }
  return { offsets, lines, length: before.length + further, lastLine: before.lastLine + lower };
}
