import type { Comment, Declaration } from '../../language/declaration';
import type { Span } from '../../language/span';

/** A code that a comment names. */
export interface NamedCode {
  readonly text: string;
  readonly span: Span;
}

/** A comment that hides findings: on the next line or in the next block, or in the rest of the file (language.md, Suppression). */
export interface Suppression {
  readonly reach: 'next line' | 'rest of the file';
  readonly codes: readonly NamedCode[];
  readonly comment: Comment;
}

const form = /^(?:#|\/\/|\/\*)[ \t]*hacluster-disable(-next-line)?(?![\w-])/;

/** What may follow the codes: a reason behind two dashes, or the end of a block comment. */
const behindCodes = /--|\*\/$/;

/** The suppressions among the comments of a declaration. */
export function suppressionsIn({ comments }: Declaration): readonly Suppression[] {
  return comments.flatMap((comment) => {
    const start = form.exec(comment.text);
    if (!start) return [];
    const offset = start[0].length;
    const rest = comment.text.slice(offset);
    const listed = rest.slice(0, behindCodes.exec(rest)?.index);
    const codes = [...listed.matchAll(/[^\s,]+/g)].map(({ 0: text, index }): NamedCode => {
      const from = comment.span.start + offset + index;
      return { text, span: { start: from, end: from + text.length } };
    });
    return { reach: start[1] === undefined ? 'rest of the file' : 'next line', codes, comment };
  });
}
