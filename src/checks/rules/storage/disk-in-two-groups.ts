import type { DiskResource } from '../../../model/elements';
import { isDiskResource } from '../../../model/elements';
import { groupsOnDisk } from '../../disks';
import { groupsIn } from '../../elements';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { labelOf } from '../../written';

/** A disk with two resources. Where groups with files on it are to be merged anyway, shared-disk-groups says so. */
export const diskInTwoGroups: DeclarationRule = {
  code: 'storage/disk-in-two-groups',
  severity: 'error',
  source: 'semantics 3.1 rule 4, S22',
  check: (declaration, design) =>
    groupsIn(declaration).flatMap((group) =>
      group.resources.filter(isDiskResource).flatMap((resource) => second(design, resource)),
    ),
};

function second(design: Checked, resource: DiskResource): readonly Found[] {
  const { cluster, facts } = design;
  const disk = cluster.disks.get(resource.disk.key);
  const all = facts.resourcesOfDisk(resource.disk.key);
  if (!disk || all.length < 2) return [];
  const [user, ...others] = groupsOnDisk(design, disk);
  if (others.length > 0) return [];
  const right = all.find(({ group }) => group === user?.key) ?? all[0];
  if (!right || right === resource) return [];
  const nameOf = ({ group }: DiskResource): string => cluster.groups.get(group)?.name ?? '';
  const where =
    right.group === resource.group
      ? `twice a resource of group ${nameOf(right)}`
      : `a resource of groups ${nameOf(right)} and ${nameOf(resource)}`;
  return [
    {
      message: `Disk ${disk.name} is ${where}: a disk is one resource in one group, so this one never comes online, nor does what depends on it.`,
      place: labelOf(resource),
      related: [{ place: labelOf(right), message: `The resource of ${disk.name} in group ${nameOf(right)} is here.` }],
    },
  ];
}
