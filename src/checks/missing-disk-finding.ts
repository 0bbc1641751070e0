import type { Fix } from '../language/finding';
import type { Cluster } from '../model/cluster';
import type { Group, VirtualMachine, VirtualMachineConfiguration } from '../model/elements';
import { isBuiltIn } from './disks';
import { addNeededDisk } from './needed-disks';
import type { NeededDisk } from './needed-disks';
import { failsToStart } from './phrases';
import type { Found } from './rule';
import { headerOf } from './written';

/** The finding of a resource that does not depend on a disk it needs; `machine` is the virtual machine that will not start. */
export function missingDisk(
  cluster: Cluster,
  group: Group,
  resource: VirtualMachine | VirtualMachineConfiguration,
  needed: NeededDisk,
  machine: string,
): Found {
  const { disk, use, isAvailable } = needed;
  const edits = addNeededDisk(cluster, group, resource, needed);
  const title = isAvailable
    ? `Add disk ${disk.name} to group ${group.name} and make ${resource.name} depend on it`
    : `Make ${resource.name} depend on ${disk.name}`;
  const preferred = !isAvailable || isBuiltIn(cluster, disk);
  const fixes: readonly Fix[] = edits ? [{ title, preferred, edits }] : [];
  const what = isAvailable
    ? `and the disk is in Available Storage, not in group ${group.name}: ${failsToStart(cluster, group, machine)}, because the disk stays behind`
    : `so it may be brought online before the disk: ${failsToStart(cluster, group, machine)} if the disk comes later`;
  return {
    message: `${resource.name} does not depend on disk ${disk.name}, which holds ${holds(needed, resource)}, ${what}.`,
    place: headerOf(resource),
    related: [use],
    fixes,
  };
}

function holds({ use }: NeededDisk, resource: VirtualMachine | VirtualMachineConfiguration): string {
  const { declaration, span } = use.place;
  const text = declaration.text.slice(span.start, span.end).replaceAll('"', '');
  return text.includes('\\') ? text : `the data of ${resource.name}`;
}
