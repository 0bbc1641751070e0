import type { Comment, Declaration } from '../../language/declaration';
import type { Span } from '../../language/span';

/** Comments of a declaration that lie in the span. */
export function commentsIn(declaration: Declaration, span: Span): readonly Comment[] {
  return declaration.comments.filter((comment) => comment.span.start >= span.start && comment.span.end <= span.end);
}

/** Whether a comment lies in the span. */
export function containsComment(declaration: Declaration, span: Span): boolean {
  return declaration.comments.some((comment) => comment.span.start >= span.start && comment.span.end <= span.end);
}
