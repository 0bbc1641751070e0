import type { Edit, Fix } from '../../../language/finding';
import { writeName } from '../../../language/tokens';
import type { Cluster } from '../../../model/cluster';
import type { Design } from '../../../model/design';
import { isConfiguration, isVirtualMachine } from '../../../model/elements';
import type { Disk, Group, Resource } from '../../../model/elements';
import { possibleOwners } from '../../../model/owners';
import { listOf } from '../../../model/words';
import { requires, waitsFor } from '../../dependencies';
import { groupsOnDisk, homeOf } from '../../disks';
import { requireAll } from '../../edits/dependency';
import { mergeGroups } from '../../edits/merge-groups';
import { addDiskResources } from '../../edits/resource';
import { elementsIn } from '../../elements';
import { filesOf } from '../../files';
import { namesOf } from '../../names';
import { meaningOf, referencesOf } from '../../references';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { isBroken, isUnreadable, labelOf } from '../../written';

/** One disk that several groups need: it goes with one of them, and the others lose their files. */
export const sharedDiskGroups: DeclarationRule = {
  code: 'storage/shared-disk-groups',
  severity: 'error',
  source: 'semantics 7.1 ST-2, S20 (Considerations, Storage)',
  check: (declaration, design) =>
    elementsIn(declaration, 'disk').flatMap((disk) => {
      const groups = groupsOnDisk(design, disk);
      return groups.length > 1 ? torn(design, disk, groups) : [];
    }),
};

function torn(design: Checked, disk: Disk, groups: readonly Group[]): readonly Found[] {
  const { cluster } = design;
  const [first, ...others] = groups;
  if (!first) return [];
  const files = design.facts.filesOnDisk(disk.key);
  const elsewhere = files.filter((file) => file.group !== first);
  const wrong = elsewhere.find((file) => file.role === 'vhd') ?? elsewhere[0];
  if (!wrong) return [];
  const names = listOf(groups.map((group) => group.name));
  const owner = homeOf(cluster, disk).kind === 'group' ? ` (it is in group ${first.name})` : '';
  return [
    {
      message: `Groups ${names} need disk ${disk.name}, which is always on one node as a whole${owner}: whenever the groups are on different nodes, ${wrong.resource.name} does not find ${wrong.path.text} and will not start.`,
      place: wrong.path.place,
      related: [
        { place: labelOf(disk), message: `Disk ${disk.name} is declared here.` },
        ...files
          .filter((file) => file !== wrong)
          .map((file) => ({ place: file.path.place, message: `${file.resource.name} has this file on ${disk.name}.` })),
      ],
      fixes: merge(design, disk, first, others),
    },
  ];
}

/** Merges the groups into the one that has the disk; not where no node could own the result, or a group cannot be read whole. */
function merge(design: Design, disk: Disk, target: Group, sources: readonly Group[]): readonly Fix[] {
  const { cluster } = design;
  const groups = [target, ...sources];
  if (groups.some(({ declaration }) => isBroken(declaration))) return [];
  const [owners = [], ...others] = groups.map((group) => possibleOwners(cluster, group));
  const hasOwner = owners.some((node) => others.every((list) => list.includes(node)));
  const title = `Merge ${listOf(sources.map((group) => `group ${group.name}`))} into group ${target.name}`;
  const loose = homeOf(cluster, disk).kind === 'available' ? [addDiskResources(cluster, target, [disk])] : [];
  const changes = [
    ...loose,
    ...groups.flatMap((group) =>
      group.resources.flatMap((resource) => newDependencies(cluster, groups, group, disk, resource)),
    ),
    ...renamed(design, target, sources),
  ];
  return [{ title, preferred: hasOwner, edits: mergeGroups(design.documents, target, sources, changes) }];
}

/** What a resource can depend on only once the groups are one: disks of the other groups that hold its files. */
function newDependencies(
  cluster: Cluster,
  groups: readonly Group[],
  group: Group,
  shared: Disk,
  resource: Resource,
): readonly Edit[] {
  if (!isVirtualMachine(resource) && !isConfiguration(resource)) return [];
  if (isUnreadable(resource, 'depends_on')) return [];
  const providers = new Set<string>();
  for (const { resolution } of filesOf(cluster, group, resource)) {
    if (resolution.kind !== 'volume') continue;
    const home = homeOf(cluster, resolution.disk);
    const fromOther = home.kind === 'group' && home.group.key !== resource.group && groups.includes(home.group);
    const provider = home.kind === 'group' ? home.resource.name : resolution.disk.name;
    const isNew = fromOther || (home.kind === 'available' && resolution.disk === shared);
    const known = cluster.resources.get(provider.toLowerCase());
    const makesRing = known !== undefined && waitsFor(cluster, known, resource.key);
    if (isNew && !makesRing && !requires(resource.values.depends_on, provider.toLowerCase())) providers.add(provider);
  }
  return providers.size > 0 ? requireAll(resource, [...providers]) : [];
}

/** Scenarios that name a group that goes mean the merged one from now on. */
function renamed(design: Design, target: Group, sources: readonly Group[]): readonly Edit[] {
  const names = namesOf(design);
  const gone = new Set(sources.map((group) => labelOf(group).span));
  return referencesOf(design)
    .filter((reference) => reference.namespaces.includes('group'))
    .filter((reference) => gone.has(meaningOf(names, reference)?.place.span ?? target.block.span))
    .map(({ ref }) => ({ place: ref.place, newText: writeName(target.name) }));
}
