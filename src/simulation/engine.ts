import type { Cluster } from '../model/cluster';
import type { ClusterNode, VirtualMachine, Workload } from '../model/elements';
import type { PlacementHistory } from './placementRecord';
import type { GuestRun } from './guestRun';
import type { FarmRun } from './nlbRun';
import type { Followers } from './followers';
import type { OnDemand } from './onDemand';
import type { OwnedGroups } from './ownedGroups';
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
  /** Since when it is dead without being held so, ms. */
  silentSince: number | undefined;
  /** Out of the cluster for what befell its networks; its service waits to join (semantics 4.4). */
  apart: 'isolated' | 'quarantined' | undefined;
  /** Times at which it was isolated, for the quarantine. */
  isolations: number[];
  /** Planned end of its isolation. */
  isolation: Task | undefined;
  /** Planned end of its quarantine. */
  quarantine: Task | undefined;
  /** Its groups are being moved away, and which of them cannot be (semantics 2.3, Drain). */
  drain: Drain | undefined;
  /** Live migrations under way from it and to it. */
  migrations: number;
  /** Planned end of its start after a repair. */
  boot: Task | undefined;
  readonly groups: OwnedGroups;
  /** Groups on their way to it. */
  readonly incoming: Set<GroupRun>;
  /** Memory for virtual machines, MB: all of it but the reserve of the parent partition (semantics 8.5). */
  readonly capacityMb: number;
  /** Virtual machines outside any group that live on it. */
  readonly locals: LocalMachine[];
  /** Running sums of what groups have booked here: see load.ts. */
  readonly load: Load;
  /** Virtual machines that are starting here, and groups with one that waits for its turn (semantics 2.3, S17). */
  starting: number;
  readonly waitingStarts: Set<GroupRun>;
}

/** A node that is being emptied: event that began it, and groups that found no other node. */
export interface Drain {
  readonly cause: number;
  readonly stuck: Set<GroupRun>;
}

/** Memory in MB booked on a node: by groups that run there when all is done, and by virtual machines that are there now. */
export interface Load {
  committedMb: number;
  usedMb: number;
  /** What groups of each priority have committed that it owns; those on their way to it left out. */
  readonly byPriority: Map<number, number>;
}

/** What a group has booked on its owner and on the node it is on its way to, MB. */
export interface Booking {
  readonly owner: NodeRun | undefined;
  readonly target: NodeRun | undefined;
  readonly priority: number;
  readonly committedMb: number;
  readonly usedMb: number;
  /** Taken on the target already, by a live migration. */
  readonly copiedMb: number;
}

/** A planned change of owner: first everything goes offline, then the target takes over (semantics 2.2). */
export interface Move {
  readonly target: NodeRun;
  readonly cause: number;
  /** Groups that give up their place for it first (semantics 2.3, preemption). */
  readonly preempts?: readonly GroupRun[];
}

/** A live migration (semantics 7.4). */
export interface LiveMove extends Move {
  /** Its planned end; undefined while it waits for its turn. */
  task: Task | undefined;
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
  /** Waits since it may not share a node with a group of its anti-affinity class (semantics 2.3, S21). */
  conflict: boolean;
  /** What it has booked last. */
  booked: Booking | undefined;
  /** Goes offline with its node, which is being stopped, and has nowhere to go. */
  stopping: boolean;
  /** The event that made it its turn to start a virtual machine (semantics 2.3, S17). */
  turn: number | undefined;
  /** The forming of the cluster after which it waits for its preferred owner, ms. */
  waitsSince: number | undefined;
  /** Its node went down and no other has taken it yet. */
  stranded: boolean;
  /** Nodes on which it has failed since `attemptsEpoch`; the policy `circles` once it leads back to one of them. */
  readonly hopeless: Set<NodeRun>;
  circles: boolean;
  attemptsEpoch: number;
  /** It goes on unmonitored on an isolated node: planned end of its resiliency period (semantics 4.4). */
  unmonitored: Task | undefined;
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
  /** When it came online last, ms: health checks count from then (semantics 1.2). */
  onlineSince: number;
  /** The health check that will notice what has happened to it. */
  poll: Task | undefined;
  /** Series of attempts begun after its retry period (semantics 1.3 D2). */
  retries: number;
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

/**
 * How it is with the system inside a virtual machine: it answers; it starts; it stands still (saved, or its storage is
 * gone) and will go on where it was; it shuts down in order; or it is not there.
 */
export type MachineCondition = 'serving' | 'starting' | 'frozen' | 'leaving' | 'off';

/** A virtual machine as its users see it: clustered or not (language.md, Online and serving). */
export interface MachineRun {
  readonly machine: VirtualMachine;
  readonly subject: Subject;
  readonly workloads: readonly WorkloadRun[];
  /** Its storage does not answer: it stands still and goes on when it is back. */
  paused: boolean;
  /** The end of its boot. */
  booting: Task | undefined;
  condition: MachineCondition;
  /** Last event of the machine or of an application in it. */
  lastEvent: number | null;
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
  readonly networks: Set<string>;
  /** Connections of nodes to networks: `node network`. */
  readonly links: Set<string>;
  /** Nodes that have lost every cluster network. */
  readonly isolated: Set<string>;
  /** Sets of nodes that cannot reach each other. */
  splits: Split[];
  witness: boolean;
}

/** Keys of the nodes on two sides that cannot reach each other. */
export interface Split {
  readonly left: ReadonlySet<string>;
  readonly right: ReadonlySet<string>;
}

/** Two members that run and do not hear each other, since when (ms), and the event that parted them. */
export interface LostContact {
  readonly nodes: readonly [NodeRun, NodeRun];
  readonly since: number;
  readonly cause: number;
  /** Heartbeats enough were missed: they hold each other dead. */
  detected: boolean;
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
  readonly groups: OnDemand<GroupRun>;
  readonly resources: Pick<OnDemand<ResourceRun>, 'has' | 'get' | 'values'>;
  readonly machines: OnDemand<MachineRun>;
  readonly workloads: OnDemand<WorkloadRun>;
  readonly localMachines: readonly LocalMachine[];
  readonly looseDisks: readonly LooseDisk[];
  /** Guest clusters and load-balancing farms inside the virtual machines of this cluster. */
  guests: Followers<GuestRun>;
  farms: Followers<FarmRun>;
  readonly faults: Faults;
  /** Pairs of members out of contact, by `number number`. */
  readonly lostContacts: Map<string, LostContact>;
  /** Latest event for which it will be looked at this instant who hears whom. */
  reviewPlanned: number | undefined;
  /** Owner of the core group, which holds a witness that is no disk (semantics 2.3, 4.5). */
  coreOwner: NodeRun | undefined;
  /** Groups whose live migration waits for its turn, in order. */
  readonly liveWaiting: Set<GroupRun>;
  /** Nodes that are being drained. */
  readonly draining: Set<NodeRun>;
  /** What nodes were like at each decision: candidates of a placement are worked out from it. */
  readonly history: PlacementHistory;
  /** The present instant, ms: one for the whole run. */
  readonly now: number;
  running: boolean;
  /** The cluster was forced to run without a majority of votes, and has none yet. */
  forced: boolean;
  /** Groups that may be stranded: those that are no longer are dropped when they are gone through next. */
  readonly stranded: Set<GroupRun>;
  /** Groups that may be queued, likewise. */
  readonly queued: Set<GroupRun>;
  /** Groups something happened to in this task. */
  readonly dirty: Set<GroupRun>;
  /** Failures not yet answered by the restart policy. */
  failures: Failure[];
  /** Event that may have made room for waiting groups. */
  roomMade: number | undefined;
  /** Nodes on which a virtual machine has left its start, with the event: another may begin. */
  readonly startsFreed: Map<NodeRun, number>;
  /** When the cluster formed anew, ms; undefined where it has run from the start. */
  formed: number | undefined;
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
