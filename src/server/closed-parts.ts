import type { Document } from '../language/document';
import type { Analysis, OpenDesign, Workspace } from './workspace';

/** A part of a design that the editor has not open, with the analyses of all designs that it belongs to. */
export interface ClosedPart {
  readonly document: Document;
  readonly analyses: readonly Analysis[];
}

/** The closed parts of the designs of open files, by address. Designs without any are not analysed for it. */
export function closedParts(workspace: Workspace, open: readonly OpenDesign[]): ReadonlyMap<string, ClosedPart> {
  const isClosed = ({ file }: Document): boolean => workspace.get(file) === undefined;
  const analyses = open.flatMap((one) => (workspace.files(one).some(isClosed) ? workspace.analyses(one) : []));
  const parts = new Map<string, ClosedPart>();
  for (const analysis of new Set(analyses)) {
    for (const document of analysis.design.documents.filter(isClosed)) {
      const known = parts.get(document.file)?.analyses ?? [];
      parts.set(document.file, { document, analyses: [...known, analysis] });
    }
  }
  return parts;
}
