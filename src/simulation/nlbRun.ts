import type { NlbCluster } from '../model/elements';
import type { MachineRun } from './engine';
import type { Task } from './queue';
import type { Subject } from './trace';

/**
 * How a host stands in its farm: it takes requests; it died and the others do not know yet; it is back and the farm
 * converges; it takes no new requests and the farm converges; it was drained; or it is not in the farm.
 */
export type FarmHostState = 'serving' | 'silent' | 'joining' | 'draining' | 'drained' | 'out';

export interface FarmHost {
  readonly machine: MachineRun;
  state: FarmHostState;
  /** Planned moment at which the others no longer wait for it. */
  detection: Task | undefined;
}

/** A Network Load Balancing farm in a run (semantics 9.3). */
export interface FarmRun {
  readonly farm: NlbCluster;
  /** Its place in the file. */
  readonly position: number;
  readonly subject: Subject;
  readonly hosts: readonly FarmHost[];
  /** Planned end of the convergence under way. */
  converging: Task | undefined;
  /** Last event of its membership. */
  lastEvent: number;
}
