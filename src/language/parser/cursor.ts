import type { Problem } from '../declaration';
import type { Span } from '../span';
import type { Token } from '../tokens';
import type { Word } from '../tree';

/** Reads tokens from left to right and gathers what could not be understood. */
export interface Cursor {
  readonly text: string;
  /** Whether indentation decides where an unclosed block ends; set for the second reading of a text with too few `}`. */
  readonly byIndentation: boolean;
  /** The token `ahead` places on (0: the next one). Behind the end it is the `end` token. */
  peek(ahead?: number): Token;
  next(): Token;
  /** End of the last token read; 0 before the first. */
  lastEnd(): number;
  report(message: string, span: Span, fix?: Problem['fix']): void;
  readonly problems: readonly Problem[];
}

/** A cursor over tokens of which the last is the `end` token. */
export function createCursor(text: string, tokens: readonly Token[], byIndentation: boolean): Cursor {
  const problems: Problem[] = [];
  let index = 0;
  let lastEnd = 0;
  const end: Token = tokens.at(-1) ?? { kind: 'end', start: text.length, end: text.length, text: '', startsLine: true };
  const peek = (ahead = 0): Token => tokens[index + ahead] ?? end;
  return {
    text,
    byIndentation,
    problems,
    peek,
    next: () => {
      const token = peek();
      if (token.kind !== 'end') {
        index += 1;
        lastEnd = token.end;
      }
      return token;
    },
    lastEnd: () => lastEnd,
    report: (message, span, fix) => {
      problems.push({ code: 'language/syntax', severity: 'error', message, span, fix });
    },
  };
}

/** The span of a token. */
export function spanOf(token: Token): Span {
  return { start: token.start, end: token.end };
}

/** A name or string token as a word of the tree. */
export function wordOf(token: Token): Word {
  return { span: spanOf(token), text: token.text, quoted: token.kind === 'string' };
}

/** Whether a token is a name, bare or quoted. */
export function isWord(token: Token): boolean {
  return token.kind === 'name' || token.kind === 'string';
}

/** Whether the next token stands on the line of the last one read. */
export function onSameLine(token: Token): boolean {
  return !token.startsLine && token.kind !== 'end';
}

/** What a token is called in a message. */
export function describe(token: Token): string {
  if (token.kind === 'end') return 'the end of the declaration';
  if (token.kind === 'string') return `"${token.text}"`;
  return `'${token.text}'`;
}

/** Columns of white space before the first token of the line `offset` is on; a tab counts as one. */
export function indentationAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1;
  let end = start;
  while (text[end] === ' ' || text[end] === '\t') end += 1;
  return end - start;
}
