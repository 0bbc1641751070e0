import { blockSchema } from '../../language/schema/schema';
import { touches } from '../../language/span';
import type { Span } from '../../language/span';
import type { Value } from '../../language/tree';
import { schemaOf } from './lookup';
import type { Where } from './lookup';

/** A Windows path in the text. */
export interface PathAt {
  readonly text: string;
  readonly span: Span;
}

function textOf(value: Value | undefined): PathAt | undefined {
  return value?.kind === 'string' ? { text: value.text, span: value.span } : undefined;
}

/** The path that is written at a position, as a value or as the label of a file; undefined where none is. */
export function pathAt({ blocks, item, offset }: Where): PathAt | undefined {
  const block = blocks.at(-1);
  if (!block) return undefined;
  if (item?.kind === 'attribute') {
    const isPath = schemaOf(block.keyword.text, item.name.text)?.type === 'path';
    const path = isPath ? textOf(item.value) : undefined;
    return path && touches(path.span, offset) ? path : undefined;
  }
  const { label } = block;
  const isPath = blockSchema(block.keyword.text)?.label === 'path';
  return isPath && label && touches(label.span, offset) ? { text: label.text, span: label.span } : undefined;
}
