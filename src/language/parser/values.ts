import { cover } from '../span';
import type { NumberValue, Value } from '../tree';
import type { Token } from '../tokens';
import { describe, isWord, onSameLine, spanOf } from './cursor';
import type { Cursor } from './cursor';

/** Parentheses may nest this deep (language.md, Settled readings, Names). */
const deepest = 1000;

/** A number token with its unit split off. */
export function numberOf(token: Token): NumberValue {
  const digits = /^-?[0-9.]+/.exec(token.text)?.[0] ?? '0';
  const unit = token.text.slice(digits.length);
  return {
    kind: 'number',
    span: spanOf(token),
    value: Number(digits),
    unit: unit === '' ? undefined : unit,
    text: token.text,
  };
}

/** Reads a value; undefined (and a problem) where none stands. The value begins on the line of the `=`. */
export function parseValue(cursor: Cursor, after: string): Value | undefined {
  const token = cursor.peek();
  if (!onSameLine(token) || !startsValue(token)) {
    cursor.report(`A value is expected after '${after}'.`, { start: cursor.lastEnd(), end: cursor.lastEnd() });
    return undefined;
  }
  return parseOr(cursor, 0);
}

function startsValue(token: Token): boolean {
  return isWord(token) || token.kind === 'number' || token.kind === '[' || token.kind === '(' || token.kind === 'bad';
}

function parseOr(cursor: Cursor, depth: number): Value | undefined {
  return parseChain(cursor, 'or', () => parseChain(cursor, 'and', () => parsePrimary(cursor, depth)));
}

function parseChain(cursor: Cursor, operator: 'and' | 'or', operand: () => Value | undefined): Value | undefined {
  const first = operand();
  if (!first || !isOperator(cursor.peek(), operator)) return first;
  const operands: Value[] = [first];
  while (isOperator(cursor.peek(), operator)) {
    const sign = cursor.next();
    if (!startsValue(cursor.peek())) {
      cursor.report(`A name is expected after '${operator}'.`, spanOf(sign));
      break;
    }
    const right = operand();
    if (right) operands.push(right);
  }
  const span = cover(first.span, operands.at(-1)?.span ?? first.span);
  return { kind: operator, span, operands, parenthesized: false };
}

function isOperator(token: Token, operator: string): boolean {
  return token.kind === 'name' && token.text === operator;
}

function parsePrimary(cursor: Cursor, depth: number): Value | undefined {
  const token = cursor.peek();
  if (token.kind === '(') return parseParentheses(cursor, depth + 1);
  if (token.kind === '[') return parseList(cursor, depth + 1);
  cursor.next();
  if (token.kind === 'name' || token.kind === 'string')
    return { kind: token.kind, span: spanOf(token), text: token.text };
  if (token.kind === 'number') return parseNumber(cursor, token);
  return undefined;
}

/** A number; a unit that stands apart from it (`32 GB`) is taken with it and reported. */
function parseNumber(cursor: Cursor, token: Token): NumberValue {
  const number = numberOf(token);
  const unit = cursor.peek();
  const apart =
    number.unit === undefined &&
    unit.kind === 'name' &&
    onSameLine(unit) &&
    /^(?:[kmgtp]?b|ms|[smhd])$/i.test(unit.text);
  if (!apart || cursor.peek(1).kind === '=') return number;
  cursor.next();
  const span = { start: number.span.start, end: unit.end };
  const joined = `${number.text}${unit.text}`;
  cursor.report(`A unit follows its number without a space: ${joined}.`, span, {
    title: `Write ${joined}`,
    span,
    newText: joined,
  });
  return { ...number, span, unit: unit.text, text: joined };
}

function parseParentheses(cursor: Cursor, depth: number): Value | undefined {
  const open = cursor.next();
  if (depth > deepest) {
    cursor.report(`Parentheses may nest at most ${String(deepest)} deep.`, spanOf(open));
    skipToLineEnd(cursor);
    return undefined;
  }
  const inner = startsValue(cursor.peek()) ? parseOr(cursor, depth) : undefined;
  if (!inner) cursor.report("A name is expected after '('.", spanOf(open));
  const close = cursor.peek();
  if (close.kind === ')') cursor.next();
  else if (inner) {
    const at = cursor.lastEnd();
    cursor.report("The parenthesis is not closed: ')' is missing.", spanOf(open), {
      title: "Insert the missing ')'",
      span: { start: at, end: at },
      newText: ')',
    });
  }
  if (!inner) return undefined;
  const span = { start: open.start, end: cursor.lastEnd() };
  return inner.kind === 'and' || inner.kind === 'or' ? { ...inner, span, parenthesized: true } : inner;
}

function skipToLineEnd(cursor: Cursor): void {
  while (onSameLine(cursor.peek())) cursor.next();
}

function parseList(cursor: Cursor, depth: number): Value | undefined {
  const open = cursor.next();
  if (depth > deepest) {
    cursor.report(`Lists may nest at most ${String(deepest)} deep.`, spanOf(open));
    skipToLineEnd(cursor);
    return undefined;
  }
  const items: Value[] = [];
  for (;;) {
    const token = cursor.peek();
    if (token.kind === ']') {
      cursor.next();
      break;
    }
    if (token.kind === ',') {
      cursor.next();
      cursor.report("A value is expected before ','.", spanOf(token));
      continue;
    }
    if (!startsValue(token) || (token.startsLine && startsItem(cursor))) {
      reportOpenList(cursor, spanOf(open));
      break;
    }
    const item = parseOr(cursor, depth);
    if (item) items.push(item);
    parseSeparator(cursor);
  }
  return { kind: 'list', span: { start: open.start, end: cursor.lastEnd() }, items };
}

/** Between two items of a list; a missing comma is reported and the list goes on. */
function parseSeparator(cursor: Cursor): void {
  const token = cursor.peek();
  if (token.kind === ',') cursor.next();
  else if (startsValue(token) && !(token.startsLine && startsItem(cursor))) {
    const at = cursor.lastEnd();
    cursor.report(`A ',' is missing before ${describe(token)}.`, spanOf(token), {
      title: "Insert the missing ','",
      span: { start: at, end: at },
      newText: ',',
    });
  }
}

function reportOpenList(cursor: Cursor, open: { start: number; end: number }): void {
  const at = cursor.lastEnd();
  cursor.report("The list is not closed: ']' is missing.", open, {
    title: "Insert the missing ']'",
    span: { start: at, end: at },
    newText: ']',
  });
}

/** Whether an attribute or a block begins here, so that a list or value before it must have ended. */
export function startsItem(cursor: Cursor): boolean {
  const token = cursor.peek();
  if (token.kind !== 'name') return false;
  const next = cursor.peek(1);
  if (next.kind === '=' || next.kind === '{') return true;
  return isWord(next) && onSameLine(next) && (cursor.peek(2).kind === '{' || cursor.peek(2).kind === '=');
}
