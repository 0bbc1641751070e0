import { attributeSchema, blockSchema, keyedAttributes } from '../schema/schema';
import { cover } from '../span';
import type { Token } from '../tokens';
import type { Attribute, Block, Item, Value, Word } from '../tree';
import { describe, indentationAt, isWord, onSameLine, spanOf, wordOf } from './cursor';
import type { Cursor } from './cursor';
import { parseAt, parseExpect } from './statements';
import { parseValue, startsItem } from './values';

/** Blocks may nest this deep; the language itself needs five. */
const deepest = 100;

interface Surroundings {
  /** Keyword of the block whose items are read; undefined at top level. */
  readonly parent: string | undefined;
  /** Indentation of the line of its header. */
  readonly indentation: number;
  readonly depth: number;
}

/** Reads the items of a block up to, not including, its `}`; at top level up to the end. */
export function parseItems(cursor: Cursor, around: Surroundings): readonly Item[] {
  const items: Item[] = [];
  for (;;) {
    const token = cursor.peek();
    if (token.kind === 'end' || (token.kind === '}' && around.parent !== undefined)) return items;
    if (cursor.byIndentation && around.parent !== undefined && endsByIndentation(cursor, token, around)) return items;
    if (token.kind === ';') cursor.next();
    else if (token.kind === 'name') {
      const item = parseItem(cursor, around);
      if (item) items.push(item);
    } else skipStray(cursor, token);
  }
}

/** A line that stands no deeper than the header of an open block, in a text that lacks a `}`: the block ends before it. */
function endsByIndentation(cursor: Cursor, token: Token, around: Surroundings): boolean {
  return token.startsLine && indentationAt(cursor.text, token.start) <= around.indentation;
}

function skipStray(cursor: Cursor, token: Token): void {
  cursor.next();
  if (token.kind === 'bad') return;
  const message =
    token.kind === '}'
      ? "This '}' closes nothing: no block is open here."
      : `${describe(token)} does not belong here: an attribute (name = value) or a block is expected.`;
  cursor.report(message, spanOf(token), {
    title: `Remove ${describe(token)}`,
    span: spanOf(token),
    newText: '',
  });
  if (token.kind === '}') return;
  while (onSameLine(cursor.peek()) && !endsStray(cursor)) cursor.next();
}

/** What follows something stray goes on where an item, a `}` or a `;` stands. */
function endsStray(cursor: Cursor): boolean {
  const { kind } = cursor.peek();
  return kind === '}' || kind === ';' || startsItem(cursor);
}

function parseItem(cursor: Cursor, around: Surroundings): Item | undefined {
  const token = cursor.peek();
  const next = cursor.peek(1);
  const sameLine = onSameLine(next);
  const statements = around.parent !== undefined && blockSchema(around.parent)?.statements === true;
  if (statements && sameLine && next.kind !== '=' && next.kind !== '{') {
    if (token.text === 'at') return parseAt(cursor);
    if (token.text === 'expect') return parseExpect(cursor);
  }
  if (next.kind === '=' && sameLine) return parseAttribute(cursor, undefined);
  if (next.kind === '{') return parseBlock(cursor, around, undefined);
  if (sameLine && isWord(next)) return parseWithWord(cursor, around, token, next);
  if (sameLine && (next.kind === 'number' || next.kind === '[' || next.kind === '(')) {
    return parseWithoutEquals(cursor, token);
  }
  if (blockSchema(token.text)) return parseBlock(cursor, around, undefined);
  cursor.next();
  cursor.report(`'${token.text}' is incomplete: '=' and a value, or a block, is expected after it.`, spanOf(token));
  return undefined;
}

/** `word word …`: a keyed attribute, a block with a label, or an attribute whose `=` is missing. */
function parseWithWord(cursor: Cursor, around: Surroundings, token: Token, next: Token): Item | undefined {
  const third = cursor.peek(2);
  const isBlock = blockSchema(token.text) !== undefined;
  if (
    third.kind === '=' &&
    onSameLine(third) &&
    (keyedAttributes.has(token.text) || (!isBlock && next.kind === 'string'))
  ) {
    return parseAttribute(cursor, next);
  }
  const parent = around.parent === undefined ? undefined : blockSchema(around.parent);
  if (third.kind !== '{' && !isBlock && parent && attributeSchema(parent, token.text)) {
    return parseWithoutEquals(cursor, token);
  }
  if (third.kind === '=' && onSameLine(third) && !isBlock) {
    cursor.next();
    cursor.report(`'${token.text}' is incomplete: '=' and a value, or a block, is expected after it.`, spanOf(token));
    return undefined;
  }
  return parseBlock(cursor, around, next);
}

function parseAttribute(cursor: Cursor, key: Token | undefined): Attribute {
  const name = wordOf(cursor.next());
  const keyWord: Word | undefined = key ? wordOf(cursor.next()) : undefined;
  const equals = cursor.next();
  const value = startsNextAttribute(cursor) ? undefined : parseValue(cursor, `${name.text} =`);
  if (value === undefined && startsNextAttribute(cursor)) {
    cursor.report(`A value is expected after '${name.text} ='.`, cover(name.span, spanOf(equals)));
  }
  return attribute(cursor, name, keyWord, value, equals);
}

/** `memory = processors = 8`: the value is missing, and the next attribute is not it. */
function startsNextAttribute(cursor: Cursor): boolean {
  return (
    cursor.peek().kind === 'name' &&
    onSameLine(cursor.peek()) &&
    cursor.peek(1).kind === '=' &&
    onSameLine(cursor.peek(1))
  );
}

function parseWithoutEquals(cursor: Cursor, token: Token): Attribute {
  const name = wordOf(cursor.next());
  cursor.report(`'=' is missing after '${name.text}'.`, spanOf(token), {
    title: "Insert the missing '='",
    span: { start: token.end, end: token.end },
    newText: ' =',
  });
  return attribute(cursor, name, undefined, parseValue(cursor, name.text), token);
}

function attribute(
  cursor: Cursor,
  name: Word,
  key: Word | undefined,
  value: Value | undefined,
  last: Token,
): Attribute {
  const end = value?.span.end ?? last.end;
  const comma = cursor.peek();
  if (comma.kind === ',' && onSameLine(comma)) {
    cursor.next();
    cursor.report("A ',' does not belong here: attributes are separated by ';' or by space.", spanOf(comma), {
      title: "Remove the ','",
      span: spanOf(comma),
      newText: '',
    });
  }
  return { kind: 'attribute', span: { start: name.span.start, end }, name, key, value };
}

function parseBlock(cursor: Cursor, around: Surroundings, labelToken: Token | undefined): Block {
  const beginsLine = cursor.peek().startsLine;
  const keyword = wordOf(cursor.next());
  const label = labelToken ? wordOf(cursor.next()) : undefined;
  const header = label ? cover(keyword.span, label.span) : keyword.span;
  const indentation = indentationAt(cursor.text, keyword.span.start);
  const inside: Surroundings = { parent: keyword.text, indentation, depth: around.depth + 1 };
  const open = cursor.peek();
  const block = (body: Block['body'], items: readonly Item[]): Block => ({
    kind: 'block',
    span: { start: keyword.span.start, end: body?.end ?? header.end },
    keyword,
    label,
    header,
    body,
    items,
  });
  if (open.kind !== '{') {
    if (!beginsLine || !lacksOpeningBrace(cursor, open, indentation)) return block(undefined, []);
    cursor.report(`'{' is missing after '${cursor.text.slice(header.start, header.end)}'.`, header, {
      title: "Insert the missing '{'",
      span: { start: header.end, end: header.end },
      newText: ' {',
    });
    return finishBlock(cursor, inside, header.end, header, block);
  }
  cursor.next();
  if (inside.depth > deepest) {
    cursor.report(`Blocks may nest at most ${String(deepest)} deep.`, header);
    skipBody(cursor);
    return block({ start: open.start, end: cursor.lastEnd() }, []);
  }
  return finishBlock(cursor, inside, open.start, header, block);
}

/** A deeper-standing line right under a block header without `{`: the brace was forgotten. */
function lacksOpeningBrace(cursor: Cursor, token: Token, indentation: number): boolean {
  if (!token.startsLine || token.kind !== 'name') return false;
  return indentationAt(cursor.text, token.start) > indentation;
}

function finishBlock(
  cursor: Cursor,
  inside: Surroundings,
  start: number,
  header: Block['header'],
  block: (body: Block['body'], items: readonly Item[]) => Block,
): Block {
  const items = parseItems(cursor, inside);
  const close = cursor.peek();
  if (close.kind === '}' && !(cursor.byIndentation && endsOuter(cursor, close, inside))) {
    cursor.next();
    return block({ start, end: close.end }, items);
  }
  const end = Math.max(cursor.lastEnd(), start + 1);
  const before = close.kind === 'end' ? '' : ` before ${describe(close)}`;
  cursor.report(
    `The block '${cursor.text.slice(header.start, header.end)}' is not closed: '}' is missing${before}.`,
    header,
    {
      title: "Insert the missing '}'",
      span: { start: end, end },
      newText: `\n${' '.repeat(inside.indentation)}}`,
    },
  );
  return block({ start, end }, items);
}

/** A `}` that stands less deep than the header of the open block closes a block further out. */
function endsOuter(cursor: Cursor, close: Token, inside: Surroundings): boolean {
  return close.startsLine && indentationAt(cursor.text, close.start) < inside.indentation;
}

function skipBody(cursor: Cursor): void {
  for (let open = 1; open > 0 && cursor.peek().kind !== 'end';) {
    const token = cursor.next();
    if (token.kind === '{') open += 1;
    if (token.kind === '}') open -= 1;
  }
}
