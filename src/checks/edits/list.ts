import type { Declaration } from '../../language/declaration';
import type { Edit } from '../../language/finding';
import type { ListValue } from '../../language/tree';
import { insertion } from './text';

/** Adds items, as they are written, to the end of a list. */
export function addToList(declaration: Declaration, list: ListValue, items: readonly string[]): Edit {
  const last = list.items.at(-1);
  const joined = items.join(', ');
  return last
    ? insertion(declaration, last.span.end, `, ${joined}`)
    : insertion(declaration, list.span.start + 1, joined);
}
