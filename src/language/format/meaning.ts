import type { Declaration } from '../declaration';
import { createDocument } from '../document';
import type { Block } from '../tree';

/** Parts of a tree that tell where something stands, not what it says. */
const places: ReadonlySet<string> = new Set(['span', 'header']);

function isNumber(part: object): part is { readonly text: string } {
  return 'kind' in part && part.kind === 'number' && 'text' in part;
}

/** Whether two parts of trees say the same. Of a body it counts whether there is one. */
function saysSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  if (isNumber(a) && isNumber(b)) return a.text.toLowerCase() === b.text.toLowerCase();
  const parts = Object.entries(a);
  const others: ReadonlyMap<string, unknown> = new Map(Object.entries(b));
  return (
    parts.length === others.size &&
    parts.every(([key, part]: [string, unknown]) => {
      if (places.has(key)) return true;
      if (key === 'body') return (part === undefined) === (others.get(key) === undefined);
      return saysSame(part, others.get(key));
    })
  );
}

function blocksOf(declarations: readonly Declaration[]): readonly Block[] {
  return declarations.flatMap(({ blocks }) => blocks);
}

function commentsOf(declarations: readonly Declaration[]): readonly string[] {
  return declarations.flatMap(({ comments }) => comments.map(({ text }) => text.trimEnd()));
}

/** Whether a text says what the declaration says, without syntax errors and with all its comments. */
export function saysTheSame(declaration: Declaration, text: string): boolean {
  const { declarations } = createDocument(declaration.file, text);
  return (
    declarations.every(({ problems }) => problems.length === 0) &&
    saysSame(blocksOf(declarations), declaration.blocks) &&
    saysSame(commentsOf(declarations), commentsOf([declaration]))
  );
}
