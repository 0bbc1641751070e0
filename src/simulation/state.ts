import type { Change, StateProperty, StateValue, Subject, SubjectKind } from './trace';

/**
 * The state of a cluster at one moment: a value for each property of each thing. It is changed only by applying or undoing
 * changes, so the state at a step is the same from whichever side it is reached (ARCHITECTURE.md, invariant 4).
 */
export interface ClusterState {
  /**
   * The value of a property, null where it was never set. Names are looked up without case. `cluster` names the guest
   * cluster for its nodes and its witness; everything else is known by its name alone.
   */
  get(kind: SubjectKind, name: string, property: StateProperty, cluster?: string): StateValue;
}

export interface MutableClusterState extends ClusterState {
  set(subject: Subject, property: StateProperty, value: StateValue): void;
}

/** Kinds whose names a guest cluster may share with the host cluster. */
const namedAnew: ReadonlySet<SubjectKind> = new Set<SubjectKind>(['node', 'witness']);

type Values = Map<string, StateValue>;

/** Values by kind, property and name; what was never written to a table is not in it. */
interface Table {
  get(kind: SubjectKind, name: string, property: StateProperty, cluster: string | undefined): StateValue | undefined;
  /** The values of a property, by their names in lower case. */
  column(kind: SubjectKind, property: StateProperty): Values;
  keyOf(kind: SubjectKind, name: string, cluster: string | undefined): string;
}

/** An empty table. It is read at every step of a run, so a name is put into lower case only once. */
function createTable(): Table {
  const kinds = new Map<SubjectKind, Map<StateProperty, Values>>();
  const lower = new Map<string, string>();
  const lowerOf = (name: string): string => {
    const known = lower.get(name);
    if (known !== undefined) return known;
    const key = name.toLowerCase();
    lower.set(name, key);
    return key;
  };
  const keyOf = (kind: SubjectKind, name: string, cluster: string | undefined): string =>
    cluster !== undefined && namedAnew.has(kind) ? `${lowerOf(cluster)}\n${lowerOf(name)}` : lowerOf(name);
  return {
    get: (kind, name, property, cluster) =>
      kinds
        .get(kind)
        ?.get(property)
        ?.get(keyOf(kind, name, cluster)),
    column: (kind, property) => {
      const properties = kinds.get(kind) ?? new Map<StateProperty, Values>();
      const values = properties.get(property) ?? new Map<string, StateValue>();
      properties.set(property, values);
      kinds.set(kind, properties);
      return values;
    },
    keyOf,
  };
}

/** A state in which nothing is set yet. */
export function emptyState(): MutableClusterState {
  const table = createTable();
  return {
    get: (kind, name, property, cluster) => table.get(kind, name, property, cluster) ?? null,
    set: ({ kind, name, cluster }, property, value) => {
      const key = table.keyOf(kind, name, cluster);
      if (value === null) table.column(kind, property).delete(key);
      else table.column(kind, property).set(key, value);
    },
  };
}

/** A state that starts out as `base` and changes on its own; `base` stays as it is and must not change either. */
export function overlay(base: ClusterState): MutableClusterState {
  const table = createTable();
  return {
    get: (kind, name, property, cluster) => {
      const value = table.get(kind, name, property, cluster);
      return value === undefined ? base.get(kind, name, property, cluster) : value;
    },
    set: ({ kind, name, cluster }, property, value) => {
      table.column(kind, property).set(table.keyOf(kind, name, cluster), value);
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
