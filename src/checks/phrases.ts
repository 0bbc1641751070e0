import type { Cluster } from '../model/cluster';
import type { ClusterNode, Group } from '../model/elements';
import { possibleOwners } from '../model/owners';
import { listOf } from '../model/words';
import { figures } from './figures';

/** Where a group is, and where it would go when that node fails. */
interface Failover {
  readonly from: ClusterNode;
  readonly to: ClusterNode;
}

/** The failover a message tells of: from the owner, or the first preferred or possible node, to another one that may own it. */
function failoverOf(cluster: Cluster, group: Group): Failover | undefined {
  const possible = possibleOwners(cluster, group);
  const { owner, preferred_owners: preferred } = group.values;
  const first = [owner, ...(preferred ?? [])].map((ref) => possible.find((node) => node.key === ref?.key));
  const from = first.find((node) => node !== undefined) ?? possible[0];
  const to = possible.find((node) => node !== from);
  return from && to ? { from, to } : undefined;
}

/** `when HostA fails, VM2 will not start on HostB`; without a second node, `VM2 will not start`. */
export function failsToStart(cluster: Cluster, group: Group, name: string): string {
  const failover = failoverOf(cluster, group);
  return failover
    ? `when ${failover.from.name} fails, ${name} will not start on ${failover.to.name}`
    : `${name} will not start`;
}

/** `A, B and C`; of a long list the first few names and how many more there are. */
export function namesOfSome(elements: readonly { readonly name: string }[]): string {
  const most = figures.namesInSentence.value;
  const names = elements.map(({ name }) => name);
  if (names.length <= most) return listOf(names);
  const shown = names.slice(0, most - 1);
  return listOf([...shown, `${String(names.length - shown.length)} more`]);
}
