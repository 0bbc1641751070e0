import type { Cluster } from '../../../model/cluster';
import type { Group } from '../../../model/elements';
import { listOf } from '../../../model/words';
import { allGroupsIn } from '../../elements';
import { candidatesOf, ownerListsOf, possibleCandidates } from '../../possible-owners';
import type { DeclarationRule, Found } from '../../rule';
import { headerOf, valueOf } from '../../written';

/** A group that only one node may own: it fails over nowhere. In a cluster of one node that is said of the cluster. */
export const singlePossibleOwner: DeclarationRule = {
  code: 'group/single-possible-owner',
  severity: 'warning',
  source: 'semantics 2.3 (candidate filter), S16, S20 (Failover cluster nodes)',
  check: (bound, { cluster }) => allGroupsIn(bound).flatMap((group) => tied(cluster, group)),
};

function tied(cluster: Cluster, group: Group): readonly Found[] {
  const lists = ownerListsOf(group);
  if (lists.length === 0) return [];
  const possible = possibleCandidates(cluster, group);
  const [only] = possible ?? [];
  if (!only || possible?.length !== 1 || (candidatesOf(cluster, group)?.length ?? 0) < 2) return [];
  const alone = lists.find(({ owners }) => owners.every(({ key }) => key === only.key));
  const resources = listOf(group.resources.map(({ name }) => name));
  return [
    {
      message: `Only ${only.name} may own group ${group.name}: when ${only.name} fails, ${resources} ${group.resources.length > 1 ? 'stay' : 'stays'} offline until it is back.`,
      place: alone ? valueOf(alone.resource, 'possible_owners') : headerOf(group),
      related: lists
        .filter((list) => list !== alone)
        .map(({ resource }) => ({
          place: valueOf(resource, 'possible_owners'),
          message: `${resource.name} lists its possible owners here.`,
        })),
    },
  ];
}
