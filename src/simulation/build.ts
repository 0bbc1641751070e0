import type { Cluster } from '../model/cluster';
import type { ClusterNode } from '../model/elements';
import { shouldRun } from '../model/owners';
import { subjectOf } from './engine';
import type {
  Engine,
  GroupRun,
  LocalMachine,
  LooseDisk,
  MachineRun,
  NodeRun,
  ResourceRun,
  WorkloadRun,
} from './engine';
import { createQueue } from './queue';
import { createRecorder } from './recorder';
import type { ClusterState } from './state';
import { structureOf } from './structure';
import type { GroupPart, ResourcePart } from './structure';

function nodeRun(node: ClusterNode): NodeRun {
  const { state } = node.values;
  return {
    node,
    subject: subjectOf('node', node.name),
    powered: state !== 'down',
    service: state === 'down' ? 'stopped' : 'running',
    paused: state === 'paused',
    member: state !== 'down',
    leaving: false,
    lastEvent: null,
    detection: undefined,
    boot: undefined,
    groups: new Set(),
    incoming: new Set(),
  };
}

function resourceRun(part: ResourcePart, group: GroupRun, runs: boolean): ResourceRun {
  const machine = part.machine?.values.state;
  return {
    part,
    subject: subjectOf('resource', part.resource.name),
    group,
    state: 'offline',
    wanted: runs && (machine === undefined || machine === 'running'),
    halted: false,
    restarts: [],
    transition: undefined,
    retry: undefined,
    vain: new Set(),
    broken: false,
    saved: machine === 'saved',
    lastEvent: null,
  };
}

function groupRun(part: GroupPart): GroupRun {
  const resources: ResourceRun[] = [];
  const machines: ResourceRun[] = [];
  const group: GroupRun = {
    part,
    subject: subjectOf('group', part.group.name),
    resources,
    machines,
    owner: undefined,
    state: 'offline',
    cause: null,
    move: undefined,
    live: undefined,
    failovers: [],
    tried: new Set(),
    queued: false,
    stopping: false,
    stranded: false,
    hopeless: new Set(),
    circles: false,
    attemptsEpoch: 0,
    failback: undefined,
  };
  for (const one of part.parts) resources.push(resourceRun(one, group, shouldRun(part.group)));
  machines.push(...resources.filter((resource) => resource.part.machine));
  return group;
}

/** By key; of equal names the first counts, as in the model. */
function byKey<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const one of all) if (!map.has(keyOf(one))) map.set(keyOf(one), one);
  return map;
}

function workloadRuns(cluster: Cluster): ReadonlyMap<string, WorkloadRun> {
  const runs = cluster.workloads.all.map((workload): WorkloadRun => ({
    workload,
    machine: cluster.virtualMachines.get(workload.machine)?.name ?? workload.machine,
    subject: subjectOf('workload', workload.name),
    failed: false,
    starting: undefined,
  }));
  return byKey(runs, ({ workload }) => workload.key);
}

function machineRuns(cluster: Cluster, workloads: ReadonlyMap<string, WorkloadRun>): ReadonlyMap<string, MachineRun> {
  const runs = cluster.virtualMachines.all.map((machine): MachineRun => ({
    machine,
    subject: subjectOf('virtual_machine', machine.name),
    workloads: machine.workloads.map(({ key }) => workloads.get(key)).filter((one) => one !== undefined),
    paused: false,
    booting: undefined,
  }));
  return byKey(runs, ({ machine }) => machine.key);
}

function localMachines(
  machines: ReadonlyMap<string, MachineRun>,
  nodes: ReadonlyMap<string, NodeRun>,
): readonly LocalMachine[] {
  return [...machines.values()].flatMap((run): LocalMachine[] => {
    const host = run.machine.group === '' ? nodes.get(run.machine.values.host?.key ?? '') : undefined;
    if (!host) return [];
    const wanted = run.machine.values.state === 'running';
    return [{ run, host, wanted, active: wanted && host.powered, starting: undefined }];
  });
}

/** Disks of the cluster that no group has a resource for: witness, Available Storage, shared volumes (semantics 7.2). */
function looseDisks(cluster: Cluster): readonly LooseDisk[] {
  return cluster.disks.all
    .filter(({ key, values }) => values.clustered && !cluster.diskResources.get(key))
    .map(({ key, name }) => ({ key, subject: subjectOf('disk', name), owner: undefined }));
}

/** A run of the cluster before anything stands anywhere: no group has an owner and nothing is online. */
export function buildEngine(cluster: Cluster, initial: ClusterState): Engine {
  const nodes = byKey(cluster.nodes.all.map(nodeRun), ({ node }) => node.key);
  const groups = byKey(structureOf(cluster).groups.map(groupRun), ({ part }) => part.group.key);
  const resources = [...groups.values()].flatMap((group) => group.resources);
  const workloads = workloadRuns(cluster);
  const machines = machineRuns(cluster, workloads);
  return {
    cluster,
    queue: createQueue(),
    recorder: createRecorder(initial),
    nodes,
    groups,
    resources: byKey(resources, ({ part }) => part.resource.key),
    machines,
    workloads,
    localMachines: localMachines(machines, nodes),
    looseDisks: looseDisks(cluster),
    faults: { disks: new Set(), storages: new Set(), paths: new Set(), witness: false },
    now: 0,
    running: true,
    forced: false,
    dirty: new Set(),
    failures: [],
    roomMade: undefined,
    countPlanned: false,
    epoch: 0,
  };
}
