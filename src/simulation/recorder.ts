import type { PlacementRecord } from './placementRecord';
import { noChanges, recordedEvent } from './recordedEvent';
import type { ChangeColumns } from './recordedEvent';
import { overlay } from './state';
import type { ClusterState, MutableClusterState } from './state';
import type { DetailValue, EventKind, StateProperty, StateValue, Subject, TraceEvent } from './trace';

/** A property to be set; nothing is recorded where it has the value already. */
export interface Setting {
  readonly subject: Subject;
  readonly property: StateProperty;
  readonly value: StateValue;
}

/** Words that an event of one sort always has: made from the event when they are read, which most never are. */
export type Wording = (event: Pick<TraceEvent, 'subject' | 'node' | 'to'>) => string;

export interface EventDraft {
  readonly kind: EventKind;
  readonly subject: Subject;
  readonly from?: string;
  readonly to?: string;
  readonly node?: string | undefined;
  readonly cause: number | null;
  readonly text: string | Wording;
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

/** Notes what is different from the state, and makes it so. Everything is compared before anything is changed. */
function change(state: MutableClusterState, columns: ChangeColumns, settings: readonly Setting[]): void {
  const first = columns.subjects.length;
  for (const { subject, property, value } of settings) {
    const before = state.get(subject.kind, subject.name, property, subject.cluster);
    if (before === value) continue;
    columns.subjects.push(subject);
    columns.properties.push(property);
    columns.before.push(before);
    columns.after.push(value);
  }
  for (let index = first; index < columns.subjects.length; index += 1) {
    const subject = columns.subjects[index];
    const property = columns.properties[index];
    if (subject && property) state.set(subject, property, columns.after[index] ?? null);
  }
}

/** A recorder that starts from `initial`, which it leaves as it is; `told` hears of each event's subject. Ids count from 1. */
export function createRecorder(initial: ClusterState, told?: (subject: Subject) => void): Recorder {
  const state = overlay(initial);
  const events: TraceEvent[] = [];
  const columns = noChanges();
  return {
    state,
    events,
    record: (time_ms, draft) => {
      const first = columns.subjects.length;
      if (draft.sets) change(state, columns, draft.sets);
      const id = events.length + 1;
      events.push(recordedEvent(id, time_ms, draft, columns, first));
      told?.(draft.subject);
      return id;
    },
  };
}
