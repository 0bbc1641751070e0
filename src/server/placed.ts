import type { Document } from '../language/document';
import type { Edit, Place } from '../language/finding';
import type { Range } from '../language/span';
import type { PlacedEdit } from './workspace-edit';

/** The file and range of a place now; undefined for text that is gone. */
export function rangeIn(documents: readonly Document[], place: Place): { uri: string; range: Range } | undefined {
  for (const document of documents) {
    const range = document.rangeOf(place);
    if (range) return { uri: document.file, range };
  }
  return undefined;
}

/** The ranges of edits now; undefined if one of them lies in text that is gone. */
export function placed(edits: readonly Edit[], documents: readonly Document[]): readonly PlacedEdit[] | undefined {
  const found = edits.flatMap(({ place, newText }) => {
    const at = rangeIn(documents, place);
    return at ? [{ ...at, newText }] : [];
  });
  return found.length === edits.length ? found : undefined;
}
