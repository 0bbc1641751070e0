import type { Cluster } from '../../model/cluster';
import type { Disk, Group, VirtualMachine } from '../../model/elements';
import { chainOf } from '../chain';
import { resolvePath } from '../../model/paths';
import type { Resolution } from '../../model/paths';
import type { PathValue } from '../../model/values';
import { groupsOnDisk, homeOf } from '../disks';
import { mountHostOf } from '../mounts';
import type { Checked } from '../rule';

/** A file that a virtual machine outside any group needs. */
export interface LooseFile {
  readonly path: PathValue;
  /** An ancestor is the parent of a parent: its path stands in another virtual hard disk. */
  readonly role: 'vhd' | 'parent' | 'ancestor' | 'configuration';
  readonly resolution: Resolution;
}

/** What must be in one group with a virtual machine, because a disk is on one node at a time as a whole (semantics 7.1 ST-2). */
export interface Belongings {
  /** The machine itself first. */
  readonly machines: readonly VirtualMachine[];
  /** By machine that comes along: the disk it shares with those before it. */
  readonly shared: ReadonlyMap<VirtualMachine, Disk>;
  /** Disks of Available Storage. */
  readonly disks: readonly Disk[];
  /** Groups that one of the disks is in, or that have files on it. */
  readonly groups: readonly Group[];
}

/** Files of a virtual machine outside any group: its disks, their parents all the way up, its configuration where it says so. */
export function looseFilesOf(design: Checked, { vhds, values }: VirtualMachine): readonly LooseFile[] {
  const { cluster } = design;
  const file = (path: PathValue | undefined, role: LooseFile['role']): readonly LooseFile[] =>
    path ? [{ path, role, resolution: resolvePath(cluster, path.text) }] : [];
  return [
    ...vhds.flatMap((vhd) => [
      ...file(vhd.path, 'vhd'),
      ...chainOf(vhd, design).flatMap((link) => file(link.values.parent, link === vhd ? 'parent' : 'ancestor')),
    ]),
    ...file(values.configuration_path, 'configuration'),
  ];
}

/** Disks that hold a file of the machine or are handed to it, each once. */
export function disksOf(design: Checked, machine: VirtualMachine): readonly Disk[] {
  const disks = new Set<Disk>();
  for (const { resolution } of looseFilesOf(design, machine))
    if (resolution.kind === 'volume') disks.add(resolution.disk);
  for (const { disk: ref } of machine.passthroughDisks) {
    const disk = design.cluster.disks.get(ref.key);
    if (disk) disks.add(disk);
  }
  return [...disks];
}

/** Everything that hangs together with the machine by disks, mount points included (semantics 7.1 ST-2, ST-6; 10.4). */
export function belongingsOf(design: Checked, machine: VirtualMachine): Belongings {
  const { cluster, facts } = design;
  const machines = new Set<VirtualMachine>();
  const shared = new Map<VirtualMachine, Disk>();
  const seen = new Set<Disk>();
  const available = new Set<Disk>();
  const groups = new Set<Group>();
  const openMachines = [machine];
  const takeDisk = (start: Disk): void => {
    const open = [start];
    for (let disk = open.pop(); disk; disk = open.pop()) {
      const home = homeOf(cluster, disk);
      if (seen.has(disk) || (home.kind !== 'group' && home.kind !== 'available')) continue;
      seen.add(disk);
      if (home.kind === 'available') available.add(disk);
      for (const group of groupsOnDisk(design, disk)) groups.add(group);
      for (const other of facts.looseOnDisk(disk.key)) {
        if (!machines.has(other) && !shared.has(other) && other !== machine) {
          shared.set(other, disk);
          openMachines.push(other);
        }
      }
      if (home.kind === 'available') open.push(...neighbours(cluster, design, disk));
    }
  };
  for (let one = openMachines.shift(); one; one = openMachines.shift()) {
    machines.add(one);
    for (const disk of disksOf(design, one)) takeDisk(disk);
  }
  return { machines: [...machines], shared, disks: [...available], groups: [...groups] };
}

/** Disks that must be in one group with a disk: those its volumes are mounted on, and those mounted on it. */
function neighbours(cluster: Cluster, { facts }: Checked, disk: Disk): readonly Disk[] {
  const hosts = disk.volumes.flatMap((volume) => {
    const host = mountHostOf(cluster, volume);
    return host?.kind === 'disk' ? [host.disk] : [];
  });
  return [...hosts, ...facts.mountedOn(disk.key)];
}
