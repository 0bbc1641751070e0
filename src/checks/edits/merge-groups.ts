import type { Document } from '../../language/document';
import type { Edit, Place } from '../../language/finding';
import type { Span } from '../../language/span';
import type { Block } from '../../language/tree';
import { commentsIn } from './comments';
import { endWithComments, insertAtEnd, leadingLines, removeBlock } from './moved-block';
import { innerIndentation } from './statement';
import type { BlockAt } from './statement';
import { editedText } from './text';

/**
 * Moves the resources of groups into another group and takes the emptied groups away. Their attributes go, as they do when
 * an administrator moves resources; every comment stays: those in the group, above its header and behind its `}` move with
 * the resources. `changes` are further edits, which are made in moved text too. Resources in `dropped` do not move; their
 * comments do.
 */
export function mergeGroups(
  documents: readonly Document[],
  target: BlockAt,
  sources: readonly BlockAt[],
  changes: readonly Edit[],
  dropped: ReadonlySet<Block> = new Set(),
): readonly Edit[] {
  const indentation = innerIndentation(target);
  const lines = sources.flatMap((source) => movedLines(documents, source, indentation, changes, dropped));
  const kept = changes.filter(({ place }) => !sources.some((source) => lies(place, source)));
  return [
    ...kept,
    ...(lines.length > 0 ? [insertAtEnd(target, lines)] : []),
    ...sources.flatMap((source) => removeBlock(documents, source)),
  ];
}

function lies(place: Place, { declaration, block }: BlockAt): boolean {
  return place.declaration === declaration && place.span.start >= block.span.start && place.span.end <= block.span.end;
}

/** What moves: inner blocks as written, and each comment outside them on a line of its own, unless it ends the line of a block. */
function movedLines(
  documents: readonly Document[],
  source: BlockAt,
  indentation: string,
  changes: readonly Edit[],
  dropped: ReadonlySet<Block>,
): readonly string[] {
  const { block, declaration } = source;
  const { text } = declaration;
  const blocks = block.items.filter((item): item is Block => item.kind === 'block' && !dropped.has(item));
  const end = endWithComments(source);
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

function reindented(text: string, from: string, to: string): readonly string[] {
  const [first = '', ...rest] = text.split(/\r?\n/);
  return [to + first, ...rest.map((line) => (line.startsWith(from) ? to + line.slice(from.length) : line))];
}
