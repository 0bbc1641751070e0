import type { Declaration } from './declaration';
import type { Place } from './finding';
import { parseDeclaration } from './parser/parse';
import { placeIn, spliced } from './row';
import type { Position, Range } from './span';
import { splitDeclarations } from './split';
import { startsAfter, startsOf } from './starts';
import type { Starts } from './starts';

/** A declaration and the offset in it: where something is, independent of the text before. */
export interface Spot {
  readonly declaration: Declaration;
  readonly offset: number;
}

/**
 * A text as a row of declarations, each parsed once. A document never changes: an edit gives a new one that shares every
 * declaration the edit does not touch. The text itself is only the row of their texts; nothing copies it as a whole.
 */
export interface Document {
  readonly file: string;
  readonly declarations: readonly Declaration[];
  /** Length in UTF-16 units. */
  readonly length: number;
  readonly lineCount: number;
  /** The document after replacing what stands in `range` (clipped to the text). */
  change(range: Range, newText: string): Document;
  /** The whole text. Copies it: not for every keystroke. */
  text(): string;
  positionAt(offset: number): Position;
  /** The offset of a position; positions behind the end of a line or of the text are clipped. */
  offsetAt(position: Position): number;
  spotAt(position: Position): Spot;
  /** Where a place is now; undefined if its declaration is not in this document. */
  rangeOf(place: Place): Range | undefined;
  /** The first line of a declaration; undefined if it is not in this document. */
  lineOf(declaration: Declaration): number | undefined;
}

/** Reads a text. `file` is what findings call it: a path or a URI. */
export function createDocument(file: string, text: string): Document {
  const split = splitDeclarations(text);
  const declarations = cut(file, text, split.starts, []);
  return assemble(file, declarations, startsOf(declarations), split.openComment);
}

/** Cuts a text at `starts`; a piece with the text of one of `known` is that declaration itself. */
function cut(file: string, text: string, starts: readonly number[], known: readonly Declaration[]): Declaration[] {
  const byText = new Map<string, Declaration[]>();
  for (const declaration of known) {
    const same = byText.get(declaration.text);
    if (same) same.push(declaration);
    else byText.set(declaration.text, [declaration]);
  }
  return starts.map((start, index) => {
    const piece = text.slice(start, starts[index + 1] ?? text.length);
    return byText.get(piece)?.shift() ?? parseDeclaration(file, piece);
  });
}

/** Index of the last entry not greater than `value` in an ascending row that begins with 0. */
function lastNotAfter(row: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = row.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((row[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function assemble(file: string, declarations: readonly Declaration[], starts: Starts, openComment: boolean): Document {
  const { offsets, lines, length } = starts;
  const lineCount = starts.lastLine + 1;
  const at = (index: number): Declaration => declarations[index] ?? parseDeclaration(file, '');

  const positionIn = (index: number, offset: number): Position => {
    const { lineStarts } = at(index);
    const local = lastNotAfter(lineStarts, offset);
    return { line: (lines[index] ?? 0) + local, character: offset - (lineStarts[local] ?? 0) };
  };

  const spotIndex = (position: Position): { index: number; offset: number } => {
    if (position.line < 0) return { index: 0, offset: 0 };
    if (position.line >= lineCount) {
      const last = declarations.length - 1;
      return { index: last, offset: at(last).text.length };
    }
    const index = lastNotAfter(lines, position.line);
    const { lineStarts, text } = at(index);
    const local = position.line - (lines[index] ?? 0);
    const start = lineStarts[local] ?? text.length;
    const end = lineStarts[local + 1] === undefined ? text.length : lineEnd(text, lineStarts[local + 1] ?? 0);
    return { index, offset: Math.min(start + Math.max(0, position.character), Math.max(start, end)) };
  };

  const document: Document = {
    file,
    declarations,
    length,
    lineCount,
    text: () => declarations.map((declaration) => declaration.text).join(''),
    positionAt: (offset) => {
      const clipped = Math.min(Math.max(0, offset), length);
      const index = lastNotAfter(offsets, clipped);
      return positionIn(index, clipped - (offsets[index] ?? 0));
    },
    offsetAt: (position) => {
      const { index, offset } = spotIndex(position);
      return (offsets[index] ?? 0) + offset;
    },
    spotAt: (position) => {
      const { index, offset } = spotIndex(position);
      return { declaration: at(index), offset };
    },
    rangeOf: (place) => {
      const index = placeIn(declarations, place.declaration);
      if (index === undefined) return undefined;
      return { start: positionIn(index, place.span.start), end: positionIn(index, place.span.end) };
    },
    lineOf: (declaration) => {
      const index = placeIn(declarations, declaration);
      return index === undefined ? undefined : lines[index];
    },
    change: (range, newText) => {
      const start = document.offsetAt(range.start);
      const end = Math.max(start, document.offsetAt(range.end));
      return replace(document, starts, openComment, start, end, newText);
    },
  };
  return document;
}

/** Offset of the end of the line whose next line starts at `nextStart`: before its line break. */
function lineEnd(text: string, nextStart: number): number {
  const back = text[nextStart - 1] === '\n' && text[nextStart - 2] === '\r' ? 2 : 1;
  return nextStart - back;
}

/**
 * Reads anew only the declarations the edit touches and their neighbours: the edit may join or divide them. Where a block
 * comment is open at the end of that part, what follows may belong to it, so everything behind is read anew as well.
 */
function replace(
  document: Document,
  starts: Starts,
  openComment: boolean,
  start: number,
  end: number,
  newText: string,
): Document {
  const { file, declarations } = document;
  const { offsets } = starts;
  const first = openComment ? 0 : Math.max(0, lastNotAfter(offsets, start) - 1);
  const last = openComment
    ? declarations.length - 1
    : Math.min(declarations.length - 1, lastNotAfter(offsets, end) + 1);
  const from = offsets[first] ?? 0;
  const reread = (until: number): { readonly text: string; readonly known: readonly Declaration[] } => {
    const known = declarations.slice(first, until + 1);
    const old = known.map((declaration) => declaration.text).join('');
    return { text: old.slice(0, start - from) + newText + old.slice(end - from), known };
  };

  let part = reread(last);
  let split = splitDeclarations(part.text);
  let behind = last + 1;
  if (split.openComment && behind < declarations.length) {
    part = reread(declarations.length - 1);
    split = splitDeclarations(part.text);
    behind = declarations.length;
  }
  const fresh = cut(file, part.text, split.starts, part.known);
  const joined = spliced(declarations, first, behind - first, fresh);
  const replaced = { declarations: joined, start: first, dropped: behind - first, added: fresh.length };
  return assemble(file, joined, startsAfter(starts, replaced), split.openComment);
}
