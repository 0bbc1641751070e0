import type { DocumentLink } from 'vscode-languageserver';
import type { Document } from '../../language/document';
import { addressOf } from '../designs/addresses';

/** The files a design includes, as links. */
export function linksOf(document: Document): DocumentLink[] {
  return document.declarations.flatMap((declaration) =>
    declaration.blocks.flatMap(({ keyword, label }): DocumentLink[] => {
      if (keyword.text !== 'include' || !label || label.text === '') return [];
      const range = document.rangeOf({ declaration, span: label.span });
      const target = addressOf(document.file, label.text);
      return range && target !== undefined ? [{ range, target, tooltip: `Open ${label.text}` }] : [];
    }),
  );
}
