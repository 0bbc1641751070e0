import type { Cluster } from '../model/cluster';
import { isConfiguration, isDiskResource, isVirtualMachine } from '../model/elements';
import type { Group } from '../model/elements';
import { disksOfMachine } from '../model/owners';
import { resolvePath } from '../model/paths';
import { sharedDisksOf, shareOfPath } from '../simulation';

function diskOfPath(cluster: Cluster, path: string | undefined): string | undefined {
  const found = path === undefined ? undefined : resolvePath(cluster, path);
  if (found?.kind === 'volume') return found.disk.key;
  return path === undefined || found?.kind !== 'share' ? undefined : shareOfPath(cluster, path)?.key;
}

const known = new WeakMap<Cluster, Map<Group, ReadonlySet<string>>>();

/** Keys of the disks a group needs: those it has resources for and those that files of its virtual machines are on. Each once. */
export function disksOfGroup(cluster: Cluster, group: Group): ReadonlySet<string> {
  const ofCluster = known.get(cluster) ?? new Map<Group, ReadonlySet<string>>();
  known.set(cluster, ofCluster);
  const disks = ofCluster.get(group) ?? findDisks(cluster, group);
  ofCluster.set(group, disks);
  return disks;
}

function findDisks(cluster: Cluster, group: Group): ReadonlySet<string> {
  const keys = group.resources.flatMap((resource): readonly (string | undefined)[] => {
    if (isDiskResource(resource)) return [resource.disk.key];
    if (isConfiguration(resource)) return [diskOfPath(cluster, resource.values.path?.text)];
    if (!isVirtualMachine(resource)) return [];
    return [...disksOfMachine(cluster, resource).map(({ key }) => key), ...sharedDisksOf(cluster, resource)];
  });
  return new Set(keys.filter((key) => key !== undefined));
}
