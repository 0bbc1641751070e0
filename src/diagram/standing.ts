import type { Cluster } from '../model/cluster';
import type { ClusterNode, Disk, Group, Resource, VirtualMachine } from '../model/elements';
import type { ClusterState } from '../simulation/state';

/**
 * What things are and who owns them at the moment that is drawn: from the state of a run where there is one, else as the
 * design says that a run starts (language.md, Scenario statements). Words are the product's (cli.md, Shapes).
 */
export interface Standing {
  /** Name of the node that owns the group, as declared; undefined where none does. */
  ownerOf(group: Group): string | undefined;
  /** Name of the node that owns the disk; undefined where none does. */
  ownerOfDisk(disk: Disk): string | undefined;
  /** Name of the node a virtual machine lives on. */
  hostOf(machine: VirtualMachine): string | undefined;
  nodeState(node: ClusterNode): string;
  groupState(group: Group): string;
  resourceState(resource: Resource): string;
  diskState(disk: Disk): string;
}

/** What of a standing can be said of things by kind and name alone. */
interface Recorded {
  text(
    kind: 'node' | 'group' | 'resource' | 'disk',
    name: string,
    property: 'state' | 'owner' | 'status',
  ): string | undefined;
}

function recorded(state: ClusterState | undefined): Recorded {
  return {
    text: (kind, name, property) => {
      const value = state?.get(kind, name, property);
      return typeof value === 'string' && value !== '' ? value : undefined;
    },
  };
}

/** Whether a group should be online when a run starts (language.md, Settled readings, Required). */
function shouldRun(group: Group): boolean {
  return (group.values.state ?? (group.values.priority === 'no_auto_start' ? 'offline' : 'online')) === 'online';
}

/** What holds of the design at `state`; without a state, at the start of a run. */
export function standingOf(cluster: Cluster, state: ClusterState | undefined): Standing {
  const record = recorded(state);
  const nodeState = (node: ClusterNode): string => record.text('node', node.name, 'state') ?? node.values.state;
  const nameOfNode = (key: string | undefined): string | undefined => cluster.nodes.get(key)?.name;
  const lowestUp = (): string | undefined => cluster.nodes.all.find((node) => nodeState(node) === 'up')?.name;

  const ownerOf = (group: Group): string | undefined => {
    if (state) return record.text('group', group.name, 'owner');
    const declared = group.values.owner ?? group.values.preferred_owners?.[0];
    if (group.guestCluster !== undefined) return declared?.name;
    return nameOfNode(declared?.key) ?? cluster.nodes.all[0]?.name;
  };
  const groupOf = (disk: Disk): Group | undefined => cluster.groups.get(cluster.diskResources.get(disk.key)?.group);
  const resourceState = (resource: Resource): string => {
    const known = record.text('resource', resource.name, 'status') ?? record.text('resource', resource.name, 'state');
    if (known !== undefined) return known;
    const group = cluster.groups.get(resource.group);
    const stopped = resource.kind === 'virtual_machine' && resource.values.state !== 'running';
    return stopped || (group && !shouldRun(group)) ? 'offline' : 'online';
  };

  return {
    ownerOf,
    ownerOfDisk: (disk) => {
      const group = groupOf(disk);
      if (group) return ownerOf(group);
      if (!disk.values.clustered) return undefined;
      return nameOfNode(record.text('disk', disk.name, 'owner')?.toLowerCase()) ?? lowestUp();
    },
    hostOf: (machine) => {
      if (machine.group === '') return nameOfNode(machine.values.host?.key);
      const group = cluster.groups.get(machine.group);
      return group && ownerOf(group);
    },
    nodeState,
    groupState: (group) =>
      record.text('group', group.name, 'status') ??
      record.text('group', group.name, 'state') ??
      (shouldRun(group) ? 'online' : 'offline'),
    resourceState,
    diskState: (disk) => {
      const resource = cluster.diskResources.get(disk.key);
      return record.text('disk', disk.name, 'state') ?? (resource ? resourceState(resource) : 'online');
    },
  };
}
