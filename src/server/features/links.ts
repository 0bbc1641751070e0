import type { DocumentLink } from 'vscode-languageserver';
import type { Document } from '../../language/document';

/** The address of a file that a design names, relative to its own; undefined where its own has no folders (an unsaved text). */
export function addressOf(uri: string, file: string): string | undefined {
  const relative = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return URL.canParse(relative, uri) ? new URL(relative, uri).href : undefined;
}

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
