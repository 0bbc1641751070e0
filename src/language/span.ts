/** Half-open range of UTF-16 offsets, counted from the start of the text of the declaration it lies in. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Line and character, both from 0; characters in UTF-16 units, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Half-open range between two positions of a file. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The smallest span that holds both. */
export function cover(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** Whether `offset` lies in the span or touches one of its ends. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
