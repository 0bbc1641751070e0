import type { GuestCluster } from '../model/elements';
import type { Engine, MachineRun, NodeRun, ResourceRun } from './engine';
import type { Subject } from './trace';

/** A node of a guest cluster and the virtual machine it is. */
export interface GuestMember {
  readonly node: NodeRun;
  readonly machine: MachineRun;
  /** What was online on it when it came to stand still; undefined while it does not. */
  held: readonly ResourceRun[] | undefined;
}

/**
 * A guest cluster in a run: a run of its own inside that of the host cluster, with the same time and the same trace
 * (semantics 9.2). What happens to a virtual machine happens to the node it is; nothing goes the other way.
 */
export interface GuestRun {
  readonly guest: GuestCluster;
  readonly subject: Subject;
  readonly engine: Engine;
  readonly members: readonly GuestMember[];
}
