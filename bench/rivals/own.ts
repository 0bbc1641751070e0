import { createDocument } from '../../src/language/document';
import type { Document } from '../../src/language/document';

/** Our own parser in the shape of the parsers beside it (others/parsers/): a text to whatever the parser makes of it. */
export function parse(text: string): Document {
  return createDocument('bench.hacluster', text);
}

/** How many groups were read, for a check that the whole text was understood. */
export function machinesIn(document: Document): number {
  const problems = document.declarations.reduce((sum, one) => sum + one.problems.length, 0);
  if (problems > 0) throw new Error(`${problems} problems`);
  return document.declarations.flatMap((one) => one.blocks).filter((block) => block.keyword.text === 'group').length;
}
