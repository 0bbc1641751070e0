import type { Related } from '../../../language/finding';
import type { Cluster } from '../../../model/cluster';
import type { Group } from '../../../model/elements';
import type { Ref } from '../../../model/values';
import { listOf } from '../../../model/words';
import { allGroupsIn } from '../../elements';
import { isDeclaredOwner, ownerListsOf, possibleCandidates } from '../../possible-owners';
import type { Candidate } from '../../possible-owners';
import type { DeclarationRule, Found } from '../../rule';
import { valueOf } from '../../written';

/** The owner of a group is a node that may not own everything in it: the group cannot be where the design says. */
export const ownerNotPossible: DeclarationRule = {
  code: 'group/owner-not-possible',
  severity: 'error',
  source: 'semantics 2.3 (candidate filter; a violation is refused), S16',
  oncePerPlace: true,
  check: (bound, { cluster }) =>
    allGroupsIn(bound).flatMap((group) =>
      impossible(cluster, group, group.values.owner ? [group.values.owner] : [], (owner, possible) => {
        return `Group ${group.name} is said to be on ${owner.name}, which may not own ${whatOf(cluster, group, owner)}: it can only be online on ${listOf(namesOf(possible), 'or')}.`;
      }),
    ),
};

/** A preferred owner that may not own everything in the group: the group never goes there. */
export const preferredNotPossible: DeclarationRule = {
  code: 'group/preferred-not-possible',
  severity: 'warning',
  source: 'semantics 2.3 (only possible owners restrict), S05, S16',
  oncePerPlace: true,
  check: (bound, { cluster }) =>
    allGroupsIn(bound).flatMap((group) =>
      impossible(cluster, group, group.values.preferred_owners ?? [], (owner) => {
        return `${owner.name} is a preferred owner of group ${group.name}, but may not own ${whatOf(cluster, group, owner)}: no failover or failback ever takes the group there.`;
      }),
    ),
};

/** A finding for each of the names that may not own the group. That nothing may own it at all is a rule of its own. */
function impossible(
  cluster: Cluster,
  group: Group,
  owners: readonly Ref[],
  say: (owner: Ref, possible: readonly Candidate[]) => string,
): readonly Found[] {
  const isRestricted = group.guestCluster !== undefined || ownerListsOf(group).length > 0;
  const possible = isRestricted && owners.length > 0 ? possibleCandidates(cluster, group) : undefined;
  if (!possible || possible.length === 0) return [];
  return owners
    .filter((owner) => isDeclaredOwner(cluster, group, owner))
    .filter((owner) => !possible.some(({ key }) => key === owner.key))
    .map((owner) => ({
      message: say(owner, possible),
      place: owner.place,
      related: excluding(group, owner).map((resource): Related => {
        return {
          place: valueOf(resource, 'possible_owners'),
          message: `${resource.name} lists its possible owners here.`,
        };
      }),
    }));
}

function excluding(group: Group, owner: Ref) {
  return ownerListsOf(group)
    .filter(({ owners }) => !owners.some(({ key }) => key === owner.key))
    .map(({ resource }) => resource);
}

/** What keeps the owner out: resources, or that it is no member of the guest cluster. */
function whatOf(cluster: Cluster, group: Group, owner: Ref): string {
  const names = excluding(group, owner).map(({ name }) => name);
  if (names.length > 0) return listOf(names);
  return `it, being no member of ${cluster.guestClusters.get(group.guestCluster)?.name ?? 'the guest cluster'}`;
}

function namesOf(candidates: readonly Candidate[]): readonly string[] {
  return candidates.map(({ name }) => name);
}
