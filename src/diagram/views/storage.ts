import type { VirtualMachine } from '../../model/elements';
import { countOf, listOf } from '../../model/words';
import { gatherings, ids, machineId } from '../ids';
import type { Scene, SceneEdge, SceneNode } from '../scene';
import { line, size } from '../words';
import { diskNodes, gatheringsUsed, nodeNode } from './storage-disks';
import { mapFiles } from './storage-files';
import type { Sight } from './sight';

/** What a machine is for: its guest cluster, its first workload, or its group. */
function purpose(machine: VirtualMachine, { cluster }: Sight): string | undefined {
  const guest = cluster.guestClusters.all.find(({ values }) => values.members?.some(({ key }) => key === machine.key));
  if (guest) return `guest cluster ${guest.name}`;
  if (machine.group === '') return 'not clustered';
  return machine.workloads[0]?.name ?? `group ${cluster.groups.get(machine.group)?.name ?? machine.group}`;
}

function machineNode(machine: VirtualMachine, home: string, sight: Sight): SceneNode {
  const { standing, counts } = sight;
  const id = machineId(machine);
  const host = standing.hostOf(machine);
  const elsewhere = home === gatherings.sharedVolumes && host !== undefined;
  const memory = machine.values.memory === undefined ? undefined : size(machine.values.memory);
  return {
    id,
    kind: 'virtual_machine',
    label: machine.name,
    detail: line(memory, elsewhere ? `runs on ${host}` : purpose(machine, sight)),
    parent: home,
    state: standing.resourceState(machine),
    findings: counts.get(id),
  };
}

const withoutMemory: ReadonlySet<string> = new Set(['offline', 'failed', 'queued']);

/** Bytes of memory that the machines on a node take, by the node's name; those that are off take none. */
function memoryInUse({ cluster, standing }: Sight): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  for (const machine of cluster.virtualMachines.all) {
    const host = standing.hostOf(machine);
    if (host === undefined || withoutMemory.has(standing.resourceState(machine))) continue;
    used.set(host, (used.get(host) ?? 0) + (machine.values.memory ?? 0));
  }
  return used;
}

const mostNamed = 3;

/** `Runs WEB1 and WEB2 from shared volumes.` for each node that does, by its name. */
function sharedWork({ cluster, standing }: Sight, homes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const running = new Map<string, string[]>();
  for (const machine of cluster.virtualMachines.all) {
    const host = standing.hostOf(machine);
    if (host === undefined || homes.get(machineId(machine)) !== gatherings.sharedVolumes) continue;
    running.set(host, [...(running.get(host) ?? []), machine.name]);
  }
  const sentence = (names: readonly string[]): string => {
    const rest = names.length - mostNamed;
    const shown = rest > 1 ? [...names.slice(0, mostNamed), `${rest} more`] : names;
    return `Runs ${listOf(shown)} from shared volumes.`;
  };
  return new Map([...running].map(([host, names]) => [host, sentence(names)]));
}

/** Storage ownership: nodes, the disks each owns, the volumes and files on them, and the virtual machines that need the files. */
export function storageScene(sight: Sight): Scene {
  const { cluster } = sight;
  const files = mapFiles(sight);
  const machines = cluster.virtualMachines.all;
  const wholeDisks = new Set(machines.flatMap(({ passthroughDisks }) => passthroughDisks.map(({ disk }) => disk.key)));
  const memory = memoryInUse(sight);
  const disks = cluster.disks.all.map((disk) => diskNodes(disk, files.use, wholeDisks.has(disk.key), sight));
  const machineNodes = machines.map((one) =>
    machineNode(one, files.homes.get(machineId(one)) ?? gatherings.noOwner, sight),
  );
  const passthroughEdges = machines.flatMap((machine) =>
    machine.passthroughDisks.flatMap(({ disk }): readonly SceneEdge[] => {
      const declared = cluster.disks.get(disk.key);
      if (!declared) return [];
      const from = ids.passthrough(declared.name);
      const to = machineId(machine);
      return [{ id: `stores:${from}>${to}`, from, to, kind: 'stores' }];
    }),
  );
  const contents = [...disks.flatMap(({ nodes }) => nodes), ...files.looseVolumes, ...files.nodes, ...machineNodes];
  const homes = new Set(contents.flatMap(({ parent }) => parent ?? []));
  const work = sharedWork(sight, files.homes);
  const nodes = cluster.nodes.all.map((node): SceneNode => {
    const note = work.get(node.name);
    return { ...nodeNode(node, memory.get(node.name) ?? 0, sight), ...(note === undefined ? {} : { note }) };
  });
  const counts = [
    countOf(nodes.length, 'node'),
    countOf(cluster.disks.all.length, 'disk'),
    countOf(machines.length, 'VM'),
  ];
  return {
    view: 'storage',
    title: cluster.name,
    subtitle: counts.join(', '),
    nodes: [...nodes, ...gatheringsUsed(homes), ...contents],
    edges: [...disks.flatMap(({ edges }) => edges), ...files.edges, ...passthroughEdges],
  };
}
