import type { Related } from '../../../language/finding';
import type { Cluster } from '../../../model/cluster';
import type { Group } from '../../../model/elements';
import { listOf } from '../../../model/words';
import { allGroupsIn } from '../../elements';
import { candidatesOf, ownerListsOf, possibleCandidates } from '../../possible-owners';
import type { OwnerList } from '../../possible-owners';
import type { DeclarationRule, Found } from '../../rule';
import { headerOf, valueOf } from '../../written';

/** A group whose resources have no possible owner in common: it can be nowhere. */
export const noPossibleOwner: DeclarationRule = {
  code: 'group/no-possible-owner',
  severity: 'error',
  source: 'semantics 2.3 (candidate filter), 2.1, S16',
  check: (bound, { cluster }) => allGroupsIn(bound).flatMap((group) => homeless(cluster, group)),
};

function homeless(cluster: Cluster, group: Group): readonly Found[] {
  const lists = ownerListsOf(group);
  if (lists.length === 0 || possibleCandidates(cluster, group)?.length !== 0) return [];
  const candidates = candidatesOf(cluster, group) ?? [];
  if (candidates.length === 0) return [];
  const alone = lists.find(({ owners }) => !owners.some(({ key }) => candidates.some((one) => one.key === key)));
  const what = group.guestCluster === undefined ? 'node' : 'member';
  return [
    {
      message: `No ${what} may own everything in group ${group.name}: ${listOf(lists.map(sayList))}. So the group can be online nowhere.`,
      place: alone ? valueOf(alone.resource, 'possible_owners') : headerOf(group),
      related: lists.map((list): Related => {
        return { place: valueOf(list.resource, 'possible_owners'), message: `${sayList(list)}.` };
      }),
    },
  ];
}

function sayList({ resource, owners }: OwnerList): string {
  const names = owners.map(({ name }) => name);
  return names.length === 0
    ? `${resource.name} may be owned by none`
    : `${resource.name} may be owned by ${listOf(names)} only`;
}
