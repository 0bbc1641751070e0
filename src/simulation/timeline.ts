import type { Run } from './run';
import { applyChanges, overlay, undoChanges } from './state';
import type { ClusterState } from './state';

/**
 * A cursor over a run. `step` is the number of events that have happened; 0 is the state before the first. Moving costs as
 * much as the events it passes have changes (ARCHITECTURE.md, invariant 4).
 */
export interface Timeline {
  readonly step: number;
  readonly state: ClusterState;
  /** Takes the next event in; false at the end. */
  forward(): boolean;
  /** Takes the last event back; false at the beginning. */
  back(): boolean;
  /** Goes to a step; one beyond the ends stands for the end. */
  goTo(step: number): void;
}

/** A cursor at the beginning of the run. */
export function createTimeline({ events, initial }: Run): Timeline {
  const state = overlay(initial);
  let step = 0;
  const forward = (): boolean => {
    const event = events[step];
    if (!event) return false;
    applyChanges(state, event.changes);
    step += 1;
    return true;
  };
  const back = (): boolean => {
    const event = events[step - 1];
    if (!event) return false;
    undoChanges(state, event.changes);
    step -= 1;
    return true;
  };
  return {
    get step() {
      return step;
    },
    state,
    forward,
    back,
    goTo: (target) => {
      while (step < target && forward());
      while (step > target && back());
    },
  };
}
