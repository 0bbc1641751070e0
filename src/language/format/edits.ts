import type { Declaration } from '../declaration';
import type { Document } from '../document';
import type { Edit } from '../finding';
import type { Range } from '../span';
import { formatDeclarations } from './format';
import { piecesOf } from './pieces';

/** The edits that turn a declaration into its canonical text, one for each gap or word that differs. */
function editsOf(declaration: Declaration, formatted: string): readonly Edit[] {
  const { text } = declaration;
  if (text === formatted) return [];
  const before = piecesOf(text);
  const after = piecesOf(formatted);
  const edits: Edit[] = [];
  const replace = (start: number, end: number, newText: string): void => {
    if (text.slice(start, end) === newText) return;
    const last = edits.at(-1);
    const touching = last?.place.span.end === start ? edits.pop() : undefined;
    const span = { start: touching?.place.span.start ?? start, end };
    edits.push({ place: { declaration, span }, newText: (touching?.newText ?? '') + newText });
  };
  let from = 0;
  let fromFormatted = 0;
  for (const [index, piece] of before.entries()) {
    const other = after[index];
    if (!other) break;
    replace(from, piece.start, formatted.slice(fromFormatted, other.start));
    replace(piece.start, piece.end, other.text);
    from = piece.end;
    fromFormatted = other.end;
  }
  return edits;
}

function touchesLines(document: Document, edit: Edit, { start, end }: Range): boolean {
  const range = document.rangeOf(edit.place);
  return range !== undefined && range.end.line >= start.line && range.start.line <= end.line;
}

/**
 * The edits that bring a document, or the lines of `range`, into canonical layout (see `format`). Each replaces a stretch of
 * white space or the unit of a number; they neither overlap nor touch, and any part of them leaves the meaning as it is.
 */
export function formatEdits(document: Document, range?: Range): readonly Edit[] {
  const texts = formatDeclarations(document);
  return document.declarations.flatMap((declaration, index) => {
    const edits = editsOf(declaration, texts[index] ?? declaration.text);
    return range ? edits.filter((edit) => touchesLines(document, edit, range)) : edits;
  });
}
