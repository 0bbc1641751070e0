import type { Fix } from '../../../language/finding';
import type { BoundDeclaration } from '../../../model/bind/declaration';
import { isDiskResource, isVirtualMachine } from '../../../model/elements';
import type { Disk, Resource } from '../../../model/elements';
import { hostVolumeOf } from '../../../model/paths';
import type { Ref } from '../../../model/values';
import { termsOf, waitsFor } from '../../dependencies';
import { groupsOnDisk } from '../../disks';
import { removeTerm } from '../../edits/dependency';
import { resourcesIn } from '../../elements';
import { filesOf } from '../../files';
import { mergeFix } from '../../merge-fix';
import { namesOf } from '../../names';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { labelOf } from '../../written';

/** A dependency on a resource of another group, which may be on another node. */
export const crossGroupDependency: DeclarationRule = {
  code: 'dependency/cross-group',
  severity: 'error',
  source: 'semantics 3.1 rule 1, 3.2 (validator), S22',
  oncePerPlace: true,
  check: (bound, design) => resourcesIn(bound).flatMap((resource) => strayTerms(bound, design, resource)),
};

/** Each provider once, by the first term that names it. */
function strayTerms(bound: BoundDeclaration, design: Checked, resource: Resource): readonly Found[] {
  const { cluster } = design;
  const seen = new Set<string>();
  return termsOf(resource.values.depends_on).flatMap((ref) => {
    const provider = cluster.resources.get(ref.key);
    if (!provider || provider.group === resource.group || seen.has(ref.key)) return [];
    seen.add(ref.key);
    // A resource that bears the name of an earlier one is reported as such; its own place in a group says nothing.
    if (resourcesIn(bound).some((one) => one.key === ref.key && one.group === resource.group)) return [];
    if (waitsFor(cluster, provider, resource.key) || isSaidElsewhere(design, resource, provider)) return [];
    return stray(design, resource, provider, ref);
  });
}

function stray(design: Checked, resource: Resource, provider: Resource, ref: Ref): Found {
  const names = namesOf(design);
  const groupOf = (one: Resource): string => names.spelling('group', one.group) ?? one.group;
  return {
    message: `${resource.name} depends on ${provider.name}, which is in group ${groupOf(provider)} and not in ${groupOf(resource)}: a resource can wait only for resources of its own group, and when the two groups are on different nodes, ${resource.name} will not come online.`,
    place: ref.place,
    related: [{ place: labelOf(provider), message: `${provider.name} is declared here.` }],
    fixes: [...withoutTerm(resource, ref), ...together(design, resource, provider)],
  };
}

function withoutTerm(resource: Resource, ref: Ref): readonly Fix[] {
  const edit = removeTerm(resource, ref.place);
  return edit
    ? [{ title: `Remove ${ref.name} from what ${resource.name} depends on`, preferred: false, edits: [edit] }]
    : [];
}

/** Merges the groups, where both are of the host cluster. Whether they should move together is for the reader to say. */
function together(design: Checked, resource: Resource, provider: Resource): readonly Fix[] {
  const groups = [provider, resource].map(({ group }) => design.cluster.groups.get(group));
  const own = groups.filter((group) => group !== undefined);
  return own.length < groups.length ? [] : mergeFix(design, own, []).map((fix) => ({ ...fix, preferred: false }));
}

/** Whether what the resource needs the provider for is itself in the wrong group, and reported there. */
function isSaidElsewhere(design: Checked, resource: Resource, provider: Resource): boolean {
  const { cluster } = design;
  if (isVirtualMachine(resource) && resource.values.configuration?.key === provider.key) return true;
  const disk = isDiskResource(provider) ? cluster.disks.get(provider.disk.key) : undefined;
  if (!disk) return false;
  if (isDiskResource(resource)) return isMounted(design, cluster.disks.get(resource.disk.key), disk);
  if (groupsOnDisk(design, disk).some(({ key }) => key === resource.group)) return true;
  return needsDisk(design, resource, disk);
}

function isMounted({ cluster }: Checked, one: Disk | undefined, other: Disk): boolean {
  const isOn = (mounted: Disk, host: Disk): boolean =>
    mounted.volumes.some((volume) => hostVolumeOf(cluster, volume)?.disk === host.key);
  return one !== undefined && (isOn(one, other) || isOn(other, one));
}

/** Whether a parent of one of its disks is on the disk, or the disk is handed to it as a whole. */
function needsDisk({ cluster }: Checked, resource: Resource, disk: Disk): boolean {
  const group = cluster.groups.get(resource.group);
  if (!group || !isVirtualMachine(resource)) return false;
  return (
    resource.passthroughDisks.some((passthrough) => passthrough.disk.key === disk.key) ||
    filesOf(cluster, group, resource).some(({ resolution }) => resolution.kind === 'volume' && resolution.disk === disk)
  );
}
