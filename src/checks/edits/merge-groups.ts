import type { Declaration } from '../../language/declaration';
import type { Document } from '../../language/document';
import type { Edit, Place } from '../../language/finding';
import type { Span } from '../../language/span';
import type { Block } from '../../language/tree';
import { commentsIn } from './comments';
import { declarationBefore, leadingComments } from './leading-comments';
import { innerIndentation } from './statement';
import type { BlockAt } from './statement';
import {
  editedText,
  endOfLine,
  indentationOf,
  insertion,
  isBlank,
  lineBreakOf,
  removal,
  startOfLine,
  startOfNextLine,
} from './text';

/**
 * Moves the resources of groups into another group and takes the emptied groups away. Their attributes go, as they do when
 * an administrator moves resources; every comment stays: those in the group, above its header and behind its `}` move with
 * the resources. `changes` are further edits, which are made in moved text too.
 */
export function mergeGroups(
  documents: readonly Document[],
  target: BlockAt,
  sources: readonly BlockAt[],
  changes: readonly Edit[],
): readonly Edit[] {
  const indentation = innerIndentation(target);
  const lines = sources.flatMap((source) => movedLines(documents, source, indentation, changes));
  const kept = changes.filter(({ place }) => !sources.some((source) => lies(place, source)));
  return [
    ...kept,
    ...(lines.length > 0 ? [insertAtEnd(target, lines)] : []),
    ...sources.flatMap((source) => removeGroup(documents, source)),
  ];
}

function lies(place: Place, { declaration, block }: BlockAt): boolean {
  return place.declaration === declaration && place.span.start >= block.span.start && place.span.end <= block.span.end;
}

function insertAtEnd({ block, declaration }: BlockAt, lines: readonly string[]): Edit {
  const { text } = declaration;
  const lineBreak = lineBreakOf(declaration);
  const joined = lines.join(lineBreak);
  if (!block.body) return insertion(declaration, block.header.end, ` {${lineBreak}${joined}${lineBreak}}`);
  const close = block.body.end - 1;
  const start = startOfLine(text, close);
  if (isBlank(text, { start, end: close })) return insertion(declaration, start, joined + lineBreak);
  return insertion(declaration, close, lineBreak + joined + lineBreak + indentationOf(text, block.keyword.span.start));
}

/** What moves: inner blocks as written, and each comment outside them on a line of its own, unless it ends the line of a block. */
function movedLines(
  documents: readonly Document[],
  source: BlockAt,
  indentation: string,
  changes: readonly Edit[],
): readonly string[] {
  const { block, declaration } = source;
  const { text } = declaration;
  const blocks = block.items.filter((item): item is Block => item.kind === 'block');
  const end = endOfGroup(source);
  const comments = commentsIn(declaration, { start: block.span.start, end }).filter(
    ({ span }) => !blocks.some((inner) => inner.span.start <= span.start && span.end <= inner.span.end),
  );
  const parts = [
    ...blocks.map(({ span }) => ({ span, text: editedText(declaration, span, changes), isBlock: true })),
    ...comments.map(({ span, text: comment }) => ({ span, text: comment, isBlock: false })),
  ].sort((a, b) => a.span.start - b.span.start);

  const lines: string[] = leadingLines(documents, source).map((line) => indentation + line);
  const sourceIndentation = innerIndentation(source);
  let last: { readonly span: Span; readonly isBlock: boolean } | undefined;
  for (const part of parts) {
    const gap = last ? text.slice(last.span.end, part.span.start) : '';
    if (last?.isBlock === true && !part.isBlock && /^[ \t]*$/.test(gap)) {
      lines.push((lines.pop() ?? '') + gap + part.text);
    } else {
      if (/^\s*\n[ \t]*\r?\n\s*$/.test(gap)) lines.push('');
      lines.push(...reindented(part.text, sourceIndentation, indentation));
    }
    last = part;
  }
  return lines;
}

function leadingLines(documents: readonly Document[], { block, declaration }: BlockAt): readonly string[] {
  const place = leadingComments(documents, declaration, block);
  if (!place) return [];
  return place.declaration.text
    .slice(place.span.start, place.span.end)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function reindented(text: string, from: string, to: string): readonly string[] {
  const [first = '', ...rest] = text.split(/\r?\n/);
  return [to + first, ...rest.map((line) => (line.startsWith(from) ? to + line.slice(from.length) : line))];
}

/** End of the group with the comments behind its `}`; where another block follows on the line, the end of the block. */
function endOfGroup({ block, declaration }: BlockAt): number {
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

/** Takes a group away with the comments above and behind it, and one of two blank lines that would meet. */
function removeGroup(documents: readonly Document[], source: BlockAt): readonly Edit[] {
  const { block, declaration } = source;
  const { text } = declaration;
  const leading = leadingComments(documents, declaration, block);
  const start = isBlank(text, { start: startOfLine(text, block.span.start), end: block.span.start })
    ? startOfLine(text, block.span.start)
    : block.span.start;
  const end = endOfGroup(source);
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
