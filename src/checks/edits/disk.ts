import type { Edit } from '../../language/finding';
import type { Disk } from '../../model/elements';
import { attributeIn, attributeText, insertStatements } from './statement';

/** Lets the cluster manage a disk. */
export function clusterDisk(disk: Disk): Edit {
  const { block, declaration } = disk;
  const value = attributeIn(block, 'clustered')?.value;
  if (value) return { place: { declaration, span: value.span }, newText: 'true' };
  const last = block.items.findLast((item) => item.kind === 'attribute');
  return insertStatements(disk, [attributeText(disk, 'clustered', 'true', last)], last);
}
