import type { Edit } from '../language/finding';
import { writeName } from '../language/tokens';
import type { DeclaredElements } from '../model/bind/declaration';
import type { Cluster } from '../model/cluster';
import type { ClusterNode, Group } from '../model/elements';
import { machineMb, nodeMb } from '../model/memory';
import { nodesThatCanTake, startingMachines } from '../model/start';
import { setAttribute } from './edits/attribute';
import type { Checked } from './rule';
import { isBroken } from './written';

/** Whether virtual machines can run on a node from the start, and its memory is known. */
export function isInService({ values }: Pick<ClusterNode, 'values'>): boolean {
  return values.state === 'up' && values.memory !== undefined;
}

/** The node of the design that an element declares; undefined for a second one of its name. */
export function nodeOf(cluster: Cluster, declared: DeclaredElements['node']): ClusterNode | undefined {
  const node = cluster.nodes.get(declared.key);
  return node?.block === declared.block ? node : undefined;
}

/** Memory the virtual machines take that run on a node from the start, MB. */
export function loadMb({ facts }: Checked, { key }: Pick<ClusterNode, 'key'>): number {
  return facts.loadMb(key)[0] ?? 0;
}

const taken = new WeakMap<Group, number>();

/** Memory the virtual machines of a group take from the start, MB. */
export function groupMb(group: Group): number {
  const known = taken.get(group);
  if (known !== undefined) return known;
  const sum = startingMachines(group).reduce((total, machine) => total + machineMb(machine), 0);
  taken.set(group, sum);
  return sum;
}

/** Whether anything is on a node from the start. */
export function hostsAnything({ facts }: Checked, { key }: Pick<ClusterNode, 'key'>): boolean {
  return facts.hosts(key).length > 0;
}

/** Other nodes in service that a group could start on, the one with most memory left first. `taken` is what is planned there already, MB. */
export function roomElsewhere(
  design: Checked,
  group: Group,
  from: ClusterNode,
  taken: ReadonlyMap<ClusterNode, number>,
): readonly { readonly node: ClusterNode; readonly freeMb: number }[] {
  return nodesThatCanTake(design.cluster, group)
    .filter((node) => node !== from && isInService(node))
    .map((node) => ({ node, freeMb: nodeMb(node) - loadMb(design, node) - (taken.get(node) ?? 0) }))
    .sort((one, other) => other.freeMb - one.freeMb);
}

/** Makes a group start on a node; undefined where its declaration cannot be read whole. */
export function startOn(group: Group, node: ClusterNode): Edit | undefined {
  return isBroken(group.declaration) ? undefined : setAttribute(group, 'owner', writeName(node.name));
}
