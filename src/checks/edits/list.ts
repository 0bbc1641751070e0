import type { Declaration } from '../../language/declaration';
import type { Edit } from '../../language/finding';
import type { ListValue, Value } from '../../language/tree';
import { insertion, removal } from './text';

/** Adds items, as they are written, to the end of a list. */
export function addToList(declaration: Declaration, list: ListValue, items: readonly string[]): Edit {
  const last = list.items.at(-1);
  const joined = items.join(', ');
  return last
    ? insertion(declaration, last.span.end, `, ${joined}`)
    : insertion(declaration, list.span.start + 1, joined);
}

/** Takes an item out of a list, with the comma behind or before it; undefined where a comment stands between the two. */
export function removeFromList(declaration: Declaration, list: ListValue, { span }: Value): Edit | undefined {
  if (list.items.length === 1) return removal(declaration, span);
  const { text } = declaration;
  const behind = /^\s*,[ \t]*/.exec(text.slice(span.end, list.span.end));
  if (behind) return removal(declaration, { start: span.start, end: span.end + behind[0].length });
  const before = /,\s*$/.exec(text.slice(list.span.start, span.start));
  return before ? removal(declaration, { start: span.start - before[0].length, end: span.end }) : undefined;
}
