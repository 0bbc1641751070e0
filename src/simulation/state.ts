import type { Change, StateProperty, StateValue, Subject, SubjectKind } from './trace';

/**
 * The state of a cluster at one moment: a value for each property of each thing. It is changed only by applying or undoing
 * changes, so the state at a step is the same from whichever side it is reached (ARCHITECTURE.md, invariant 4).
 */
export interface ClusterState {
  /** The value of a property, null where it was never set. Names are looked up without case. */
  get(kind: SubjectKind, name: string, property: StateProperty): StateValue;
}

export interface MutableClusterState extends ClusterState {
  set(subject: Subject, property: StateProperty, value: StateValue): void;
}

function keyOf(kind: SubjectKind, name: string, property: StateProperty): string {
  return `${kind} ${property} ${name.toLowerCase()}`;
}

/** A state in which nothing is set yet. */
export function emptyState(): MutableClusterState {
  const values = new Map<string, StateValue>();
  return {
    get: (kind, name, property) => values.get(keyOf(kind, name, property)) ?? null,
    set: (subject, property, value) => {
      const key = keyOf(subject.kind, subject.name, property);
      if (value === null) values.delete(key);
      else values.set(key, value);
    },
  };
}

/** A state that starts out as `base` and changes on its own; `base` stays as it is and must not change either. */
export function overlay(base: ClusterState): MutableClusterState {
  const values = new Map<string, StateValue>();
  return {
    get: (kind, name, property) => {
      const value = values.get(keyOf(kind, name, property));
      return value === undefined ? base.get(kind, name, property) : value;
    },
    set: (subject, property, value) => {
      values.set(keyOf(subject.kind, subject.name, property), value);
    },
  };
}

/** Brings the state over the changes, forwards. Time: proportional to the number of changes. */
export function applyChanges(state: MutableClusterState, changes: readonly Change[]): void {
  for (const change of changes) state.set(change.subject, change.property, change.after);
}

/** Takes the changes back, last first. Time: proportional to the number of changes. */
export function undoChanges(state: MutableClusterState, changes: readonly Change[]): void {
  for (let index = changes.length - 1; index >= 0; index -= 1) {
    const change = changes[index];
    if (change) state.set(change.subject, change.property, change.before);
  }
}
