import type { Cluster } from '../model/cluster';
import type { Group, GuestCluster } from '../model/elements';
import { detailsOf } from '../simulation/placementRecord';
import type { ClusterState } from '../simulation/state';
import type { Change, StateProperty, StateValue, SubjectKind, TraceEvent } from '../simulation/trace';
import { sayState } from '../simulation/words';

/** One line of the Variables view. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  /** What to write to watch it; undefined where it cannot be watched. */
  readonly expression?: string;
  readonly children?: () => readonly Variable[];
}

/** A head of the Variables view. */
export interface VariableScope {
  readonly name: string;
  readonly children: () => readonly Variable[];
}

const bareName = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** A value of the state as it is shown. */
export function sayValue(value: StateValue): string {
  if (value === null || value === '') return 'none';
  return typeof value === 'string' ? sayState(value) : String(value);
}

/** A property of a thing as an expression of the Watch view. */
function expressionFor(name: string, property: StateProperty): string {
  return `${bareName.test(name) ? name : `"${name}"`}.${property}`;
}

const shownProperties: Readonly<Partial<Record<SubjectKind, readonly StateProperty[]>>> = {
  node: ['state', 'status', 'votes', 'reason'],
  group: ['state', 'owner', 'status', 'reason'],
  resource: ['state', 'status', 'reason'],
  disk: ['state', 'owner', 'reachable'],
  workload: ['state', 'on'],
  cluster: ['state', 'votes', 'present', 'needed'],
  guest_cluster: ['state', 'votes', 'present', 'needed'],
  nlb_cluster: ['state', 'present', 'needed'],
};

function propertiesOf(state: ClusterState, kind: SubjectKind, name: string): Variable[] {
  return (shownProperties[kind] ?? ['state']).flatMap((property) => {
    const value = state.get(kind, name, property);
    if (value === null) return [];
    return [{ name: property, value: sayValue(value), expression: expressionFor(name, property) }];
  });
}

/** A thing in a few words: its state, its status, and who owns it. */
export function summaryOf(state: ClusterState, kind: SubjectKind, name: string): string {
  const word = (property: StateProperty): string | undefined => {
    const value = state.get(kind, name, property);
    return value === null || value === '' ? undefined : sayValue(value);
  };
  const owner = word('owner') ?? word('on');
  const states = [word('state'), word('status')].filter((part) => part !== undefined).join(', ');
  if (states === '' && owner === undefined) return 'unchanged';
  if (owner === undefined) return states;
  return states === '' ? `owned by ${owner}` : `${states} on ${owner}`;
}

function thing(
  state: ClusterState,
  kind: SubjectKind,
  name: string,
  inner: () => readonly Variable[] = () => [],
): Variable {
  return {
    name,
    value: summaryOf(state, kind, name),
    children: () => [...propertiesOf(state, kind, name), ...inner()],
  };
}

function groupVariable(state: ClusterState, group: Group): Variable {
  return thing(state, 'group', group.name, () => group.resources.map(({ name }) => thing(state, 'resource', name)));
}

/** A guest cluster: its votes, its nodes, which are virtual machines, and its groups. */
function guestVariable(state: ClusterState, { name, values, groups }: GuestCluster): Variable {
  const node = (member: string): Variable => {
    const value = sayValue(state.get('node', member, 'state', name));
    return { name: member, value };
  };
  return thing(state, 'guest_cluster', name, () => [
    ...(values.members ?? []).map((member) => node(member.name)),
    ...groups.map((group) => groupVariable(state, group)),
  ]);
}

/** What there is inside virtual machines, where there is anything. */
function insideScopes({ guestClusters, nlbClusters }: Cluster, state: ClusterState): readonly VariableScope[] {
  const guests = { name: 'Guest clusters', children: () => guestClusters.all.map((one) => guestVariable(state, one)) };
  const farms = {
    name: 'Load balancing',
    children: () => nlbClusters.all.map(({ name }) => thing(state, 'nlb_cluster', name)),
  };
  return [...(guestClusters.all.length > 0 ? [guests] : []), ...(nlbClusters.all.length > 0 ? [farms] : [])];
}

function changeVariable({ subject, property, before, after }: Change): Variable {
  return {
    name: `${sayState(subject.kind)} ${subject.name} ${property}`,
    value: `${sayValue(before)} → ${sayValue(after)}`,
    expression: expressionFor(subject.name, property),
  };
}

function detailVariables(event: TraceEvent): Variable[] {
  return Object.entries(detailsOf(event) ?? {}).flatMap(([name, value]) => {
    if (value === null) return [];
    if (typeof value !== 'object') return [{ name: sayState(name), value: String(value) }];
    return [{ name: sayState(name), value: `${value.length}`, children: () => value.map(listed) }];
  });
}

/** One entry of a list in an event's details: a name, or a node that was considered. */
function listed(
  entry: string | { readonly node: string; readonly chosen: boolean; readonly rejected_by?: string },
): Variable {
  if (typeof entry === 'string') return { name: entry, value: '' };
  return {
    name: entry.node,
    value: entry.chosen ? 'chosen' : `not chosen: ${sayState(entry.rejected_by ?? 'not said')}`,
  };
}

/** What the Variables view shows of a moment. `event` is the one whose changes "This step" lists: of the frame that is selected. */
export function scopesOf(
  cluster: Cluster,
  state: ClusterState,
  event: TraceEvent | undefined,
): readonly VariableScope[] {
  const scopes: VariableScope[] = [
    { name: 'Nodes', children: () => cluster.nodes.all.map(({ name }) => thing(state, 'node', name)) },
    { name: 'Groups', children: () => cluster.groups.all.map((group) => groupVariable(state, group)) },
    { name: 'Disks', children: () => cluster.disks.all.map(({ name }) => thing(state, 'disk', name)) },
    { name: 'Votes', children: () => propertiesOf(state, 'cluster', cluster.name) },
    ...insideScopes(cluster, state),
  ];
  if (!event) return scopes;
  return [
    { name: 'This step', children: () => [...event.changes.map(changeVariable), ...detailVariables(event)] },
    ...scopes,
  ];
}
