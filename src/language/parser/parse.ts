import type { Declaration, Problem } from '../declaration';
import { lex } from '../lexer';
import type { Lexed } from '../lexer';
import type { AtStatement, Block } from '../tree';
import { createCursor } from './cursor';
import type { Cursor } from './cursor';
import { parseItems } from './items';
import { parseActionLine } from './statements';

/**
 * Reads the text of one declaration. Never fails: what cannot be read becomes problems, and the tree holds the rest.
 * A text that lacks a `}` is read a second time with indentation as a guide to where it is missing.
 */
export function parseDeclaration(file: string, text: string): Declaration {
  const lexed = lex(text);
  const first = read(text, lexed, false);
  const result = lacksClosingBrace(lexed) ? read(text, lexed, true) : first;
  return {
    file,
    text,
    blocks: result.blocks,
    comments: lexed.comments,
    problems: [...lexed.problems, ...result.problems].sort((a, b) => a.span.start - b.span.start),
    lineStarts: lineStartsOf(text),
  };
}

interface Reading {
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
}

function read(text: string, lexed: Lexed, byIndentation: boolean): Reading {
  const cursor = createCursor(text, lexed.tokens, byIndentation);
  const blocks: Block[] = [];
  for (const item of parseItems(cursor, { parent: undefined, indentation: -1, depth: 0 })) {
    if (item.kind === 'block') blocks.push(item);
    else reportOutside(cursor, item.span);
  }
  return { blocks, problems: cursor.problems };
}

function reportOutside(cursor: Cursor, span: { start: number; end: number }): void {
  cursor.report('An attribute stands inside a block; none is open here.', span);
}

function lacksClosingBrace(lexed: Lexed): boolean {
  let open = 0;
  for (const token of lexed.tokens) {
    if (token.kind === '{') open += 1;
    if (token.kind === '}') open -= 1;
  }
  return open > 0;
}

/** Offsets at which lines begin; LF, CRLF and CR end a line, as in the Language Server Protocol. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== 13) continue;
    if (code === 13 && text.charCodeAt(at + 1) === 10) at += 1;
    starts.push(at + 1);
  }
  return starts;
}

/** An action typed outside a file (`0s fail node HostA`): the statement, or what is wrong with it, offsets into `text`. */
export function parseAction(text: string): { readonly statement: AtStatement; readonly problems: readonly Problem[] } {
  const lexed = lex(text);
  const cursor = createCursor(text, lexed.tokens, false);
  const statement = parseActionLine(cursor);
  return { statement, problems: [...lexed.problems, ...cursor.problems] };
}
