import type { Cluster } from './cluster';
import { isVirtualMachine } from './elements';
import type { ClusterNode, Disk, Group, Storage, VirtualMachine } from './elements';
import { resolvePath } from './paths';

/** Nodes that may own every resource of the group, in node order (semantics 2.3, S16). */
export function possibleOwners(cluster: Cluster, group: Group): readonly ClusterNode[] {
  const lists = group.resources.flatMap((resource) => {
    const owners = resource.values.possible_owners;
    return owners ? [new Set(owners.map((owner) => owner.key))] : [];
  });
  return cluster.nodes.all.filter((node) => lists.every((list) => list.has(node.key)));
}

/** Whether a node has a path to a storage by design: `nodes` left out means every node (language.md, Attributes). */
export function reaches(node: ClusterNode, storage: Storage | undefined): boolean {
  const nodes = storage?.values.nodes;
  return nodes === undefined || nodes.some((ref) => ref.key === node.key);
}

/** Nodes that have a path to the disk's storage by design, in node order. */
export function nodesWithPath(cluster: Cluster, disk: Disk): readonly ClusterNode[] {
  const storage = cluster.storages.get(disk.values.storage?.key);
  return cluster.nodes.all.filter((node) => reaches(node, storage));
}

/** The group whose resource a disk is; undefined for Available Storage, shared volumes and unclustered disks. */
export function groupOfDisk(cluster: Cluster, disk: Disk): Group | undefined {
  const resource = cluster.diskResources.get(disk.key);
  return resource && cluster.groups.get(resource.group);
}

/** Files of a virtual machine with their paths as written: its disks, and the parents of differencing disks. */
export function filesOf(
  machine: VirtualMachine,
): readonly { readonly path: string; readonly role: 'vhd' | 'parent' }[] {
  return machine.vhds.flatMap((vhd) => [
    { path: vhd.path.text, role: 'vhd' as const },
    ...(vhd.values.parent ? [{ path: vhd.values.parent.text, role: 'parent' as const }] : []),
  ]);
}

/** Declared disks that hold a file of the machine or are handed to it, each once, in the order met. Shared volumes included. */
export function disksOfMachine(cluster: Cluster, machine: VirtualMachine): readonly Disk[] {
  const found = new Set<Disk>();
  for (const { path } of filesOf(machine)) {
    const resolution = resolvePath(cluster, path);
    if (resolution.kind === 'volume') found.add(resolution.disk);
  }
  for (const passthrough of machine.passthroughDisks) {
    const disk = cluster.disks.get(passthrough.disk.key);
    if (disk) found.add(disk);
  }
  return [...found];
}

/** Virtual machines of a group, in order. */
export function machinesOf(group: Group): readonly VirtualMachine[] {
  return group.resources.filter(isVirtualMachine);
}

/** Whether the group should be online when a run starts (language.md, Settled readings, Required). */
export function shouldRun(group: Group): boolean {
  return (group.values.state ?? (group.values.priority === 'no_auto_start' ? 'offline' : 'online')) === 'online';
}
