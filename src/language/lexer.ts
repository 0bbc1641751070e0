import type { Comment, Problem } from './declaration';
import { punctuation } from './tokens';
import type { Token, TokenKind } from './tokens';

/** What the lexer makes of a text: tokens with an `end` token last, comments, and what cannot be read. */
export interface Lexed {
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  readonly problems: readonly Problem[];
}

const wordStart = /[A-Za-z_]/;
const name = /[A-Za-z_][A-Za-z0-9_-]*/y;
const numberRun = /-?[0-9][0-9A-Za-z_.%]*/y;
const numberForm = /^-?[0-9]+(?:\.[0-9]+)?(?:[A-Za-z]+|%)?$/;
const badRun = /[^\s{}[\]()=,;"#]+/y;
const lineBreak = /\r\n|\n|\r/g;

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** Splits the text of a declaration into tokens. Never fails: what cannot be read becomes a `bad` token and a problem. */
export function lex(text: string): Lexed {
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  const problems: Problem[] = [];
  let at = 0;
  let startsLine = true;

  const push = (kind: TokenKind, start: number, end: number, value: string): void => {
    tokens.push({ kind, start, end, text: value, startsLine });
    startsLine = false;
  };
  const report = (message: string, start: number, end: number, fix?: Problem['fix']): void => {
    problems.push({ code: 'language/syntax', severity: 'error', message, span: { start, end }, fix });
  };

  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '\n' || character === '\r') {
      startsLine = true;
      at += 1;
    } else if (character === ' ' || character === '\t' || character === '\uFEFF' || character === '\u00A0') {
      at += 1;
    } else if (character === '#' || (character === '/' && text[at + 1] === '/')) {
      const end = lineEnd(text, at);
      comments.push({ span: { start: at, end }, text: text.slice(at, end) });
      at = end;
    } else if (character === '/' && text[at + 1] === '*') {
      const close = text.indexOf('*/', at + 2);
      const end = close < 0 ? text.length : close + 2;
      if (close < 0) report("The comment is not closed: '*/' is missing.", at, lineEnd(text, at));
      const comment = text.slice(at, end);
      comments.push({ span: { start: at, end }, text: comment });
      if (comment.search(lineBreak) >= 0) startsLine = true;
      at = end;
    } else if (character === '"') {
      at = lexString(text, at, push, report);
    } else if (punctuation.has(character)) {
      push(character as TokenKind, at, at + 1, character);
      at += 1;
    } else if (wordStart.test(character)) {
      const word = match(name, text, at);
      push('name', at, at + word.length, word);
      at += word.length;
    } else {
      at = lexRest(text, at, push, report);
    }
  }
  push('end', text.length, text.length, '');
  return { tokens, comments, problems };
}

type Push = (kind: TokenKind, start: number, end: number, value: string) => void;
type Report = (message: string, start: number, end: number, fix?: Problem['fix']) => void;

function lexString(text: string, start: number, push: Push, report: Report): number {
  let at = start + 1;
  let doubled = false;
  while (at < text.length) {
    const character = text[at];
    if (character === '\n' || character === '\r') break;
    if (character === '"') {
      if (text[at + 1] !== '"') {
        const inner = text.slice(start + 1, at);
        push('string', start, at + 1, doubled ? inner.replaceAll('""', '"') : inner);
        return at + 1;
      }
      doubled = true;
      at += 1;
    }
    at += 1;
  }
  const inner = withoutBraces(text.slice(start + 1, at).trimEnd());
  const end = start + 1 + inner.length;
  report("The string is not closed: '\"' is missing at its end.", start, end, {
    title: "Insert the missing '\"'",
    span: { start: end, end },
    newText: '"',
  });
  push('string', start, end, inner);
  return end;
}

/**
 * What of the rest of a line belongs to a string that is not closed: a brace that stands apart opens or closes a block
 * rather than belonging to it.
 */
function withoutBraces(line: string): string {
  const open = line.indexOf(' {');
  const text = open < 0 ? line : line.slice(0, open).trimEnd();
  let end = text.length;
  for (;;) {
    const closer = text[end - 1];
    const apart = text[end - 2];
    if ((closer !== '}' && closer !== ';') || (apart !== ' ' && apart !== '\t')) return text.slice(0, end);
    end -= 2;
    while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1;
  }
}

function lexRest(text: string, at: number, push: Push, report: Report): number {
  const run = match(numberRun, text, at);
  if (run !== '' && numberForm.test(run)) {
    push('number', at, at + run.length, run);
    return at + run.length;
  }
  const bad = match(badRun, text, at) || text.charAt(at);
  const hint =
    run !== ''
      ? 'a number is digits and a unit (512MB, 30s, 20%); anything else stands in quotes.'
      : /^['‘’“”]/.test(bad)
        ? 'strings stand in straight double quotes ("…").'
        : 'names with other characters than letters, digits, _ and - stand in quotes.';
  report(`'${bad}' cannot be read: ${hint}`, at, at + bad.length);
  push('bad', at, at + bad.length, bad);
  return at + bad.length;
}
