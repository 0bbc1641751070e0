import type { Cluster } from '../model/cluster';
import type { ClusterNode, Disk, Group } from '../model/elements';
import { startingMachines } from '../model/start';
import { quorumSetup } from '../simulation';
import type { ClusterState } from '../simulation';
import { disksOfGroup } from './disks';
import type { Fault } from './fault';
import { nodeShape } from './node-shape';
import { namedNodes, shapesOf } from './shape';

/** A set of faults as seen without names: sets of one likeness end alike. */
export interface Likeness {
  readonly key: string;
  /** All groups that should run, in an order in which those of one set correspond to those of another of the same likeness. */
  readonly groups: () => readonly Group[];
}

/** Says which sets of faults are alike; undefined for a set that is like no other. */
export type LikenessOf = (faults: readonly Fault[]) => Likeness | undefined;

interface Member {
  readonly group: Group;
  readonly shape: number;
  /** Position among all groups. */
  readonly order: number;
}

interface Seat {
  readonly node: ClusterNode;
  /** What the node and all that is on it are like. */
  readonly likeness: number;
  readonly members: readonly Member[];
}

/** Numbers for texts, the same for equal ones. */
function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
}

/** Faults whose effect is the same wherever in the cluster they strike; the others name something there is one of. */
const movable: ReadonlySet<Fault['kind']> = new Set<Fault['kind']>(['node', 'disk']);

/** Whether groups may take each other's room: then the order of all counts, not only of those that are moved (semantics 2.3, S18). */
function mayPreempt({ profile, groups }: Cluster): boolean {
  return profile.preemption && new Set(groups.all.map(({ values }) => values.priority)).size > 1;
}

/**
 * Whether a release places groups by what nodes are like, and by their number only between equals (semantics 2.3): the older ones go
 * by number, and there no two nodes are alike. Where a group waits from the start, every change of room matters.
 */
function isComparable(cluster: Cluster, state: ClusterState): boolean {
  if (cluster.profile.placement !== 'ranked') return false;
  return cluster.groups.all.every(
    (group) => startingMachines(group).length === 0 || state.get('group', group.name, 'state') === 'online',
  );
}

function seatsOf(cluster: Cluster, state: ClusterState, shapes: ReadonlyMap<string, string>): readonly Seat[] {
  const number = numbering();
  const named = namedNodes(cluster);
  const members = new Map<string, Member[]>();
  for (const [order, group] of cluster.groups.all.entries()) {
    const owner = state.get('group', group.name, 'owner');
    if (typeof owner !== 'string') continue;
    const own = members.get(owner.toLowerCase()) ?? [];
    own.push({ group, shape: number(shapes.get(group.key) ?? group.key), order });
    members.set(owner.toLowerCase(), own);
  }
  const loose = looseDisks(cluster);
  return cluster.nodes.all.map((node) => {
    const own = members.get(node.key) ?? [];
    const order = mayPreempt(cluster) ? own : own.toSorted((one, other) => one.shape - other.shape);
    const described = [
      named.has(node.key) ? node.key : '',
      nodeShape(cluster, node),
      state.get('node', node.name, 'votes'),
      loose.filter(({ name }) => state.get('disk', name, 'owner') === node.name).map(({ key }) => key),
      cluster.virtualMachines.all
        .filter(({ group, values }) => group === '' && values.host?.key === node.key)
        .map(({ values }) => [values.memory, values.state]),
      order.map(({ shape }) => shape),
    ];
    return { node, likeness: number(`node ${JSON.stringify(described)}`), members: own };
  });
}

/** Disks with files on them that no group has a resource for and one node holds: where they are counts. */
function looseDisks(cluster: Cluster): readonly Disk[] {
  const used = usedDisks(cluster);
  return cluster.disks.all.filter(
    ({ key, values }) => used.has(key) && !values.shared_volume && !cluster.diskResources.get(key),
  );
}

function usedDisks(cluster: Cluster): ReadonlySet<string> {
  return new Set(cluster.groups.all.flatMap((group) => [...disksOfGroup(cluster, group)]));
}

/**
 * Compares sets of faults that strike a cluster as it stands at the start of a run. Two sets are alike where the nodes that are left,
 * in their order, are like those the other leaves, node by node and group by group, and the groups to be placed come in the same order:
 * then every decision of the run falls the same way. What cannot be compared is like nothing.
 */
export function likenessIn(cluster: Cluster, state: ClusterState): LikenessOf {
  if (!isComparable(cluster, state)) return () => undefined;
  const { of: shapes, ownDisks } = shapesOf(cluster);
  const seats = seatsOf(cluster, state, shapes);
  const preempts = mayPreempt(cluster);
  const spare = spareDisks(cluster, ownDisks);

  return (faults) => {
    if (!faults.every(({ kind }) => movable.has(kind))) return undefined;
    const nodes = new Set(faults.filter(({ kind }) => kind === 'node').map(({ key }) => key));
    const disks = faults.filter(({ kind }) => kind === 'disk').map(({ key }) => key);
    const marked = marksOf(cluster, disks, ownDisks);
    const fixed = disks.filter((key) => !ownDisks.has(key) && !spare.has(key));
    const tokenOf = ({ likeness, members }: Seat): string => {
      const own = marked.size === 0 ? [] : members.filter(({ group }) => marked.has(group.key));
      return [String(likeness), ...own.map((member) => shapeOf(member, marked)).toSorted()].join('*');
    };
    const failed = seats.filter(({ node }) => nodes.has(node.key));
    const standing = seats.filter(({ node }) => !nodes.has(node.key));
    const left = nodes.size === 0 ? evened(standing, tokenOf) : standing;
    const inOrder = [...failed, ...left];
    const placed = failed
      .flatMap(({ members }, position) => members.map((member) => ({ ...member, position })))
      .toSorted((one, other) => one.order - other.order);
    const key = [
      failed.map(tokenOf).join(' '),
      left.map(tokenOf).join(' '),
      placed.map((member) => `${String(member.position)}:${shapeOf(member, marked)}`).join(' '),
      fixed.join(' '),
      faults.map(({ kind }) => kind).join(' '),
      preempts ? wholeOrder(inOrder) : '',
    ].join('|');
    return { key, groups: () => inOrder.flatMap(({ members }) => corresponding(members, marked)) };
  };
}

/** Where each group is, in the order of the file. */
function wholeOrder(seats: readonly Seat[]): string {
  const all = seats.flatMap(({ members }, position) => members.map(({ order }) => ({ order, position })));
  return all
    .toSorted((one, other) => one.order - other.order)
    .map(({ position }) => position)
    .join(' ');
}

/** Neighbours that are alike but for the faults in their groups stand in the order of those: no group is placed among them. */
function evened(seats: readonly Seat[], tokenOf: (seat: Seat) => string): readonly Seat[] {
  const runs: Seat[][] = [];
  for (const seat of seats) {
    const last = runs.at(-1);
    if (last?.[0]?.likeness === seat.likeness) last.push(seat);
    else runs.push([seat]);
  }
  const byToken = (one: Seat, other: Seat): number =>
    tokenOf(one) < tokenOf(other) ? -1 : Number(tokenOf(one) > tokenOf(other));
  return runs.flatMap((run) => run.toSorted(byToken));
}

/** Groups with a disk that is struck, by key: which of its disks. */
type Marks = ReadonlyMap<string, string>;

function marksOf(cluster: Cluster, disks: readonly string[], ownDisks: ReadonlyMap<string, string>): Marks {
  const marks = new Map<string, string>();
  for (const key of disks) {
    const group = cluster.groups.get(ownDisks.get(key));
    if (!group) continue;
    const which = [...disksOfGroup(cluster, group)].indexOf(key);
    marks.set(group.key, `${marks.get(group.key) ?? ''}@${String(which)}`);
  }
  return marks;
}

function shapeOf({ group, shape }: Member, marked: Marks): string {
  return `${String(shape)}${marked.get(group.key) ?? ''}`;
}

function corresponding(members: readonly Member[], marked: Marks): readonly Group[] {
  const mark = ({ group }: Member): string => marked.get(group.key) ?? '';
  const byMark = (one: Member, other: Member): number =>
    Number(mark(one) > mark(other)) - Number(mark(one) < mark(other));
  return members
    .toSorted((one, other) => byMark(one, other) || one.shape - other.shape || one.order - other.order)
    .map(({ group }) => group);
}

/** Disks that nothing needs: no group, and no quorum. */
function spareDisks(cluster: Cluster, ownDisks: ReadonlyMap<string, string>): ReadonlySet<string> {
  const used = usedDisks(cluster);
  const { disk: witness } = quorumSetup(cluster);
  const inGuests = cluster.guestClusters.all.length > 0;
  const idle = cluster.disks.all.filter(({ key }) => !used.has(key) && !ownDisks.has(key) && key !== witness);
  return new Set(inGuests ? [] : idle.map(({ key }) => key));
}
