import type { Cluster } from '../model/cluster';
import type { Disk, Group, Resource } from '../model/elements';
import { witnessDisk } from './references';
import type { Checked } from './rule';

/** Where a disk stands in the cluster. */
export type Home =
  /** Not managed by the cluster. */
  | { readonly kind: 'unclustered' }
  /** A cluster shared volume: every node has it, no group owns it (semantics 7.2). */
  | { readonly kind: 'shared' }
  /** The witness, or a disk of a guest cluster: nothing that a group of the host cluster may own. */
  | { readonly kind: 'reserved' }
  /** Clustered and in no group: Available Storage (language.md, Settled readings). */
  | { readonly kind: 'available' }
  | { readonly kind: 'group'; readonly group: Group; readonly resource: Resource };

/** Where a disk stands in the cluster. */
export function homeOf(cluster: Cluster, disk: Disk): Home {
  if (!disk.values.clustered) return { kind: 'unclustered' };
  if (disk.values.shared_volume) return { kind: 'shared' };
  const resource = cluster.diskResources.get(disk.key);
  if (!resource) return { kind: isWitness(cluster, disk) ? 'reserved' : 'available' };
  const group = cluster.groups.get(resource.group);
  return group?.resources.includes(resource) === true ? { kind: 'group', group, resource } : { kind: 'reserved' };
}

function isWitness(cluster: Cluster, disk: Disk): boolean {
  return cluster.quorum !== undefined && witnessDisk(cluster.quorum)?.key === disk.key;
}

/** The block that makes a disk a resource of a group: the built-in type, or that of a third-party solution. */
export function diskResourceKeyword(cluster: Cluster, disk: Disk): 'physical_disk' | 'storage_class' {
  const kind = cluster.storages.get(disk.values.storage?.key)?.values.kind;
  return kind === 'third_party' ? 'storage_class' : 'physical_disk';
}

/**
 * The groups a disk is torn between, in the order met: those with a virtual disk or a configuration file on any of its
 * volumes, and the one with its resource. One group, or none, is as it should be (semantics 7.1 ST-2).
 */
export function groupsOnDisk({ cluster, facts }: Checked, disk: Disk): readonly Group[] {
  const home = homeOf(cluster, disk);
  if (home.kind !== 'group' && home.kind !== 'available') return [];
  const owner = home.kind === 'group' ? [home.group] : [];
  return [...new Set([...owner, ...facts.filesOnDisk(disk.key).map((file) => file.group)])];
}
