import type { EventDraft, Recorder, Setting } from './recorder';
import type { ClusterState, MutableClusterState } from './state';
import type { StateValue, Subject } from './trace';

/** A thing of a guest cluster as the whole run knows it: its cluster is a guest cluster, and its things say whose they are. */
function inGuest(guest: string, subject: Subject): Subject {
  return subject.kind === 'cluster' ? { kind: 'guest_cluster', name: guest } : { ...subject, cluster: guest };
}

/** The state as the run of the guest cluster sees it. */
function readGuest(guest: string, state: ClusterState): ClusterState {
  return {
    get: (kind, name, property) => {
      const subject = inGuest(guest, { kind, name });
      return state.get(subject.kind, subject.name, property, subject.cluster);
    },
  };
}

/** A place to write the state of a guest cluster to, in the state of the whole run. */
export function writeGuest(guest: string, state: MutableClusterState): MutableClusterState {
  return {
    ...readGuest(guest, state),
    set: (subject, property, value) => {
      state.set(inGuest(guest, subject), property, value);
    },
  };
}

/**
 * The recorder of the whole run for the run of a guest cluster: what that records is told of the guest cluster, by name,
 * among everything else that happens.
 */
export function recordGuest(guest: string, recorder: Recorder): Recorder {
  const moved = ({ subject, ...rest }: Setting): Setting => ({ ...rest, subject: inGuest(guest, subject) });
  const stateOf = ({ kind, name, cluster }: Subject): StateValue => recorder.state.get(kind, name, 'state', cluster);
  return {
    state: readGuest(guest, recorder.state),
    events: recorder.events,
    record: (time_ms, { text, sets, from, ...draft }: EventDraft) => {
      const subject = inGuest(guest, draft.subject);
      // A guest cluster that serves is more than running: what it leaves is told as it was.
      const left = subject.kind === 'guest_cluster' && from !== undefined ? String(stateOf(subject) ?? from) : from;
      return recorder.record(time_ms, {
        ...draft,
        ...(left === undefined ? {} : { from: left }),
        subject,
        text: `${guest}: ${typeof text === 'string' ? text : text({ to: undefined, ...draft })}`,
        ...(sets ? { sets: sets.map(moved) } : {}),
      });
    },
  };
}
