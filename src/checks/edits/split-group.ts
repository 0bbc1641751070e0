import type { Edit } from '../../language/finding';
import type { Span } from '../../language/span';
import { writeName } from '../../language/tokens';
import type { Block } from '../../language/tree';
import { commentsIn } from './comments';
import { leadingComments } from './leading-comments';
import { innerIndentation } from './statement';
import type { BlockAt } from './statement';
import {
  deeper,
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
 * Moves blocks of a group, in order, into a new group behind it, with the comments above and beside them. The new group has the
 * attributes of the old one. Undefined where something else stands on a line of one of the blocks.
 */
export function splitGroup(group: BlockAt, name: string, blocks: readonly Block[]): readonly Edit[] | undefined {
  const { block, declaration } = group;
  const { text } = declaration;
  const lines = blocks.map((one) => linesOf(group, one));
  const behind = endOfLine(text, block.span.end);
  if (lines.some((one) => one === undefined) || !isFree(group, { start: block.span.end, end: behind }))
    return undefined;
  const lineBreak = lineBreakOf(declaration);
  const outer = indentationOf(text, block.span.start);
  const attributes = block.items.flatMap((item) =>
    item.kind === 'attribute' ? [deeper(outer) + text.slice(item.span.start, item.span.end)] : [],
  );
  const moved = lines.flatMap((one) => (one ? [one] : []));
  const from = innerIndentation(group);
  const inner = moved.flatMap(({ start, end }) => text.slice(start, end).trimEnd().split(/\r?\n/));
  const reindented = inner.map((line) => (line.startsWith(from) ? deeper(outer) + line.slice(from.length) : line));
  const fresh = ['', `${outer}group ${writeName(name)} {`, ...attributes, ...reindented, `${outer}}`];
  return [
    ...moved.map((span) => removal(declaration, span)),
    insertion(declaration, behind, fresh.map((line) => lineBreak + line).join('')),
  ];
}

/** The whole lines of a block with the comments above it; undefined where it shares them with something else. */
function linesOf(group: BlockAt, { span, ...rest }: Block): Span | undefined {
  const { declaration } = group;
  const { text } = declaration;
  const start = startOfLine(text, span.start);
  const end = startOfNextLine(text, span.end);
  if (!isBlank(text, { start, end: span.start }) || !isFree(group, { start: span.end, end })) return undefined;
  // The header of the group stands above, so that no other declaration has to be looked at.
  const above = leadingComments([], declaration, { span, ...rest });
  return { start: above?.declaration === declaration ? above.span.start : start, end };
}

/** Whether nothing but comments stands in the span. */
function isFree({ declaration }: BlockAt, span: Span): boolean {
  let text = declaration.text.slice(span.start, span.end);
  for (const comment of commentsIn(declaration, span)) text = text.replace(comment.text, '');
  return text.trim() === '';
}
