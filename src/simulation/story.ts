import type { Cluster } from '../model/cluster';
import { applyChanges, overlay } from './state';
import type { ClusterState } from './state';
import type { TraceEvent } from './trace';

/** What happened in a run, from the state before the first event to its end. */
export interface Story {
  readonly cluster: Cluster;
  readonly events: readonly TraceEvent[];
  readonly initial: ClusterState;
  readonly end_ms: number;
}

/** A moment between two instants at which something happens, and the state in it. The state changes with the next moment. */
export interface Moment {
  readonly from_ms: number;
  readonly state: ClusterState;
}

/** The state after all events of each instant, one after the other; the first is that after the events at 0 ms. */
export function* momentsOf({ events, initial }: Story): Generator<Moment> {
  const state = overlay(initial);
  let time = 0;
  for (const event of events) {
    if (event.time_ms > time) yield { from_ms: time, state };
    time = event.time_ms;
    applyChanges(state, event.changes);
  }
  yield { from_ms: time, state };
}
