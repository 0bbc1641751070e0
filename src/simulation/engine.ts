import type { Cluster } from '../model/cluster';
import type { ClusterNode, VirtualMachine, Workload } from '../model/elements';
import type { Task, TaskQueue, TaskRank } from './queue';
import type { EventDraft, Recorder } from './recorder';
import type { GroupPart, ResourcePart } from './structure';
import type { GroupState, ResourceState, Subject, SubjectKind } from './trace';

/**
 * What a run keeps besides the state of the trace: timers, windows of restarts and failovers, faults. `service` tells the
 * cluster service of a node: running; waiting (it would run, but has no quorum to join or form a cluster); or stopped.
 */
export interface NodeRun {
  readonly node: ClusterNode;
  readonly subject: Subject;
  powered: boolean;
  service: 'running' | 'waiting' | 'stopped';
  paused: boolean;
  /** Counted as a member by the others: a node that died stays one until it is held dead. */
  member: boolean;
  /** It is being stopped in order and takes no groups. */
  leaving: boolean;
  /** Event that took it down or up last. */
  lastEvent: number | null;
  /** Planned moment at which it is held dead. */
  detection: Task | undefined;
  /** Planned end of its start after a repair. */
  boot: Task | undefined;
  readonly groups: Set<GroupRun>;
  /** Groups on their way to it. */
  readonly incoming: Set<GroupRun>;
}

/** A planned change of owner: first everything goes offline, then the target takes over (semantics 2.2). */
export interface Move {
  readonly target: NodeRun;
  readonly cause: number;
}

/** A live migration under way (semantics 7.4). */
export interface LiveMove extends Move {
  readonly task: Task;
}

export interface GroupRun {
  readonly part: GroupPart;
  readonly subject: Subject;
  readonly resources: readonly ResourceRun[];
  /** Those of its resources that are virtual machines. */
  readonly machines: readonly ResourceRun[];
  owner: NodeRun | undefined;
  state: GroupState;
  /** Last event that matters to what the group does next. */
  cause: number | null;
  move: Move | undefined;
  live: LiveMove | undefined;
  /** Times of automatic moves, for the failover threshold (semantics 1.3). */
  failovers: number[];
  /** Nodes tried in this chain of attempts (semantics 2.3). */
  readonly tried: Set<NodeRun>;
  /** Waits for a node with room (2012 and later; language.md, Settled readings). */
  queued: boolean;
  /** Goes offline with its node, which is being stopped, and has nowhere to go. */
  stopping: boolean;
  /** Its node went down and no other has taken it yet. */
  stranded: boolean;
  /** Nodes on which it has failed since `attemptsEpoch`; the policy `circles` once it leads back to one of them. */
  readonly hopeless: Set<NodeRun>;
  circles: boolean;
  attemptsEpoch: number;
  /** A failback that is due as soon as the group is at rest; the event that made it due. */
  failback: number | undefined;
}

export interface ResourceRun {
  readonly part: ResourcePart;
  readonly subject: Subject;
  readonly group: GroupRun;
  state: ResourceState;
  /** Whether it should be online: an administrator's last word (persistent state, semantics 3.4). */
  wanted: boolean;
  /** Failed, and left so until its timer or the next move of the group. */
  halted: boolean;
  /** Times of restarts, for the restart threshold (semantics 1.3). */
  restarts: number[];
  /** End of the pending state it is in. */
  transition: Task | undefined;
  /** Planned restart or retry. */
  retry: Task | undefined;
  /** Nodes on which a series of attempts ended in vain, to tell repetitions that come out the same; since the group's epoch. */
  readonly vain: Set<NodeRun>;
  /** A fault keeps it from coming online until it is repaired. */
  broken: boolean;
  /** A virtual machine whose state was saved: it is restored, not booted. */
  saved: boolean;
  lastEvent: number | null;
}

/** A virtual machine as its users see it: clustered or not (language.md, Online and serving). */
export interface MachineRun {
  readonly machine: VirtualMachine;
  readonly subject: Subject;
  readonly workloads: readonly WorkloadRun[];
  /** Its storage does not answer: it stands still and goes on when it is back. */
  paused: boolean;
  /** The end of its boot. */
  booting: Task | undefined;
}

export interface WorkloadRun {
  readonly workload: Workload;
  readonly machine: string;
  readonly subject: Subject;
  failed: boolean;
  starting: Task | undefined;
}

/** A virtual machine outside any group: it lives and dies with its host (language.md, Settled readings). */
export interface LocalMachine {
  readonly run: MachineRun;
  readonly host: NodeRun;
  wanted: boolean;
  active: boolean;
  starting: Task | undefined;
}

/** A disk that belongs to no group: witness, Available Storage, or shared volume; one node holds it. */
export interface LooseDisk {
  readonly key: string;
  readonly subject: Subject;
  owner: NodeRun | undefined;
}

/** Faults by the keys of what they struck; a path is `node storage`. */
export interface Faults {
  readonly disks: Set<string>;
  readonly storages: Set<string>;
  readonly paths: Set<string>;
  witness: boolean;
}

export interface Failure {
  readonly resource: ResourceRun;
  readonly cause: number;
}

export interface Engine {
  readonly cluster: Cluster;
  readonly queue: TaskQueue;
  readonly recorder: Recorder;
  readonly nodes: ReadonlyMap<string, NodeRun>;
  readonly groups: ReadonlyMap<string, GroupRun>;
  readonly resources: ReadonlyMap<string, ResourceRun>;
  readonly machines: ReadonlyMap<string, MachineRun>;
  readonly workloads: ReadonlyMap<string, WorkloadRun>;
  readonly localMachines: readonly LocalMachine[];
  readonly looseDisks: readonly LooseDisk[];
  readonly faults: Faults;
  now: number;
  running: boolean;
  /** The cluster was forced to run without a majority of votes, and has none yet. */
  forced: boolean;
  /** Groups something happened to in this task. */
  readonly dirty: Set<GroupRun>;
  /** Failures not yet answered by the restart policy. */
  failures: Failure[];
  /** Event that may have made room for waiting groups. */
  roomMade: number | undefined;
  /** Whether votes will be counted at this instant already. */
  countPlanned: boolean;
  /** Grows with everything that is not a mere repetition: an action, a node, a disk that comes or goes. */
  epoch: number;
}

/** Adds an event at the present instant; gives its id. */
export function record(engine: Engine, draft: EventDraft): number {
  return engine.recorder.record(engine.now, draft);
}

/** Plans `run` for `delay` ms from now. */
export function schedule(engine: Engine, delay: number, rank: TaskRank, run: () => void): Task {
  return engine.queue.add(engine.now + delay, rank, run);
}

/** Takes a planned task back. */
export function cancel(task: Task | undefined): void {
  if (task) task.cancelled = true;
}

/** A subject of the trace by its kind and declared name. */
export function subjectOf(kind: SubjectKind, name: string): Subject {
  return { kind, name };
}

/** Rank of what happens to a resource (semantics R-G1). */
export function rankOf({ group, part }: ResourceRun): TaskRank {
  return { class: 'resource', group: group.part.order, resource: part.order };
}

/** Whether the cluster service of the node runs: it owns groups, votes and hears the others. */
export function isUp(node: NodeRun): boolean {
  return node.powered && node.service === 'running';
}

/** Whether the resource is online or on its way to or from it: it holds its node's memory and paths. */
export function isActive({ state }: ResourceRun): boolean {
  return state !== 'offline' && state !== 'failed';
}
