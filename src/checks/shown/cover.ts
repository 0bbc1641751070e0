import type { Declaration } from '../../language/declaration';
import type { Place } from '../../language/finding';
import type { Span } from '../../language/span';
import type { Block } from '../../language/tree';
import { endOfLine, isBlank, startOfNextLine } from '../edits/text';
import type { Design } from '../../model/design';
import type { Suppression } from './suppression';

/** The suppressions of a declaration, and the declaration behind it: what stands above a block belongs to the one before. */
export interface Suppressing {
  readonly declaration: Declaration;
  /** Undefined at the end of a file. */
  readonly next: Declaration | undefined;
  readonly suppressions: readonly Suppression[];
}

/** The suppressions of the declaration at a position of a design. */
export function suppressingAt(
  { bound }: Design,
  position: number,
  suppressions: readonly Suppression[],
): Suppressing | undefined {
  const own = bound[position]?.declaration;
  const next = bound[position + 1]?.declaration;
  return own && { declaration: own, next: next?.file === own.file ? next : undefined, suppressions };
}

/** What the comment hides on the next line, and in blocks that begin on it. Lines that are comments only are passed over. */
export function coveredNext(
  { declaration, next }: Pick<Suppressing, 'declaration' | 'next'>,
  { comment }: Suppression,
): Place | undefined {
  const own = lineBehind(declaration, startOfNextLine(declaration.text, comment.span.end));
  if (own) return own;
  return next && lineBehind(next, 0);
}

/** The first line from `offset` on that is no comment, with the blocks that begin on it; undefined at the end of the text. */
function lineBehind(declaration: Declaration, offset: number): Place | undefined {
  const { text, comments } = declaration;
  let start = offset;
  for (;;) {
    if (start >= text.length) return undefined;
    const end = endOfLine(text, start);
    const comment = comments.find(({ span }) => span.start >= start && span.start < end);
    const isComment =
      comment !== undefined &&
      isBlank(text, { start, end: comment.span.start }) &&
      isBlank(text, { start: comment.span.end, end: endOfLine(text, comment.span.end) });
    if (!isComment) return { declaration, span: withBlocks(declaration.blocks, { start, end }) };
    start = startOfNextLine(text, comment.span.end);
  }
}

function withBlocks(blocks: readonly Block[], line: Span): Span {
  const ends = blocks.flatMap((block): readonly number[] => {
    const { start } = block.keyword.span;
    if (start >= line.start && start < line.end) return [block.span.end];
    const isAround = block.span.start < line.start && line.start < block.span.end;
    return isAround
      ? [
          withBlocks(
            block.items.filter((item) => item.kind === 'block'),
            line,
          ).end,
        ]
      : [];
  });
  return { start: line.start, end: Math.max(line.end, ...ends) };
}
