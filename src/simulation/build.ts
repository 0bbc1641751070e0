import type { Cluster } from '../model/cluster';
import type { ClusterNode } from '../model/elements';
import { nodeMb } from '../model/memory';
import { shouldRun } from '../model/owners';
import { isUp, subjectOf } from './engine';
import type {
  Engine,
  Faults,
  GroupRun,
  LocalMachine,
  LooseDisk,
  MachineRun,
  NodeRun,
  ResourceRun,
  WorkloadRun,
} from './engine';
import { createHistory } from './placementRecord';
import { guestDisks } from './guestModel';
import { createQueue } from './queue';
import type { TaskQueue } from './queue';
import { createRecorder } from './recorder';
import type { Recorder } from './recorder';
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
    silentSince: undefined,
    apart: undefined,
    isolations: [],
    isolation: undefined,
    quarantine: undefined,
    drain: undefined,
    migrations: 0,
    boot: undefined,
    groups: new Set(),
    incoming: new Set(),
    capacityMb: nodeMb(node),
    locals: [],
    load: { committedMb: 0, usedMb: 0 },
    starting: 0,
    waitingStarts: new Set(),
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
    onlineSince: 0,
    poll: undefined,
    retries: 0,
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
    conflict: false,
    turn: undefined,
    waitsSince: undefined,
    booked: undefined,
    stopping: false,
    stranded: false,
    hopeless: new Set(),
    circles: false,
    attemptsEpoch: 0,
    unmonitored: undefined,
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
    condition: 'off',
    lastEvent: null,
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

/**
 * Disks of the cluster that no group has a resource for: witness, Available Storage, shared volumes (semantics 7.2). Those
 * that a guest cluster uses are not the host cluster's.
 */
function looseDisks(cluster: Cluster): readonly LooseDisk[] {
  const inside = guestDisks(cluster);
  return cluster.disks.all
    .filter(({ key, values }) => values.clustered && !cluster.diskResources.get(key) && !inside.has(key))
    .map(({ key, name }) => ({ key, subject: subjectOf('disk', name), owner: undefined }));
}

/** What all clusters of a run have in common: the time line of what is planned, and the trace. */
export interface Shared {
  readonly queue: TaskQueue;
  readonly recorder: Recorder;
  /** Disks and storages that have failed, for everybody who uses them. */
  readonly faults: Pick<Faults, 'disks' | 'storages'>;
}

/** What the clusters of a run that is about to begin have in common. */
export function sharedFrom(initial: ClusterState): Shared {
  return {
    queue: createQueue(),
    recorder: createRecorder(initial),
    faults: { disks: new Set(), storages: new Set() },
  };
}

/** Resources by key; a run in which only nodes fail never asks for them. */
function resourcesOf(groups: Iterable<GroupRun>): ReadonlyMap<string, ResourceRun> {
  const all = [...groups].flatMap((group) => group.resources);
  return byKey(all, ({ part }) => part.resource.key);
}

/** A run of the cluster before anything stands anywhere: no group has an owner and nothing is online. */
export function buildEngine(cluster: Cluster, { queue, recorder, faults }: Shared): Engine {
  const nodes = byKey(cluster.nodes.all.map(nodeRun), ({ node }) => node.key);
  const groups = byKey(structureOf(cluster).groups.map(groupRun), ({ part }) => part.group.key);
  let resources: ReadonlyMap<string, ResourceRun> | undefined;
  const workloads = workloadRuns(cluster);
  const machines = machineRuns(cluster, workloads);
  const locals = localMachines(machines, nodes);
  for (const local of locals) local.host.locals.push(local);
  return {
    cluster,
    queue,
    recorder,
    nodes,
    groups,
    get resources() {
      resources ??= resourcesOf(groups.values());
      return resources;
    },
    machines,
    workloads,
    localMachines: locals,
    looseDisks: looseDisks(cluster),
    guests: [],
    farms: [],
    faults: {
      ...faults,
      paths: new Set(),
      networks: new Set(),
      links: new Set(),
      isolated: new Set(),
      splits: [],
      witness: false,
    },
    lostContacts: new Map(),
    reviewPlanned: undefined,
    coreOwner: [...nodes.values()].find(isUp),
    liveWaiting: new Set(),
    draining: new Set(),
    history: createHistory(nodes.values()),
    now: 0,
    running: true,
    forced: false,
    dirty: new Set(),
    failures: [],
    roomMade: undefined,
    startsFreed: new Map(),
    formed: undefined,
    countPlanned: false,
    epoch: 0,
  };
}
