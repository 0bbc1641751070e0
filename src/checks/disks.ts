import type { Cluster } from '../model/cluster';
import type { ClusterNode, Disk, Group, Resource, Volume } from '../model/elements';
import { possibleOwners, reaches } from '../model/owners';
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
  /** A file share: every node that reaches it has it, and no group owns it (language.md, Declarations). */
  | { readonly kind: 'share' }
  | { readonly kind: 'group'; readonly group: Group; readonly resource: Resource };

/** Where a disk stands in the cluster. */
export function homeOf(cluster: Cluster, disk: Disk): Home {
  if (kindOfStorage(cluster, disk) === 'smb') return { kind: 'share' };
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
  return kindOfStorage(cluster, disk) === 'third_party' ? 'storage_class' : 'physical_disk';
}

/**
 * Whether the built-in type is the one for a disk. Whether a third-party solution supports the release only the user can say, so a
 * fix that brings in its resource is not a preferred one.
 */
export function isBuiltIn(cluster: Cluster, disk: Disk): boolean {
  return diskResourceKeyword(cluster, disk) === 'physical_disk';
}

function kindOfStorage(cluster: Cluster, disk: Disk): string | undefined {
  return cluster.storages.get(disk.values.storage?.key)?.values.kind;
}

/**
 * The groups a disk is torn between, in the order met: those with a virtual disk or a configuration file on any of its
 * volumes, and the one with its resource. One group, or none, is as it should be (semantics 7.1 ST-2). Of two resources only
 * that of the group with the files counts: the other one is a fault of its own.
 */
export function groupsOnDisk({ cluster, facts }: Checked, disk: Disk): readonly Group[] {
  const home = homeOf(cluster, disk);
  if (home.kind !== 'group' && home.kind !== 'available') return [];
  const users = [...new Set(facts.filesOnDisk(disk.key).map((file) => file.group))];
  const [user] = users;
  if (user && users.length === 1 && facts.resourcesOfDisk(disk.key).some(({ group }) => group === user.key)) {
    return users;
  }
  const owner = home.kind === 'group' ? [home.group] : [];
  return [...new Set([...owner, ...users])];
}

/**
 * The group a disk moves with: that of its resource, or the one whose files on it call for a resource there. Undefined for a
 * disk of Available Storage without such files, and for one that no group can own.
 */
export function groupOfDisk(design: Checked, disk: Disk): Group | undefined {
  const home = homeOf(design.cluster, disk);
  return home.kind === 'group' ? home.group : groupsOnDisk(design, disk)[0];
}

/** Nodes that can bring a disk online: those with a path to it that may own the group it is in, in node order. */
export function nodesOfDisk(cluster: Cluster, disk: Disk): readonly ClusterNode[] {
  const home = homeOf(cluster, disk);
  const owners = home.kind === 'group' ? possibleOwners(cluster, home.group) : cluster.nodes.all;
  const storage = cluster.storages.get(disk.values.storage?.key);
  return owners.filter((node) => reaches(node, storage));
}

/** How a volume is called in a sentence: by its path, or by its GUID where it has none. */
export function nameOfVolume({ path, values }: Volume): string {
  return path?.text ?? (values.guid === undefined ? 'a volume' : `volume ${values.guid}`);
}
