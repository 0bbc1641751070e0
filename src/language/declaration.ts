import type { Severity } from './finding';
import type { Span } from './span';
import type { Block } from './tree';

/** A comment as written, with its marks. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

/** Something the parser could not read, with a replacement where one token is clearly missing. */
export interface Problem {
  readonly code: 'language/syntax' | 'language/encoding';
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly fix: { readonly title: string; readonly span: Span; readonly newText: string } | undefined;
}

/**
 * One top-level declaration with all the text up to the next one: the unit in which a file is parsed, bound, checked and kept.
 * The object is the identity of the declaration: as long as its text does not change, neither does the object.
 * The first declaration of a file may be a preamble: comments and blank lines without a block.
 */
export interface Declaration {
  /** The file or URI it stands in, as the caller named it. */
  readonly file: string;
  readonly text: string;
  /** The blocks of the declaration: one, unless several stand on a line or are indented; none in a preamble. */
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
  readonly problems: readonly Problem[];
  /** Offsets at which the lines of `text` begin; the first is 0. */
  readonly lineStarts: readonly number[];
}
