import type { Fix } from '../../../language/finding';
import type { Cluster } from '../../../model/cluster';
import { isDiskResource } from '../../../model/elements';
import type { Resource } from '../../../model/elements';
import type { Ref } from '../../../model/values';
import { listOf, nearest } from '../../../model/words';
import { termsOf, waitsFor } from '../../dependencies';
import { groupsOnDisk, homeOf, isBuiltIn } from '../../disks';
import { removeTerm, writeTerm } from '../../edits/dependency';
import { addDiskResources } from '../../edits/resource';
import { looseMachinesIn, resourcesIn } from '../../elements';
import { namesOf } from '../../names';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { mayBeUnread } from '../../unread';
import { isBroken } from '../../written';

/** A name in `depends_on` that no resource bears: the resource waits for something that will never be online. */
export const unknownDependency: DeclarationRule = {
  code: 'dependency/unknown',
  severity: 'error',
  source: 'semantics 3.1, 3.2 (validator), S22; language.md, Settled readings, Names',
  oncePerPlace: true,
  check: (bound, design) => {
    const { cluster } = design;
    if (isBroken(bound.declaration)) return [];
    const reported = new Set<string>();
    return [...resourcesIn(bound), ...looseMachinesIn(bound)].flatMap((resource) =>
      termsOf(resource.values.depends_on)
        .filter((ref) => !cluster.resources.get(ref.key) && !isSharedVolume(cluster, ref))
        .filter((ref) => !isDanglingConfiguration(resource, ref) && !isPassedThrough(design, resource, ref))
        .filter((ref) => !mayBeUnread(design, ref.key, resource.declaration))
        .filter((ref) => isNewFault(cluster, resource, ref, reported))
        .map((ref) => unknown(design, resource, ref)),
    );
  },
};

/** That a dependency on a shared volume is needless is a rule of its own. */
function isSharedVolume(cluster: Cluster, ref: Ref): boolean {
  const disk = cluster.disks.get(ref.key);
  return disk !== undefined && homeOf(cluster, disk).kind === 'shared';
}

/** A configuration that is not there is reported where the machine names it as such. */
function isDanglingConfiguration(resource: Resource, ref: Ref): boolean {
  return resource.kind === 'virtual_machine' && resource.values.configuration?.key === ref.key;
}

/** That a pass-through disk of the group is no resource of it is a rule of its own. */
function isPassedThrough({ cluster, facts }: Checked, { group }: Resource, { key }: Ref): boolean {
  return cluster.disks.get(key) !== undefined && facts.passedTo(key).some((machine) => machine.group === group);
}

/** A declared disk without a resource is one fault of the group, however often it is named there. */
function isNewFault(cluster: Cluster, { group }: Resource, { key }: Ref, reported: Set<string>): boolean {
  if (!cluster.disks.get(key)) return true;
  const id = JSON.stringify([group, key]);
  const isNew = !reported.has(id);
  reported.add(id);
  return isNew;
}

function unknown(design: Checked, resource: Resource, ref: Ref): Found {
  const { cluster } = design;
  const disk = cluster.disks.get(ref.key);
  const waits = `so ${resource.name} can never come online`;
  if (!disk) {
    return {
      message: `${resource.name} depends on ${ref.name}, but no resource is named so, ${waits}.`,
      place: ref.place,
      fixes: replacement(cluster, resource, ref),
    };
  }
  const home = homeOf(cluster, disk);
  const group = cluster.groups.get(resource.group);
  const groupName = resource.group === '' ? undefined : namesOf(design).spelling('group', resource.group);
  const others = otherTerms(cluster, resource, ref);
  const why =
    home.kind === 'unclustered'
      ? `disk ${disk.name} is not clustered`
      : home.kind === 'reserved'
        ? `disk ${disk.name} is the witness`
        : `disk ${disk.name} has no resource in ${groupName === undefined ? 'any group' : `group ${groupName}`}`;
  const fix: Fix | undefined =
    home.kind === 'available' && group && groupsOnDisk(design, disk).every((one) => one === group)
      ? {
          title: `Add disk ${disk.name} to group ${group.name}`,
          preferred: isBuiltIn(cluster, disk),
          edits: [addDiskResources(cluster, group, [disk])],
        }
      : undefined;
  return {
    message: `${listOf([resource.name, ...others.map((one) => one.resource.name)])} ${others.length > 0 ? 'depend' : 'depends'} on ${ref.name}, but ${why}, ${waits}.`,
    place: ref.place,
    related: others.map((one) => ({ place: one.ref.place, message: `${one.resource.name} depends on it too.` })),
    fixes: fix ? [fix] : [],
  };
}

/** Further resources of the group that name the same disk. */
function otherTerms(
  cluster: Cluster,
  resource: Resource,
  ref: Ref,
): readonly { readonly resource: Resource; readonly ref: Ref }[] {
  const resources = cluster.groups.get(resource.group)?.resources ?? [];
  return resources
    .filter((one) => one !== resource)
    .flatMap((one) => termsOf(one.values.depends_on).map((term) => ({ resource: one, ref: term })))
    .filter((one) => one.ref.key === ref.key);
}

/** The nearest resource of the group that may come first; where it is there already, the misspelt term goes. */
function replacement(cluster: Cluster, resource: Resource, ref: Ref): readonly Fix[] {
  const resources = cluster.groups.get(resource.group)?.resources ?? [];
  const canonical = (one: Resource): string =>
    (isDiskResource(one) ? cluster.disks.get(one.disk.key)?.name : undefined) ?? one.name;
  const candidates = resources.filter((one) => one !== resource && !waitsFor(cluster, one, resource.key));
  const meant = nearest(ref.name, candidates.map(canonical));
  if (meant === undefined) return [];
  const isThere = termsOf(resource.values.depends_on).some((one) => one.key === meant.toLowerCase());
  if (!isThere) {
    const edits = [{ place: ref.place, newText: writeTerm(meant) }];
    return [{ title: `Change to ${meant}`, preferred: true, edits }];
  }
  const edit = removeTerm(resource, ref.place);
  return edit ? [{ title: `Remove ${ref.name}: ${meant} is there already`, preferred: true, edits: [edit] }] : [];
}
