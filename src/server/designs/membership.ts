import type { Document } from '../../language/document';
import { hasCluster } from '../../model/includes';

/**
 * The first files of the designs that a document belongs to: itself where it has a cluster, and every design that takes it in,
 * in the order of `designs`. A part that belongs to none is read by itself.
 */
export function firstFilesOf(
  document: Document,
  designs: readonly Document[],
  filesOf: (first: Document) => readonly Document[],
): readonly Document[] {
  const others = designs.filter((one) => one.file !== document.file && filesOf(one).includes(document));
  return hasCluster(document) || others.length === 0 ? [document, ...others] : others;
}
