import { topKeywords } from './schema/schema';

/** Where the declarations of a text begin. */
export interface Split {
  /** Offsets; the first is 0, also where the text begins with comments. */
  readonly starts: readonly number[];
  /** Whether a block comment is open at the end: then later text could close it and change the split. */
  readonly openComment: boolean;
}

const header = new RegExp(`(?:${[...topKeywords].join('|')})(?![A-Za-z0-9_-]|[ \\t]*=)`, 'y');

/**
 * Splits a text where a line starts a top-level block at column 1: there ends whatever was left open before (language.md,
 * principle 6). Lines inside a block comment do not count, unless the comment is never closed.
 */
export function splitDeclarations(text: string): Split {
  const starts = [0];
  let openComment = false;
  let at = 0;
  while (at < text.length) {
    header.lastIndex = at;
    if (at > 0 && header.test(text)) starts.push(at);
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 10) break;
      if (code === 13) {
        if (text.charCodeAt(at + 1) === 10) at += 1;
        break;
      }
      if (code === 34) at = endOfString(text, at);
      else if (code === 35 || (code === 47 && text.charCodeAt(at + 1) === 47)) at = endOfLine(text, at) - 1;
      else if (code === 47 && text.charCodeAt(at + 1) === 42) {
        const close = text.indexOf('*/', at + 2);
        if (close < 0) openComment = true;
        at = close < 0 ? endOfLine(text, at) - 1 : close + 1;
      }
    }
    at += 1;
  }
  return { starts, openComment };
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at += 1;
  return at;
}

/** Offset of the closing quote, or of the last character of the line where it is missing. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) return at;
    if (code === 10 || code === 13) return at - 1;
  }
  return text.length;
}
