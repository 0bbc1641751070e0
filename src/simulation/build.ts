import type { Cluster } from '../model/cluster';
import type { ClusterNode, VirtualMachine } from '../model/elements';
import { nodeMb } from '../model/memory';
import { shouldRun } from '../model/owners';
import { isUp, subjectOf } from './engine';
import type {
  Engine,
  Faults,
  GroupRun,
  Load,
  LocalMachine,
  MachineRun,
  NodeRun,
  ResourceRun,
  WorkloadRun,
} from './engine';
import { createFollowers } from './followers';
import { derivedState } from './groupState';
import { bookingOf } from './load';
import { onDemand } from './onDemand';
import type { OnDemand } from './onDemand';
import { ownedGroups } from './ownedGroups';
import type { OwnedGroups } from './ownedGroups';
import { createHistory } from './placementRecord';
import { createQueue } from './queue';
import type { TaskQueue } from './queue';
import { createRecorder } from './recorder';
import type { Recorder } from './recorder';
import type { ClusterState } from './state';
import { structureOf } from './structure';
import type { GroupPart, PlacedWorkload, ResourcePart, ResourcePlace } from './structure';
import type { ResourceState, Subject } from './trace';

/** How a group stands when a run begins. */
export interface GroupStart {
  readonly owner: ClusterNode | undefined;
  /** By the order of its resources. */
  readonly states: readonly ResourceState[];
  readonly stranded: boolean;
}

/** How everything stands when a run begins, by key; read when something is first asked for. */
export interface Beginning {
  readonly groups: ReadonlyMap<string, GroupStart>;
  /** Keys of the groups of each node, in the order of the file. */
  readonly owned: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the groups of each node have booked there. */
  readonly loads: ReadonlyMap<string, Load>;
  /** Whether the guest in a virtual machine serves. */
  serves(machine: VirtualMachine): boolean;
}

const noKeys: ReadonlySet<string> = new Set();

const nowhere: Beginning = { groups: new Map(), owned: new Map(), loads: new Map(), serves: () => false };

function nodeRun(node: ClusterNode, groups: OwnedGroups, load: Load | undefined): NodeRun {
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
    groups,
    incoming: new Set(),
    capacityMb: nodeMb(node),
    locals: [],
    load: {
      committedMb: load?.committedMb ?? 0,
      usedMb: load?.usedMb ?? 0,
      byPriority: new Map(load?.byPriority),
    },
    starting: 0,
    waitingStarts: new Set(),
  };
}

function resourceRun(part: ResourcePart, group: GroupRun, runs: boolean, state: ResourceState): ResourceRun {
  const machine = part.machine?.values.state;
  return {
    part,
    subject: part.subject,
    group,
    state,
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

function groupRun(part: GroupPart, start: GroupStart | undefined, owner: NodeRun | undefined): GroupRun {
  const resources: ResourceRun[] = [];
  const machines: ResourceRun[] = [];
  const group: GroupRun = {
    part,
    subject: part.subject,
    resources,
    machines,
    owner,
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
    stranded: start?.stranded ?? false,
    hopeless: new Set(),
    circles: false,
    attemptsEpoch: 0,
    unmonitored: undefined,
    failback: undefined,
  };
  const runs = shouldRun(part.group);
  for (const one of part.parts) {
    const resource = resourceRun(one, group, runs, start?.states[one.order] ?? 'offline');
    resources.push(resource);
    if (one.machine) machines.push(resource);
  }
  group.state = derivedState(resources);
  if (start) group.booked = bookingOf(group);
  return group;
}

function workloadRun(cluster: Cluster, workload: PlacedWorkload): WorkloadRun {
  return {
    workload,
    machine: cluster.virtualMachines.get(workload.machine)?.name ?? workload.machine,
    subject: subjectOf('workload', workload.name),
    failed: false,
    starting: undefined,
  };
}

function machineRun(machine: VirtualMachine, workloads: OnDemand<WorkloadRun>, serves: boolean): MachineRun {
  return {
    machine,
    subject: subjectOf('virtual_machine', machine.name),
    workloads: machine.workloads.map(({ key }) => workloads.get(key)).filter((one) => one !== undefined),
    paused: false,
    booting: undefined,
    condition: serves ? 'serving' : 'off',
    lastEvent: null,
  };
}

function localMachines(
  outside: readonly VirtualMachine[],
  machines: OnDemand<MachineRun>,
  nodes: ReadonlyMap<string, NodeRun>,
): readonly LocalMachine[] {
  return outside.flatMap(({ key, values }): LocalMachine[] => {
    const run = machines.get(key);
    const host = nodes.get(values.host?.key ?? '');
    if (!run || !host) return [];
    const wanted = values.state === 'running';
    return [{ run, host, wanted, active: wanted && host.powered, starting: undefined }];
  });
}

/** What all clusters of a run have in common: the time line of what is planned, the trace, and what time it is. */
export interface Shared {
  readonly queue: TaskQueue;
  readonly recorder: Recorder;
  /** Disks and storages that have failed, for everybody who uses them. */
  readonly faults: Pick<Faults, 'disks' | 'storages'>;
  readonly clock: { now_ms: number };
}

/** What the clusters of a run that is about to begin have in common; `told` is called with the subject of each event. */
export function sharedFrom(initial: ClusterState, told?: (subject: Subject) => void): Shared {
  return {
    queue: createQueue(),
    recorder: createRecorder(initial, told),
    faults: { disks: new Set(), storages: new Set() },
    clock: { now_ms: 0 },
  };
}

function noRun(): never {
  throw new Error('A cluster without guests has no run of one.');
}

/**
 * A run of the cluster. Groups, resources and machines come into being when they are first asked for, as they stand in
 * `beginning`; without one no group has an owner and nothing is online.
 */
export function buildEngine(cluster: Cluster, shared: Shared, beginning: Beginning = nowhere): Engine {
  const { queue, recorder, faults, clock } = shared;
  const structure = structureOf(cluster);
  const groups = onDemand(structure.groups, (part) => {
    const start = beginning.groups.get(part.group.key);
    return groupRun(part, start, start?.owner && nodes.get(start.owner.key));
  });
  const nodes = new Map<string, NodeRun>();
  for (const node of cluster.nodes.all) {
    if (nodes.has(node.key)) continue;
    const owned = ownedGroups(beginning.owned.get(node.key) ?? noKeys, (key) => groups.get(key));
    nodes.set(node.key, nodeRun(node, owned, beginning.loads.get(node.key)));
  }
  const resourceAt = ({ group, order }: ResourcePlace): ResourceRun | undefined =>
    groups.get(group.group.key)?.resources[order];
  const workloads = onDemand(structure.workloads, (workload) => workloadRun(cluster, workload));
  const machines = onDemand(structure.machines, (one) => machineRun(one, workloads, beginning.serves(one)));
  const locals = localMachines(structure.localMachines, machines, nodes);
  for (const local of locals) local.host.locals.push(local);
  return {
    cluster,
    queue,
    recorder,
    nodes,
    groups,
    resources: {
      has: (key) => structure.resources.has(key),
      get: (key) => {
        const place = structure.resources.get(key);
        return place && resourceAt(place);
      },
      *values() {
        for (const place of structure.resources.values()) {
          const resource = resourceAt(place);
          if (resource) yield resource;
        }
      },
    },
    machines,
    workloads,
    localMachines: locals,
    looseDisks: structure.looseDisks.map((disk) => ({ ...disk, owner: undefined })),
    guests: createFollowers([], noRun),
    farms: createFollowers([], noRun),
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
    get now() {
      return clock.now_ms;
    },
    running: true,
    forced: false,
    stranded: new Set(),
    queued: new Set(),
    dirty: new Set(),
    failures: [],
    roomMade: undefined,
    startsFreed: new Map(),
    formed: undefined,
    countPlanned: false,
    epoch: 0,
  };
}
