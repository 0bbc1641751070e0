import type { PlacementRecord } from './placementRecord';

/** The words of the trace are the product's (semantics 3.4, 4.3; cli.md, Shapes). */
export type NodeState = 'up' | 'down' | 'paused' | 'joining' | 'isolated' | 'quarantined';
export type GroupState = 'online' | 'offline' | 'failed' | 'partial_online' | 'pending';
export type ResourceState = 'online' | 'offline' | 'failed' | 'online_pending' | 'offline_pending';
export type DiskState = 'online' | 'offline' | 'failed' | 'online_pending' | 'offline_pending';
export type WorkloadState = 'serving' | 'starting' | 'stopped' | 'failed';
export type ClusterRunState = 'running' | 'stopped';
/** A guest cluster that runs and has all its groups online serves (language.md, Settled readings). */
export type GuestClusterState = ClusterRunState | 'serving';
/** A farm serves while enough of its hosts do; with fewer it is partially online, with none offline. */
export type FarmState = 'serving' | 'partial_online' | 'offline';
/** What the product adds to a state (cli.md, Settled readings). */
export type Status = 'queued' | 'anti_affinity_conflict' | 'unmonitored';

export type EventKind =
  | 'node'
  | 'membership'
  | 'quorum'
  | 'network'
  | 'storage'
  | 'disk'
  | 'group'
  | 'resource'
  | 'workload'
  | 'placement'
  | 'action'
  | 'expectation';

export type SubjectKind =
  | 'cluster'
  | 'node'
  | 'network'
  | 'storage'
  | 'disk'
  | 'witness'
  | 'group'
  | 'resource'
  | 'virtual_machine'
  | 'workload'
  | 'guest_cluster'
  | 'nlb_cluster'
  | 'site'
  | 'rack';

/**
 * What an event is about; `name` is the declared spelling. `cluster` names the guest cluster it belongs to: the nodes of a
 * guest cluster are virtual machines, and bear their names.
 */
export interface Subject {
  readonly kind: SubjectKind;
  readonly name: string;
  readonly cluster?: string;
}

/** Why a node was not chosen (cli.md, Settled readings, Events). */
export type Rejection =
  | 'down'
  | 'paused'
  | 'isolated'
  | 'quarantined'
  | 'not_possible_owner'
  | 'no_path'
  | 'memory'
  | 'affinity'
  | 'already_tried'
  | 'threshold'
  | 'ranked_lower';

export interface Candidate {
  readonly node: string;
  readonly chosen: boolean;
  readonly rejected_by?: Rejection;
  readonly needed_mb?: number;
  readonly free_mb?: number;
}

export type DetailValue = string | number | boolean | null | readonly string[] | readonly Candidate[];

/** One property of one thing, before and after. Applying or undoing the changes of an event is all that stepping does. */
export interface Change {
  readonly subject: Subject;
  readonly property: StateProperty;
  readonly before: StateValue;
  readonly after: StateValue;
}

export type StateValue = string | number | boolean | null;

/** Properties the state of a run keeps: see ClusterState. */
export type StateProperty =
  'state' | 'owner' | 'status' | 'reason' | 'votes' | 'present' | 'needed' | 'reachable' | 'on';

/** One line of the trace (cli.md, Shapes, simulate). `time_ms` is simulated time; `cause` is null for actions and the run's start only. */
export interface TraceEvent {
  readonly id: number;
  readonly time_ms: number;
  readonly kind: EventKind;
  readonly subject: Subject;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly node?: string | undefined;
  readonly cause: number | null;
  readonly text: string;
  readonly details?: Readonly<Record<string, DetailValue>> | undefined;
  /** Of a decision: what its candidates are worked out from (candidatesOf, detailsOf). */
  readonly placement?: PlacementRecord | undefined;
  readonly changes: readonly Change[];
}

/** Time a thing did not serve; `to_ms` is null where it still does not at the end. */
export interface Outage {
  readonly subject: Subject;
  readonly from_ms: number;
  readonly to_ms: number | null;
}
