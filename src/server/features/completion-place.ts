import type { Spot } from '../../language/document';
import { lex } from '../../language/lexer';
import { blockSchema, keyedAttributes } from '../../language/schema/schema';
import type { Span } from '../../language/span';
import type { Token } from '../../language/tokens';

/** A block that is open where the cursor stands. */
export interface Frame {
  /** undefined at top level. */
  readonly keyword: string | undefined;
  readonly label: string | undefined;
  /** Names of the attributes it has already, before and behind the cursor. */
  readonly given: Set<string>;
  /** Keywords of the blocks it has already. */
  readonly blocks: Set<string>;
}

/** The word that is being typed. */
export interface Typed {
  readonly span: Span;
  /** What stands before the cursor, without an opening quote. */
  readonly prefix: string;
  readonly kind: 'none' | 'name' | 'number' | 'string';
  /** Whether `=` follows: the name of an attribute that is there is being changed. */
  readonly beforeEquals: boolean;
}

/** What may be written where the cursor stands. */
export type Expected =
  | { readonly kind: 'item'; readonly operators: boolean }
  | { readonly kind: 'label'; readonly keyword: string }
  | { readonly kind: 'key'; readonly attribute: string }
  /** `listed` are the names that stand in the value already, in lower case. */
  | { readonly kind: 'value'; readonly attribute: string; readonly listed: ReadonlySet<string> }
  /** `words` are the tokens of the statement before the word that is typed. */
  | { readonly kind: 'statement'; readonly words: readonly Token[] };

export interface CompletionPlace {
  /** Outermost first; the first is the top level. */
  readonly frames: readonly Frame[];
  readonly typed: Typed;
  readonly expected: Expected;
}

function frameOf(keyword: string | undefined, label: string | undefined): Frame {
  return { keyword, label, given: new Set(), blocks: new Set() };
}

/** The block whose `{` stands at `index`. */
function opened(tokens: readonly Token[], index: number): Frame {
  const last = tokens[index - 1];
  const before = tokens[index - 2];
  const hasLabel = before?.kind === 'name' && last?.startsLine === false && blockSchema(before.text) !== undefined;
  return hasLabel ? frameOf(before.text, last.text) : frameOf(last?.text, undefined);
}

/** The blocks open at `offset`, and what they hold. `typed` is not counted as held. */
function framesAt(tokens: readonly Token[], offset: number, typed: Token | undefined): readonly Frame[] {
  const stack = [frameOf(undefined, undefined)];
  let here: readonly Frame[] | undefined;
  for (const [index, token] of tokens.entries()) {
    if (!here && token.start >= offset) here = [...stack];
    const innermost = stack.at(-1);
    const before = tokens[index - 1];
    if (token.kind === '{') {
      const frame = opened(tokens, index);
      if (frame.keyword !== undefined) innermost?.blocks.add(frame.keyword);
      stack.push(frame);
    } else if (token.kind === '}' && stack.length > 1) {
      stack.pop();
      if (here && innermost === here.at(-1)) return here;
    } else if (token.kind === '=' && before && before !== typed) innermost?.given.add(before.text);
  }
  return here ?? stack;
}

function isClosed(text: string, { start, end }: Token): boolean {
  return end - start > 1 && text[end - 1] === '"';
}

/** Whether the cursor is in the token or, for one that could go on, right behind it. */
function isTyped(text: string, token: Token, offset: number): boolean {
  if (token.start >= offset || offset > token.end) return false;
  if (token.kind === 'string') return offset < token.end || !isClosed(text, token);
  return token.kind === 'name' || token.kind === 'number';
}

function typedAt(text: string, offset: number, token: Token | undefined, next: Token | undefined): Typed {
  if (!token || (token.kind !== 'name' && token.kind !== 'number' && token.kind !== 'string')) {
    return { span: { start: offset, end: offset }, prefix: '', kind: 'none', beforeEquals: false };
  }
  const { start, end, kind } = token;
  const prefix = text.slice(kind === 'string' ? start + 1 : start, offset);
  return { span: { start, end }, prefix, kind, beforeEquals: next?.kind === '=' && !next.startsLine };
}

/** Index of the `=` that the tokens up to `end` are a value of; undefined where a block or statement ends before one is met. */
function equalsBefore(tokens: readonly Token[], end: number): number | undefined {
  for (let index = end - 1; index >= 0; index -= 1) {
    const kind = tokens[index]?.kind;
    if (kind === '=') return index;
    if (kind === '{' || kind === '}' || kind === ';') return undefined;
  }
  return undefined;
}

function attributeBefore(tokens: readonly Token[], equals: number): string | undefined {
  const outer = tokens[equals - 2];
  if (outer?.kind === 'name' && keyedAttributes.has(outer.text) && tokens[equals - 1]?.startsLine === false) {
    return outer.text;
  }
  return tokens[equals - 1]?.text;
}

function isOperator(token: Token | undefined): boolean {
  return token?.kind === 'name' && (token.text === 'and' || token.text === 'or');
}

/** Whether something must follow the token for a value to be whole. */
function leavesOpen(token: Token | undefined): boolean {
  return token?.kind === '=' || token?.kind === ',' || token?.kind === '[' || token?.kind === '(' || isOperator(token);
}

/** Names in the value that begins behind `equals`: up to the cursor, and in a list up to its end. */
function listedIn(before: readonly Token[], behind: readonly Token[], equals: number): ReadonlySet<string> {
  const inside = before.slice(equals + 1);
  const isList = inside[0]?.kind === '[';
  const close = behind.findIndex(({ kind }) => kind === ']' || kind === '=' || kind === '{' || kind === '}');
  const rest = isList && behind[close]?.kind === ']' ? behind.slice(0, close) : [];
  return new Set(
    [...inside, ...rest]
      .filter((token) => (token.kind === 'name' || token.kind === 'string') && !isOperator(token))
      .map((token) => token.text.toLowerCase()),
  );
}

/** Tokens of the line that ends with the last of `before`; a list in brackets may go over lines. */
function lineOf(before: readonly Token[], goesOn: boolean): readonly Token[] {
  if (!goesOn) return [];
  let depth = 0;
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const token = before[index];
    if (token?.kind === ']') depth += 1;
    if (token?.kind === '[') depth -= 1;
    if (token?.kind === '{' || token?.kind === '}' || token?.kind === ';') return before.slice(index + 1);
    if (token?.startsLine === true && depth <= 0) return before.slice(index);
  }
  return before;
}

function isOpenList(tokens: readonly Token[]): boolean {
  return tokens.filter(({ kind }) => kind === '[').length > tokens.filter(({ kind }) => kind === ']').length;
}

/** What follows tokens on the same line; undefined where only the user knows. */
function afterWord(before: readonly Token[]): Expected | undefined {
  const last = before.at(-1);
  const previous = before.at(-2);
  const isValue = leavesOpen(previous);
  if (last?.kind !== 'name' && last?.kind !== 'string') return { kind: 'item', operators: last?.kind === ')' };
  if (isValue) {
    const equals = equalsBefore(before, before.length) ?? 0;
    return { kind: 'item', operators: attributeBefore(before, equals) === 'depends_on' };
  }
  if (last.kind === 'name' && blockSchema(last.text)) return { kind: 'label', keyword: last.text };
  return last.kind === 'name' && keyedAttributes.has(last.text) ? { kind: 'key', attribute: last.text } : undefined;
}

function expectedAfter(
  before: readonly Token[],
  behind: readonly Token[],
  sameLine: boolean,
  frame: Frame | undefined,
): Expected | undefined {
  const last = before.at(-1);
  const isScenario = frame?.keyword !== undefined && blockSchema(frame.keyword)?.statements === true;
  if (isScenario) {
    const goesOn = sameLine || isOpenList(before);
    return { kind: 'statement', words: lineOf(before, goesOn) };
  }
  if (leavesOpen(last) && (sameLine || last?.kind !== '=')) {
    const equals = equalsBefore(before, before.length);
    const attribute = equals === undefined ? undefined : attributeBefore(before, equals);
    if (equals === undefined || attribute === undefined) return undefined;
    return { kind: 'value', attribute, listed: listedIn(before, behind, equals) };
  }
  const equals = equalsBefore(before, before.length);
  if (equals !== undefined && isOpenList(before.slice(equals))) return undefined;
  return sameLine ? afterWord(before) : { kind: 'item', operators: false };
}

/** Reads what may be written at a spot from the tokens around it; undefined where nothing can be offered, as in a comment. */
export function completionPlaceAt({ declaration, offset }: Spot): CompletionPlace | undefined {
  const { text } = declaration;
  const { tokens, comments } = lex(text);
  const inComment = comments.some(
    ({ span, text: comment }) =>
      span.start < offset &&
      (comment.startsWith('/*') && comment.endsWith('*/') ? offset < span.end : offset <= span.end),
  );
  if (inComment) return undefined;
  const word = tokens.find((token) => isTyped(text, token, offset));
  const start = word?.start ?? offset;
  const before = tokens.filter((token) => token.kind !== 'end' && token.end <= start);
  const behind = tokens.filter((token) => token !== word && token.start >= offset);
  const frames = framesAt(tokens, start, word);
  const last = before.at(-1);
  const sameLine = last !== undefined && last.kind !== '{' && !/[\r\n]/.test(text.slice(last.end, start));
  const expected = expectedAfter(before, behind, sameLine, frames.at(-1));
  return expected && { frames, typed: typedAt(text, offset, word, behind[0]), expected };
}
