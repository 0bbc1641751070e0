import type { Cluster } from '../model/cluster';
import { findGroup } from '../simulation/guestNames';
import type { ClusterState } from '../simulation/state';
import type { StateProperty, StateValue, SubjectKind } from '../simulation/trace';
import { isStateProperty } from './condition';
import type { Things } from './things';
import { sayValue, summaryOf } from './variables';

/** Kinds in which a bare name is looked up, in this order (language.md, Scenario statements). */
const order: readonly SubjectKind[] = [
  'resource',
  'group',
  'disk',
  'node',
  'workload',
  'virtual_machine',
  'guest_cluster',
  'nlb_cluster',
  'storage',
  'network',
];

const form = /^\s*(?:([a-z_]+)\s+)?(?:"([^"]+)"|([A-Za-z_][A-Za-z0-9_-]*))(?:\.([a-z_]+))?\s*$/;

/** The value of an expression, or what is wrong with it. */
export type Evaluation = { readonly value: string } | { readonly problem: string };

/** A VM has no owner of its own: the owner of a resource is that of its group. */
function ownerOfResource(cluster: Cluster, state: ClusterState, name: string): StateValue {
  const group = findGroup(cluster, cluster.resources.get(name.toLowerCase())?.group);
  return group ? state.get('group', group.name, 'owner') : null;
}

function valueOf(
  cluster: Cluster,
  state: ClusterState,
  kinds: readonly SubjectKind[],
  name: string,
  property: StateProperty,
): StateValue {
  for (const kind of kinds) {
    const value =
      kind === 'resource' && property === 'owner'
        ? ownerOfResource(cluster, state, name)
        : state.get(kind, name, property);
    if (value !== null) return value;
  }
  return null;
}

/**
 * Reads `NAME`, `NAME.property` or `kind NAME.property` against a moment: `VM2.owner`, `"VM2 Configuration".state`, `group VM2`.
 * A name of several things means the first that has the property.
 */
export function evaluate(cluster: Cluster, things: Things, state: ClusterState, expression: string): Evaluation {
  const match = form.exec(expression);
  if (!match)
    return { problem: `“${expression.trim()}” cannot be read. Write a name and a property, such as VM2.owner.` };
  const name = match[2] ?? match[3] ?? '';
  const found = things.named(name, match[1]);
  const isCluster = name.toLowerCase() === 'cluster' || name.toLowerCase() === cluster.name.toLowerCase();
  if (!found && !isCluster) return { problem: `The design has no ${match[1] ?? 'thing'} “${name}”.` };
  const kinds = !found
    ? (['cluster'] as const)
    : match[1]
      ? [found.subject.kind]
      : order.filter((kind) => things.named(name, kind));
  const declared = found?.subject.name ?? cluster.name;
  if (match[4] === undefined) return { value: summaryOf(state, found?.subject.kind ?? 'cluster', declared) };
  const property = match[4];
  if (!isStateProperty(property))
    return { problem: `“${match[4]}” is no property of a simulation. Try state or owner.` };
  return { value: sayValue(valueOf(cluster, state, kinds, declared, property)) };
}
