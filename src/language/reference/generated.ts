import { grammarJson } from './grammar';
import { referenceMarkdown } from './markdown';

/** The files of the project that are made from the schema, with paths relative to the project. */
export function generatedFiles(): readonly { readonly path: string; readonly text: string }[] {
  return [
    { path: 'docs/language.md', text: referenceMarkdown() },
    { path: 'syntaxes/hacluster.tmLanguage.json', text: `${JSON.stringify(grammarJson(), null, 2)}\n` },
  ];
}
