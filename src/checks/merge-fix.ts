import type { Edit, Fix } from '../language/finding';
import { writeName } from '../language/tokens';
import type { Block } from '../language/tree';
import type { Cluster } from '../model/cluster';
import { isConfiguration, isDiskResource, isVirtualMachine } from '../model/elements';
import type { Disk, DiskResource, Group, Resource } from '../model/elements';
import { possibleOwners } from '../model/owners';
import { hostVolumeOf } from '../model/paths';
import { listOf } from '../model/words';
import { requires, waitsFor } from './dependencies';
import { homeOf, isBuiltIn } from './disks';
import { requireAll } from './edits/dependency';
import { mergeGroups } from './edits/merge-groups';
import { addDiskResources } from './edits/resource';
import { filesOf } from './files';
import { namesOf } from './names';
import { meaningOf } from './references';
import type { Checked } from './rule';
import { isBroken, isUnreadable, labelOf } from './written';

/**
 * Merges groups into the first of them, and adds the dependencies that become possible. Disks of Available Storage that it must
 * have become resources of it. No fix where a group cannot be read whole; not preferred where no node could own the result.
 */
export function mergeFix(
  design: Checked,
  [target, ...sources]: readonly Group[],
  available: readonly Disk[],
): readonly Fix[] {
  if (!target || sources.length === 0) return [];
  const { cluster } = design;
  const groups = [target, ...sources];
  if (groups.some(({ declaration }) => isBroken(declaration))) return [];
  const [owners = [], ...others] = groups.map((group) => possibleOwners(cluster, group));
  const hasOwner = owners.some((node) => others.every((list) => list.includes(node)));
  const title = `Merge ${listOf(sources.map((group) => `group ${group.name}`))} into group ${target.name}`;
  const second = secondResources(groups);
  const changes = [
    ...(available.length > 0 ? [addDiskResources(cluster, target, available)] : []),
    ...groups.flatMap((group) =>
      group.resources
        .filter((resource) => !second.has(resource.block))
        .flatMap((resource) => newDependencies(cluster, groups, group, available, resource)),
    ),
    ...renamed(design, target, sources),
  ];
  const edits = mergeGroups(design.documents, target, sources, changes, second);
  return [{ title, preferred: hasOwner && available.every((disk) => isBuiltIn(cluster, disk)), edits }];
}

/** Blocks of disk resources in the groups to be merged whose disk has a resource in an earlier one: one is enough. */
function secondResources([target, ...sources]: readonly Group[]): ReadonlySet<Block> {
  const known = new Set(target?.resources.filter(isDiskResource).map(({ disk }) => disk.key));
  const second = new Set<Block>();
  for (const resource of sources.flatMap(({ resources }) => resources.filter(isDiskResource))) {
    if (known.has(resource.disk.key)) second.add(resource.block);
    known.add(resource.disk.key);
  }
  return second;
}

/** What a resource can depend on only once the groups are one: disks of the others that it needs. */
function newDependencies(
  cluster: Cluster,
  groups: readonly Group[],
  group: Group,
  available: readonly Disk[],
  resource: Resource,
): readonly Edit[] {
  if (isUnreadable(resource, 'depends_on')) return [];
  const providers = new Set<string>();
  for (const disk of disksNeeded(cluster, group, resource)) {
    const home = homeOf(cluster, disk);
    const fromOther = home.kind === 'group' && home.group !== group && groups.includes(home.group);
    const provider = home.kind === 'group' ? home.resource.name : disk.name;
    const isNew = fromOther || (home.kind === 'available' && available.includes(disk));
    const known = cluster.resources.get(provider.toLowerCase());
    const makesRing = known !== undefined && waitsFor(cluster, known, resource.key);
    if (isNew && !makesRing && !requires(resource.values.depends_on, provider.toLowerCase())) providers.add(provider);
  }
  return providers.size > 0 ? requireAll(resource, [...providers]) : [];
}

/** Disks with files of the resource, and for a disk resource those its volumes are mounted on. */
function disksNeeded(cluster: Cluster, group: Group, resource: Resource): readonly Disk[] {
  if (isDiskResource(resource)) return hostDisks(cluster, resource);
  if (!isVirtualMachine(resource) && !isConfiguration(resource)) return [];
  return filesOf(cluster, group, resource).flatMap(({ resolution }) =>
    resolution.kind === 'volume' ? [resolution.disk] : [],
  );
}

function hostDisks(cluster: Cluster, { disk: ref }: DiskResource): readonly Disk[] {
  const disk = cluster.disks.get(ref.key);
  return (disk?.volumes ?? []).flatMap((volume) => {
    const host = cluster.disks.get(hostVolumeOf(cluster, volume)?.disk);
    return host && host !== disk ? [host] : [];
  });
}

/** Scenarios that name a group that goes mean the merged one from now on. */
function renamed(design: Checked, target: Group, sources: readonly Group[]): readonly Edit[] {
  const names = namesOf(design);
  return sources.flatMap((source) => {
    const label = labelOf(source);
    return design.facts
      .groupsNamed(source.key)
      .filter((reference) => meaningOf(names, reference)?.place.span === label.span)
      .map(({ ref }) => ({ place: ref.place, newText: writeName(target.name) }));
  });
}
