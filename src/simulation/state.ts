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

/** The properties of one thing that were written. */
type Properties = Partial<Record<StateProperty, StateValue>>;

/** Properties by kind and name; what was never written to a table is not in it. */
interface Table {
  get(kind: SubjectKind, name: string, property: StateProperty, cluster: string | undefined): StateValue | undefined;
  /** The properties of a thing, to be written to. */
  of(subject: Subject): Properties;
}

/**
 * An empty table. It is read and written with every event of a run: what is found under a name in lower case is kept under
 * the spellings it was asked for too, so that one look finds it.
 */
function createTable(): Table {
  const kinds = new Map<SubjectKind, Map<string, Properties>>();
  const lower = new Map<string, string>();
  const lowerOf = (name: string): string => {
    const known = lower.get(name) ?? name.toLowerCase();
    lower.set(name, known);
    return known;
  };
  const find = (names: Map<string, Properties>, key: string): Properties | undefined => {
    const exact = names.get(key);
    if (exact) return exact;
    const found = names.get(lowerOf(key));
    if (found) names.set(key, found);
    return found;
  };
  const keyOf = (kind: SubjectKind, name: string, cluster: string | undefined): string =>
    cluster !== undefined && namedAnew.has(kind) ? `${cluster}\n${name}` : name;
  return {
    get: (kind, name, property, cluster) => {
      const names = kinds.get(kind);
      return names && find(names, keyOf(kind, name, cluster))?.[property];
    },
    of: ({ kind, name, cluster }) => {
      const names = kinds.get(kind) ?? new Map<string, Properties>();
      kinds.set(kind, names);
      const key = keyOf(kind, name, cluster);
      const found = find(names, key);
      if (found) return found;
      const fresh: Properties = {};
      names.set(lowerOf(key), fresh);
      names.set(key, fresh);
      return fresh;
    },
  };
}

/** A state in which nothing is set yet. */
export function emptyState(): MutableClusterState {
  const table = createTable();
  return {
    get: (kind, name, property, cluster) => table.get(kind, name, property, cluster) ?? null,
    set: (subject, property, value) => {
      table.of(subject)[property] = value;
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
    set: (subject, property, value) => {
      table.of(subject)[property] = value;
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
