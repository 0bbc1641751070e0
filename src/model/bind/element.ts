import type { BlockName } from '../../language/schema/schema';
import type { Block } from '../../language/tree';
import type { Element } from '../elements';
import type { ValuesOf } from '../values';
import { readValues } from './read-values';
import type { Defaults } from './read-values';
import type { Use } from './read-value';
import type { Reporter } from './report';

/** What binding one declaration needs and gathers. */
export interface Binding {
  readonly defaults: Defaults;
  readonly reporter: Reporter;
  readonly uses: Use[];
  /** The block need not be complete: it stands in `defaults`. */
  readonly partial?: true;
}

/** Reads the attributes of a block into an element of its kind. */
export function bindElement<B extends BlockName>(kind: B, block: Block, binding: Binding): Element<B> {
  const read = readValues(block, binding.defaults, binding.reporter, binding.partial === true);
  for (const use of read.uses) binding.uses.push(use);
  const name = block.label?.text ?? '';
  return {
    kind,
    name,
    key: name.toLowerCase(),
    // The reader works from the same schema table that the type is derived from.
    values: read.values as ValuesOf<B>,
    block,
    declaration: binding.reporter.declaration,
  };
}

/** The blocks directly inside a block, in order. */
export function blocksIn(block: Block): readonly Block[] {
  return block.items.filter((item) => item.kind === 'block');
}
