import type { Range, TextEdit } from 'vscode-languageserver';
import { formatEdits } from '../language/format/edits';
import type { Document } from '../language/document';

/** The edits that bring a document, or the lines of a range, into the canonical layout. The editor's own settings play no part. */
export function formattingOf(document: Document, range?: Range): TextEdit[] {
  return formatEdits(document, range).flatMap(({ place, newText }) => {
    const at = document.rangeOf(place);
    return at ? [{ range: at, newText }] : [];
  });
}
