import type { Declaration } from '../../language/declaration';
import type { Edit } from '../../language/finding';
import type { Span } from '../../language/span';

/** Spaces one level of nesting is indented by where the text around gives no example. */
const indentationStep = '  ';

/** The line break the declaration is written with. */
export function lineBreakOf(declaration: Declaration): string {
  return declaration.text.includes('\r\n') ? '\r\n' : '\n';
}

/** Offset of the end of the line `offset` is on, before its line break. */
export function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** Offset of the first character of the line `offset` is on. */
export function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
  return start;
}

/** Offset of the line after the one `offset` is on. */
export function startOfNextLine(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}

/** White space at the start of the line `offset` is on. */
export function indentationOf(text: string, offset: number): string {
  const start = startOfLine(text, offset);
  return /^[ \t]*/.exec(text.slice(start, endOfLine(text, start)))?.[0] ?? '';
}

/** The indentation of what stands one level deeper. */
export function deeper(indentation: string): string {
  return indentation.includes('\t') ? `${indentation}\t` : indentation + indentationStep;
}

/** Whether nothing but white space stands in the span. */
export function isBlank(text: string, span: Span): boolean {
  return text.slice(span.start, span.end).trim() === '';
}

/** Whether the span lies on one line. */
export function isOneLine(text: string, span: Span): boolean {
  return !/[\r\n]/.test(text.slice(span.start, span.end));
}

/** An edit that inserts at an offset. */
export function insertion(declaration: Declaration, offset: number, newText: string): Edit {
  return { place: { declaration, span: { start: offset, end: offset } }, newText };
}

/** An edit that takes a span away. */
export function removal(declaration: Declaration, span: Span): Edit {
  return { place: { declaration, span }, newText: '' };
}

/** Edits in the order in which they apply to a text: by place, those at one place as they were given. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.place.span.start - b.place.span.start || a.place.span.end - b.place.span.end);
}

/** The text of a span of a declaration after the edits that lie in it. */
export function editedText(declaration: Declaration, span: Span, edits: readonly Edit[]): string {
  let text = '';
  let at = span.start;
  for (const { place, newText } of inOrder(edits)) {
    if (place.declaration !== declaration || place.span.start < at || place.span.end > span.end) continue;
    text += declaration.text.slice(at, place.span.start) + newText;
    at = place.span.end;
  }
  return text + declaration.text.slice(at, span.end);
}
