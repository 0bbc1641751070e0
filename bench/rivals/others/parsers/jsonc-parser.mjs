// jsonc-parser: a tree with the place of every node; goes on after mistakes.
import { findNodeAtLocation, parseTree } from 'jsonc-parser';

/** @param {string} text */
export function parse(text) {
  const errors = [];
  return { errors, tree: parseTree(text, errors) };
}

/** @param {ReturnType<typeof parse>} result */
export function machinesIn({ errors, tree }) {
  if (errors.length > 0 || !tree) throw new Error(`${errors.length} problems`);
  return findNodeAtLocation(tree, ['group'])?.children?.length ?? 0;
}
