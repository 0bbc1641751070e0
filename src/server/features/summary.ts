import type { DeclaredName } from '../../checks/names';
import { standingOf } from '../../diagram/standing';
import type { Cluster } from '../../model/cluster';
import { groupOfDisk, machinesOf } from '../../model/owners';
import { countOf, listOf } from '../../model/words';
import { freeMemory, sayFree, saySize } from './memory';

/** A kind of thing in words: `virtual machine`. */
export function sayKind(kind: string): string {
  return kind.replaceAll('_', ' ');
}

type Facts = (cluster: Cluster, key: string) => readonly (string | undefined)[];

function withSize(bytes: number | undefined, what: string): string | undefined {
  return bytes === undefined ? undefined : `${saySize(bytes)} ${what}`;
}

const ofDisk: Facts = (cluster, key) => {
  const disk = cluster.disks.get(key);
  if (!disk) return [];
  const { size, storage, lun, shared_volume: shared, clustered } = disk.values;
  const group = groupOfDisk(cluster, disk);
  const paths = disk.volumes.flatMap(({ path }) => path?.text ?? []);
  return [
    withSize(size, 'in size'),
    storage && `on ${storage.name}${lun === undefined ? '' : `, LUN ${lun}`}`,
    paths.length > 0 ? `holds ${listOf(paths)}` : undefined,
    group ? `in group ${group.name}` : shared ? 'cluster shared volume' : clustered ? 'in no group' : 'not clustered',
  ];
};

const ofMachine: Facts = (cluster, key) => {
  const machine = cluster.virtualMachines.get(key);
  if (!machine) return [];
  const group = cluster.groups.get(machine.group);
  const { host, memory, processors } = machine.values;
  return [
    withSize(memory, 'memory'),
    countOf(processors, 'processor'),
    group ? `in group ${group.name}` : host ? `on ${host.name}, not clustered` : 'not clustered',
  ];
};

/** What is worth knowing of a thing, by the keyword of its block. */
const facts: Readonly<Record<string, Facts>> = {
  node: (cluster, key) => {
    const node = cluster.nodes.get(key);
    const free = freeMemory(cluster).get(key);
    return [
      withSize(node?.values.memory, 'memory'),
      node?.values.memory === undefined || free === undefined ? undefined : sayFree(free),
      node?.values.processors === undefined ? undefined : countOf(node.values.processors, 'processor'),
      node && node.values.state !== 'up' ? node.values.state : undefined,
    ];
  },
  network: (cluster, key) => {
    const network = cluster.networks.get(key);
    return [network?.values.subnet, network && `carries ${sayKind(network.values.role)} traffic`];
  },
  storage: (cluster, key) => {
    const count = cluster.disks.all.filter(({ values }) => values.storage?.key === key).length;
    const kind = cluster.storages.get(key)?.values.kind;
    return [kind && sayKind(kind), countOf(count, 'disk')];
  },
  disk: ofDisk,
  physical_disk: ofDisk,
  storage_class: ofDisk,
  virtual_machine: ofMachine,
  group: (cluster, key) => {
    const group = cluster.groups.get(key);
    const owner = group && standingOf(cluster, undefined).ownerOf(group);
    return [
      owner === undefined ? undefined : `owned by ${owner}`,
      group && countOf(machinesOf(group).length, 'virtual machine'),
      group && countOf(group.resources.length, 'resource'),
    ];
  },
  workload: (cluster, key) => {
    const workload = cluster.workloads.get(key);
    const machine = cluster.virtualMachines.get(workload?.machine);
    return [machine && `in ${machine.name}`, workload && (workload.values.monitored ? 'monitored' : 'not monitored')];
  },
  guest_cluster: (cluster, key) => {
    const guest = cluster.guestClusters.get(key);
    return [guest?.values.members && `members ${listOf(guest.values.members.map(({ name }) => name))}`];
  },
  nlb_cluster: (cluster, key) => {
    const farm = cluster.nlbClusters.get(key);
    return [farm?.values.members && `members ${listOf(farm.values.members.map(({ name }) => name))}`];
  },
  scenario: (cluster, key) => {
    const scenario = cluster.scenarios.get(key);
    return [scenario && countOf(scenario.statements.length, 'statement')];
  },
};

const ofResource: Facts = (cluster, key) => {
  const group = cluster.groups.get(cluster.resources.get(key)?.group);
  return [group && `in group ${group.name}`];
};

/** The main values of a thing in a few words each: `32 GB memory`, `12 GB free`. */
export function factsOf(cluster: Cluster, { kind, key }: Pick<DeclaredName, 'kind' | 'key'>): readonly string[] {
  return (facts[kind] ?? ofResource)(cluster, key).flatMap((fact) => fact ?? []);
}
