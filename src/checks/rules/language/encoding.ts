import { lostBytes } from '../../../language/tokens';
import type { DeclarationRule } from '../../rule';

/** Text in which bytes are lost. Reported once a file, at the first of them. */
export const encoding: DeclarationRule = {
  code: 'language/encoding',
  severity: 'warning',
  source: 'language.md, Lexical; Settled readings',
  inParts: true,
  check: ({ declaration }, { facts }) => {
    const start = declaration.text.indexOf(lostBytes);
    if (start < 0 || facts.damaged(declaration.file)[0] !== declaration) return [];
    return [
      {
        message: `The file holds bytes that are not UTF-8; they are read as ${lostBytes}. Save the file with encoding UTF-8.`,
        place: { declaration, span: { start, end: start + lostBytes.length } },
      },
    ];
  },
};
