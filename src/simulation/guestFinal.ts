import type { Cluster } from '../model/cluster';
import type { GuestCluster } from '../model/elements';
import { membersOf } from './guestModel';
import { groupWords, namesOf, resourceWords, table, wordsOf } from './finalWords';
import type { Words } from './finalWords';
import type { ClusterState } from './state';
import type { StateProperty, StateValue } from './trace';

/** A guest cluster at the end of a run (cli.md, Settled readings). */
export interface GuestFinal {
  readonly state: StateValue;
  readonly quorum: Words;
  readonly nodes: Readonly<Record<string, Words>>;
}

type Table = Readonly<Record<string, Words>>;

const quorumWords: readonly StateProperty[] = ['votes', 'present', 'needed'];

function ofCluster(words: Table, { name }: GuestCluster): Table {
  return Object.fromEntries(Object.entries(words).map(([key, one]) => [key, { ...one, cluster: name }]));
}

function collect(cluster: Cluster, tableOf: (guest: GuestCluster) => Table): Table {
  return Object.assign({}, ...cluster.guestClusters.all.map((guest) => ofCluster(tableOf(guest), guest))) as Table;
}

/** Groups of the guest clusters, each with the name of its cluster. */
export function guestGroups(cluster: Cluster, state: ClusterState): Table {
  return collect(cluster, ({ groups }) => table(state, 'group', namesOf(groups), groupWords));
}

/** Resources of the guest clusters, each with the name of its cluster. */
export function guestResources(cluster: Cluster, state: ClusterState): Table {
  const namesIn = ({ groups }: GuestCluster): readonly string[] =>
    groups.flatMap(({ resources }) => namesOf(resources));
  return collect(cluster, (guest) => table(state, 'resource', namesIn(guest), resourceWords));
}

/** State, votes and nodes of each guest cluster. */
export function guestClusters(cluster: Cluster, state: ClusterState): Readonly<Record<string, GuestFinal>> {
  return Object.fromEntries(
    cluster.guestClusters.all.map((guest) => {
      const { name } = guest;
      const nodes = table(state, 'node', namesOf(membersOf(cluster, guest)), ['state'], name);
      const quorum = wordsOf(state, { kind: 'guest_cluster', name }, quorumWords);
      return [name, { state: state.get('guest_cluster', name, 'state'), quorum, nodes }];
    }),
  );
}

/** State of each load-balancing farm, and how many of its hosts serve. */
export function farms(cluster: Cluster, state: ClusterState): Table {
  return Object.fromEntries(
    cluster.nlbClusters.all.map(({ name }) => {
      const hosts = state.get('nlb_cluster', name, 'present') ?? 0;
      return [name, { state: state.get('nlb_cluster', name, 'state'), hosts }];
    }),
  );
}
