import type { Declaration } from '../../language/declaration';
import type { Document } from '../../language/document';
import type { Place } from '../../language/finding';
import type { Block } from '../../language/tree';
import { endOfLine, startOfLine } from './text';

/**
 * The comment lines right above a block, without a blank line between: they speak of the block. They may stand at the end of
 * the declaration before it. Undefined where there are none.
 */
export function leadingComments(
  documents: readonly Document[],
  declaration: Declaration,
  block: Block,
): Place | undefined {
  const start = startOfLine(declaration.text, block.span.start);
  if (start > 0) return linesAbove(declaration, start);
  const before = declarationBefore(documents, declaration);
  return before && linesAbove(before, before.text.length);
}

/** The declaration before another one in its file; undefined for the first. */
export function declarationBefore(documents: readonly Document[], declaration: Declaration): Declaration | undefined {
  for (const { declarations } of documents) {
    const index = declarations.indexOf(declaration);
    if (index > 0) return declarations[index - 1];
  }
  return undefined;
}

function linesAbove(declaration: Declaration, offset: number): Place | undefined {
  const { text, comments } = declaration;
  let top = offset;
  while (top > 0) {
    const start = startOfLine(text, top - (text.startsWith('\r\n', top - 2) ? 2 : 1));
    const end = endOfLine(text, start);
    const first = start + (/^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0);
    const own = comments.some(
      ({ span }) => span.start === first && text.slice(span.end, end).trim() === '' && span.end <= end,
    );
    if (!own) break;
    top = start;
  }
  return top === offset ? undefined : { declaration, span: { start: top, end: offset } };
}
