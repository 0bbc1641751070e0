import type { Declaration } from '../language/declaration';
import type { Place } from '../language/finding';
import { blockSchema } from '../language/schema/schema';
import type { Span } from '../language/span';
import type { Attribute, Block } from '../language/tree';
import { nearest } from '../model/words';
import { attributeIn } from './edits/statement';

/** An element as far as its place goes. */
interface Written {
  readonly block: Block;
  readonly declaration: Declaration;
}

/** The header of a block: where something that it lacks is reported (language.md, Settled readings, Place of a finding). */
export function headerOf({ block, declaration }: Written): Place {
  return { declaration, span: block.header };
}

/** The label of a block, or its keyword where it has none. */
export function labelOf({ block, declaration }: Written): Place {
  return { declaration, span: (block.label ?? block.keyword).span };
}

/** The value of an attribute of the block; its header where the attribute stands elsewhere. */
export function valueOf(element: Written, name: string): Place {
  const span = attributeIn(element.block, name)?.value?.span;
  return span ? { declaration: element.declaration, span } : headerOf(element);
}

/** Whether the declaration could not be read whole: what seems to be missing in it may be there after all. */
export function isBroken(declaration: Declaration): boolean {
  return declaration.problems.some((problem) => problem.severity === 'error');
}

/**
 * Whether an attribute is written in the block, perhaps misspelt, but gives no value that can be used. That is reported where it
 * is read; nothing that follows from it is.
 */
export function isUnreadable(element: Written & { readonly values: object }, name: string): boolean {
  const value: unknown = Object.entries(element.values).find(([one]) => one === name)?.[1];
  if (value !== undefined) return false;
  const schema = blockSchema(element.block.keyword.text);
  const words = Object.keys(schema?.attributes ?? {});
  return element.block.items.some(
    (item) =>
      item.kind === 'attribute' &&
      (words.includes(item.name.text) ? item.name.text : nearest(item.name.text, words)) === name,
  );
}

/** The attribute an offset lies in, with its block; undefined outside any. */
export function attributeAt(
  blocks: readonly Block[],
  offset: number,
): { readonly attribute: Attribute; readonly block: Block } | undefined {
  const inside = (span: Span): boolean => span.start <= offset && offset < span.end;
  const block = blocks.find((one) => inside(one.span));
  if (!block) return undefined;
  for (const item of block.items) {
    if (item.kind === 'attribute' && inside(item.span)) return { attribute: item, block };
  }
  return attributeAt(
    block.items.filter((item) => item.kind === 'block'),
    offset,
  );
}
