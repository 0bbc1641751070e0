import { createDocument } from '../document';
import type { Declaration } from '../declaration';

const places: ReadonlySet<string> = new Set(['span', 'header', 'body']);

/** What a row of declarations says, places left out: equal for two texts that mean the same, and not else. */
function meaningOf(declarations: readonly Declaration[]): string {
  const blocks = declarations.flatMap((declaration) => declaration.blocks);
  const comments = declarations.flatMap((declaration) => declaration.comments.map(({ text }) => text.trimEnd()));
  return JSON.stringify([blocks, comments], (key, value: unknown) => {
    if (places.has(key)) return value !== undefined;
    const isNumber = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'number';
    return isNumber && 'text' in value ? { number: String(value.text).toLowerCase() } : value;
  });
}

/** Whether a text says what the declaration says, without syntax errors and with all its comments. */
export function saysTheSame(declaration: Declaration, text: string): boolean {
  const { declarations } = createDocument(declaration.file, text);
  if (declarations.some(({ problems }) => problems.length > 0)) return false;
  return meaningOf(declarations) === meaningOf([declaration]);
}
