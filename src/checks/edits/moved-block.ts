import type { Declaration } from '../../language/declaration';
import type { Document } from '../../language/document';
import type { Edit, Place } from '../../language/finding';
import { declarationBefore, leadingComments } from './leading-comments';
import type { BlockAt } from './statement';
import {
  endOfLine,
  indentationOf,
  insertion,
  isBlank,
  lineBreakOf,
  removal,
  startOfLine,
  startOfNextLine,
} from './text';

/** Inserts whole lines before the `}` of a block. */
export function insertAtEnd({ block, declaration }: BlockAt, lines: readonly string[]): Edit {
  const { text } = declaration;
  const lineBreak = lineBreakOf(declaration);
  const joined = lines.join(lineBreak);
  if (!block.body) return insertion(declaration, block.header.end, ` {${lineBreak}${joined}${lineBreak}}`);
  const close = block.body.end - 1;
  const start = startOfLine(text, close);
  if (isBlank(text, { start, end: close })) return insertion(declaration, start, joined + lineBreak);
  return insertion(declaration, close, lineBreak + joined + lineBreak + indentationOf(text, block.keyword.span.start));
}

/** The comment lines above a block, without indentation. */
export function leadingLines(documents: readonly Document[], { block, declaration }: BlockAt): readonly string[] {
  const place = leadingComments(documents, declaration, block);
  if (!place) return [];
  return place.declaration.text
    .slice(place.span.start, place.span.end)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** End of a block with the comments behind its `}`; where another block follows on the line, the end of the block. */
export function endWithComments({ block, declaration }: BlockAt): number {
  const { text, comments } = declaration;
  let end = block.span.end;
  const lineEnd = endOfLine(text, end);
  for (const { span } of comments) {
    if (span.start < end || span.end > lineEnd) continue;
    if (!isBlank(text, { start: end, end: span.start })) return end;
    end = span.end;
  }
  return end;
}

/** Takes a block away with the comments above and behind it, and one of two blank lines that would meet. */
export function removeBlock(documents: readonly Document[], source: BlockAt): readonly Edit[] {
  const { block, declaration } = source;
  const { text } = declaration;
  const leading = leadingComments(documents, declaration, block);
  const start = isBlank(text, { start: startOfLine(text, block.span.start), end: block.span.start })
    ? startOfLine(text, block.span.start)
    : block.span.start;
  const end = endWithComments(source);
  const whole = isBlank(text, { start: end, end: endOfLine(text, end) });
  const from = leading?.declaration === declaration ? leading.span.start : start;
  const to = whole ? endOfBlankLine(documents, declaration, leading, from, startOfNextLine(text, end)) : end;
  return [
    ...(leading && leading.declaration !== declaration ? [removal(leading.declaration, leading.span)] : []),
    removal(declaration, { start: from, end: to }),
  ];
}

function endOfBlankLine(
  documents: readonly Document[],
  declaration: Declaration,
  leading: Place | undefined,
  from: number,
  to: number,
): number {
  const { text } = declaration;
  const before = from > 0 ? declaration : (leading?.declaration ?? declarationBefore(documents, declaration));
  const above = before?.text.slice(0, from > 0 ? from : (leading?.span.start ?? before.text.length)) ?? '';
  const blankAbove = above === '' || /\n[ \t]*\r?\n$/.test(above);
  const blankBelow = isBlank(text, { start: to, end: endOfLine(text, to) });
  return blankAbove && blankBelow ? startOfNextLine(text, to) : to;
}
