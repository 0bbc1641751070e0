import type { Edit } from '../../language/finding';
import type { Block } from '../../language/tree';
import type { Cluster } from '../../model/cluster';
import type { Disk, Group } from '../../model/elements';
import { writeName } from '../../language/tokens';
import { diskResourceKeyword } from '../disks';
import { insertStatements } from './statement';

const diskKeywords: ReadonlySet<string> = new Set(['physical_disk', 'storage_class']);

/** Makes disks of Available Storage resources of a group: behind the disks that are there, else before the first resource. */
export function addDiskResources(cluster: Cluster, group: Group, disks: readonly Disk[]): Edit {
  const statements = disks.map((disk) => `${diskResourceKeyword(cluster, disk)} ${writeName(disk.name)}`);
  const { items } = group.block;
  const isBlock = (item: (typeof items)[number]): item is Block => item.kind === 'block';
  const lastDisk = items.findLast((item) => isBlock(item) && diskKeywords.has(item.keyword.text));
  const firstBlock = items.findIndex(isBlock);
  const after = lastDisk ?? (firstBlock < 0 ? items.at(-1) : items[firstBlock - 1]);
  return insertStatements(group, statements, after);
}
