import type { Edit } from '../../language/finding';
import { attributeIn, attributeText, insertStatements } from './statement';
import type { BlockAt } from './statement';

/** Gives an attribute of a block another value, as it is written; where the block has it not, as its first statement. */
export function setAttribute(at: BlockAt, name: string, value: string): Edit {
  const written = attributeIn(at.block, name)?.value;
  if (written) return { place: { declaration: at.declaration, span: written.span }, newText: value };
  const below = at.block.items.find((item) => item.kind === 'attribute');
  return insertStatements(at, [attributeText(at, name, value, below)], undefined);
}
