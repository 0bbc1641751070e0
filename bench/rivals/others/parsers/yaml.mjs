// `yaml`: a document with the place of every node, and with problems beside it.
import { LineCounter, parseDocument } from 'yaml';

/** @param {string} text */
export const parse = (text) => parseDocument(text, { lineCounter: new LineCounter() });

/** @param {ReturnType<typeof parse>} document */
export function machinesIn(document) {
  if (document.errors.length > 0) throw document.errors[0];
  return document.get('group').items.length;
}
