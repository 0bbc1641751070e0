import type { PlacementRecord } from './placementRecord';
import { applyChanges, overlay } from './state';
import type { ClusterState } from './state';
import type { Change, DetailValue, EventKind, StateProperty, StateValue, Subject, TraceEvent } from './trace';

/** A property to be set; nothing is recorded where it has the value already. */
export interface Setting {
  readonly subject: Subject;
  readonly property: StateProperty;
  readonly value: StateValue;
}

export interface EventDraft {
  readonly kind: EventKind;
  readonly subject: Subject;
  readonly from?: string;
  readonly to?: string;
  readonly node?: string | undefined;
  readonly cause: number | null;
  readonly text: string;
  readonly details?: Readonly<Record<string, DetailValue>>;
  readonly placement?: PlacementRecord;
  readonly sets?: readonly Setting[];
}

/** The only way to the state of a run: whatever changes is part of an event. */
export interface Recorder {
  readonly state: ClusterState;
  readonly events: readonly TraceEvent[];
  /** Adds the event at this time and makes its changes; gives its id. */
  record(time_ms: number, draft: EventDraft): number;
}

function changesOf(state: ClusterState, settings: readonly Setting[]): readonly Change[] {
  return settings
    .map(({ subject, property, value }) => ({
      subject,
      property,
      before: state.get(subject.kind, subject.name, property, subject.cluster),
      after: value,
    }))
    .filter((change) => change.before !== change.after);
}

/** A recorder that starts from `initial`, which it leaves as it is. Ids count from 1. */
export function createRecorder(initial: ClusterState): Recorder {
  const state = overlay(initial);
  const events: TraceEvent[] = [];
  return {
    state,
    events,
    record: (time_ms, { sets, node, ...draft }) => {
      const changes = changesOf(state, sets ?? []);
      const id = events.length + 1;
      events.push({ id, time_ms, ...draft, ...(node === undefined ? {} : { node }), changes });
      applyChanges(state, changes);
      return id;
    },
  };
}
