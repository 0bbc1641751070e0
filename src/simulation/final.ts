import type { Cluster } from '../model/cluster';
import { groupWords, namesOf, resourceWords, table } from './finalWords';
import type { Words } from './finalWords';
import { farms, guestClusters, guestGroups, guestResources } from './guestFinal';
import type { GuestFinal } from './guestFinal';
import type { Run } from './run';
import { createTimeline } from './timeline';
import type { ClusterState } from './state';
import type { StateProperty, StateValue } from './trace';

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
  readonly guest_clusters: Readonly<Record<string, GuestFinal>>;
  readonly nlb_clusters: Readonly<Record<string, Words>>;
  /** Repetitions that would go on for ever (language.md, Settled readings). */
  readonly waiting: readonly string[];
  /** Whether the run was cut off by the bound on events. */
  readonly bounded: boolean;
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
    groups: { ...table(state, 'group', namesOf(cluster.groups.all), groupWords), ...guestGroups(cluster, state) },
    resources: { ...table(state, 'resource', namesOf(resources), resourceWords), ...guestResources(cluster, state) },
    disks: table(state, 'disk', disks, ['owner', 'state']),
    workloads: workloads(cluster, state),
    guest_clusters: guestClusters(cluster, state),
    nlb_clusters: farms(cluster, state),
    waiting: run.waiting,
    bounded: run.bounded,
  };
}
