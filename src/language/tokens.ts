/** Kinds of tokens; punctuation marks are kinds of their own. */
export type TokenKind =
  'name' | 'string' | 'number' | '{' | '}' | '[' | ']' | '(' | ')' | '=' | ',' | ';' | 'bad' | 'end';

/** One token. `text` is the name, the string without its quotes, or the characters as written. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether a line break stands between this token and the one before. */
  readonly startsLine: boolean;
}

export const punctuation: ReadonlySet<string> = new Set(['{', '}', '[', ']', '(', ')', '=', ',', ';']);

/** Whether a token of the grammar may stand as a name without quotes (language.md, Lexical). */
export function isBareName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(text);
}

/** A name as it is written in a file: bare where it can be, else in quotes with `"` doubled. */
export function writeName(name: string): string {
  return isBareName(name) ? name : writeString(name);
}

/** A text with what has a meaning in an editor's snippet made harmless. */
export function plainInSnippet(text: string): string {
  return text.replace(/[\\$}]/g, String.raw`\$&`);
}

/** A string as it is written in a file. A backslash is a backslash; a quote mark is doubled. */
export function writeString(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** What stands in a text for bytes that could not be read (Unicode standard, section 3.9). */
export const lostBytes = '\uFFFD';
