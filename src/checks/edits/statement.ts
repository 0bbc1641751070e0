import type { Declaration } from '../../language/declaration';
import type { Edit } from '../../language/finding';
import type { Span } from '../../language/span';
import type { Attribute, Block, Item } from '../../language/tree';
import {
  deeper,
  endOfLine,
  indentationOf,
  insertion,
  isBlank,
  isOneLine,
  lineBreakOf,
  removal,
  startOfLine,
  startOfNextLine,
} from './text';

/** A block and the declaration it stands in. */
export interface BlockAt {
  readonly block: Block;
  readonly declaration: Declaration;
}

/** The first attribute of that name directly in the block, as the binder takes it. */
export function attributeIn(block: Block, name: string): Attribute | undefined {
  return block.items.find((item): item is Attribute => item.kind === 'attribute' && item.name.text === name);
}

/** `name = value`, its `=` under the one of the attribute above where the signs of the block stand in a column. */
export function attributeText(at: BlockAt, name: string, value: string, above?: Item): string {
  const { block, declaration } = at;
  if (above?.kind !== 'attribute' || !block.body || isOneLine(declaration.text, block.body))
    return `${name} = ${value}`;
  const column = signColumn(at, above);
  const others = block.items.filter((item) => item.kind === 'attribute' && item !== above);
  const isColumn =
    column > above.name.text.length + 1 ||
    others.some((item) => item.kind === 'attribute' && signColumn(at, item) === column);
  return `${isColumn ? name.padEnd(column - 1) : name} = ${value}`;
}

/** Characters from the start of an attribute to its `=`. */
function signColumn({ declaration }: BlockAt, { name, span }: Attribute): number {
  const gap = /^[ \t]*/.exec(declaration.text.slice(name.span.end, span.end))?.[0].length ?? 0;
  return name.span.end - name.span.start + gap;
}

/**
 * Inserts statements into a block, in the style it is written in: on lines of their own, or on its one line. They go behind
 * `after`; without it, to the start of the body. The lines of a statement are given without indentation.
 */
export function insertStatements(at: BlockAt, statements: readonly string[], after: Item | undefined): Edit {
  const { block, declaration } = at;
  const { text } = declaration;
  if (!block.body) return insertion(declaration, block.header.end, ` { ${statements.join('  ')} }`);
  if (isOneLine(text, block.body)) return insertInLine(at, block.body, statements, after);
  const indentation = innerIndentation(at);
  const lineBreak = lineBreakOf(declaration);
  const lines = statements.flatMap((statement) => statement.split('\n')).map((line) => indentation + line);
  const offset = endOfStatementLine(at, block.body, after ? after.span.end : block.body.start + 1);
  return insertion(declaration, offset, lines.map((line) => lineBreak + line).join(''));
}

function insertInLine(
  { declaration }: BlockAt,
  body: Span,
  statements: readonly string[],
  after: Item | undefined,
): Edit {
  const joined = statements.map((statement) => statement.replace(/\n\s*/g, ' ')).join('  ');
  if (after) return insertion(declaration, after.span.end, `  ${joined}`);
  const start = body.start + 1;
  const closes = start === body.end - 1;
  const isEmpty = isBlank(declaration.text, { start, end: body.end - 1 });
  return insertion(declaration, start, ` ${joined}${closes ? ' ' : isEmpty ? '' : ' '}`);
}

/** Indentation of the items of a block: that of the first one on a line of its own, else one level deeper than its header. */
export function innerIndentation({ block, declaration }: BlockAt): string {
  const { text } = declaration;
  const own = block.items.find((item) =>
    isBlank(text, { start: startOfLine(text, item.span.start), end: item.span.start }),
  );
  if (own) return indentationOf(text, own.span.start);
  return deeper(indentationOf(text, block.keyword.span.start));
}

/**
 * Where a new line may begin behind `offset`: at the end of its line, behind whatever else stands on it. Statements and
 * comments that begin on the line are passed over to their end; the `}` of the block is not.
 */
function endOfStatementLine({ block, declaration }: BlockAt, body: Span, offset: number): number {
  const { text, comments } = declaration;
  const close = text[body.end - 1] === '}' ? body.end - 1 : body.end;
  for (let at = offset; ;) {
    const end = endOfLine(text, at);
    const starts = (span: Span): boolean => span.start >= at && span.start < end;
    const next = block.items.find((item) => starts(item.span))?.span ?? comments.find(({ span }) => starts(span))?.span;
    if (next && next.start < close) {
      at = next.end;
      continue;
    }
    return end > close ? at : end;
  }
}

/** Takes a statement away; the whole line where it stands alone on it. */
export function removeStatement(declaration: Declaration, span: Span): Edit {
  const { text } = declaration;
  const start = startOfLine(text, span.start);
  const end = endOfLine(text, span.end);
  const alone = isBlank(text, { start, end: span.start }) && isBlank(text, { start: span.end, end });
  if (alone) return removal(declaration, { start, end: startOfNextLine(text, span.end) });
  const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\t';
  let from = span.start;
  let to = span.end;
  while (isSpace(text[from - 1])) from -= 1;
  if (from > start) return removal(declaration, { start: from, end: to });
  while (isSpace(text[to])) to += 1;
  return removal(declaration, { start: span.start, end: to });
}
