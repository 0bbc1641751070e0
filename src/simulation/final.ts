import type { Cluster } from '../model/cluster';
import type { Run } from './run';
import { createTimeline } from './timeline';
import type { ClusterState } from './state';
import type { StateProperty, StateValue, SubjectKind } from './trace';

type Words = Readonly<Record<string, StateValue>>;

/** State of everything at the end of a run (cli.md, Shapes, simulate). Names are as declared. */
export interface FinalState {
  readonly time_ms: number;
  readonly cluster: StateValue;
  readonly quorum: { readonly votes: StateValue; readonly present: StateValue; readonly needed: StateValue };
  readonly nodes: Readonly<Record<string, Words>>;
  readonly groups: Readonly<Record<string, Words>>;
  readonly resources: Readonly<Record<string, Words>>;
  readonly disks: Readonly<Record<string, Words>>;
  readonly workloads: Readonly<Record<string, Words>>;
  /** Repetitions that would go on for ever (language.md, Settled readings). */
  readonly waiting: readonly string[];
  /** Whether the run was cut off by the bound on events. */
  readonly bounded: boolean;
}

/** The properties that have a value. */
function wordsOf(state: ClusterState, kind: SubjectKind, name: string, properties: readonly StateProperty[]): Words {
  const pairs = properties.map((property) => [property, state.get(kind, name, property)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== null));
}

function table(
  state: ClusterState,
  kind: SubjectKind,
  names: readonly string[],
  properties: readonly StateProperty[],
): Readonly<Record<string, Words>> {
  return Object.fromEntries(names.map((name) => [name, wordsOf(state, kind, name, properties)]));
}

function namesOf(all: readonly { readonly name: string }[]): readonly string[] {
  return all.map(({ name }) => name);
}

function workloads(cluster: Cluster, state: ClusterState): Readonly<Record<string, Words>> {
  return Object.fromEntries(
    cluster.workloads.all.map(({ name, machine }) => {
      const on = cluster.virtualMachines.get(machine)?.name ?? null;
      return [name, { state: state.get('workload', name, 'state'), on }];
    }),
  );
}

/** The state of the design at the end of the run. */
export function finalOf(cluster: Cluster, run: Run): FinalState {
  const timeline = createTimeline(run);
  timeline.goTo(run.events.length);
  const { state } = timeline;
  const own = (property: StateProperty): StateValue => state.get('cluster', cluster.name, property);
  const resources = cluster.groups.all.flatMap((group) => group.resources);
  const disks = namesOf(cluster.disks.all).filter((name) => state.get('disk', name, 'state') !== null);
  return {
    time_ms: run.end_ms,
    cluster: own('state'),
    quorum: { votes: own('votes'), present: own('present'), needed: own('needed') },
    nodes: table(state, 'node', namesOf(cluster.nodes.all), ['state']),
    groups: table(state, 'group', namesOf(cluster.groups.all), ['state', 'owner', 'status']),
    resources: table(state, 'resource', namesOf(resources), ['state', 'status']),
    disks: table(state, 'disk', disks, ['owner', 'state']),
    workloads: workloads(cluster, state),
    waiting: run.waiting,
    bounded: run.bounded,
  };
}
