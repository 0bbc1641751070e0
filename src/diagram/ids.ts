import type { Disk, Resource, VirtualMachine, Volume } from '../model/elements';

/** The ids of a scene: kind and name, in the spelling of the declaration. They are what clicks and marks are sent by. */
export const ids = {
  node: (name: string) => `node:${name}`,
  disk: (name: string) => `disk:${name}`,
  group: (name: string) => `group:${name}`,
  resource: (name: string) => `resource:${name}`,
  file: (path: string) => `file:${path.toLowerCase()}`,
  passthrough: (disk: string) => `passthrough:${disk}`,
  witness: (name: string) => `witness:${name}`,
  coordinator: (disk: string) => `coordinator:${disk}`,
  /** A volume that no disk of the design carries: local to a node, or not declared at all. */
  looseVolume: (node: string, root: string) => `volume:${node}/${root}`,
  /** `path` leads through the operands of the expression: empty for the outermost gate. */
  gate: (resource: string, path: readonly number[]) => ['gate:' + resource, ...path].join('/'),
  /** A provider that is named and is not there. */
  absent: (name: string) => `absent:${name}`,
  lane: (name: string) => `lane:${name}`,
} as const;

/** Containers that gather what no node owns. */
export const gatherings = {
  sharedVolumes: 'gathering:shared volumes',
  noOwner: 'gathering:no owner',
  notClustered: 'gathering:not clustered',
} as const;

/** The id of a volume: its disk and its path, or its GUID where it has no path. */
export function volumeId(disk: Disk, volume: Volume): string {
  return `volume:${disk.name}/${volume.path?.text ?? volume.values.guid ?? ''}`;
}

/** The id of a virtual machine: a resource of its group, or a machine of its own outside any group. */
export function machineId(machine: VirtualMachine): string {
  return machine.group === '' ? `virtual_machine:${machine.name}` : ids.resource(machine.name);
}

/** The id of a resource, virtual machines included. */
export function resourceId(resource: Resource): string {
  return resource.kind === 'virtual_machine' ? machineId(resource) : ids.resource(resource.name);
}
