import type { Disk, Group } from '../../../model/elements';
import { listOf } from '../../../model/words';
import { groupsOnDisk, homeOf } from '../../disks';
import { elementsIn } from '../../elements';
import { mergeFix } from '../../merge-fix';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { labelOf } from '../../written';

/**
 * One disk that several groups need: it goes with one of them, and the others lose their files. A disk that is handed to a virtual
 * machine as a whole should hold no files at all, which is a rule of its own.
 */
export const sharedDiskGroups: DeclarationRule = {
  code: 'storage/shared-disk-groups',
  severity: 'error',
  source: 'semantics 7.1 ST-2, S20 (Considerations, Storage)',
  check: (declaration, design) =>
    elementsIn(declaration, 'disk').flatMap((disk) => {
      if (design.facts.passedTo(disk.key).length > 0) return [];
      const groups = groupsOnDisk(design, disk);
      return groups.length > 1 ? torn(design, disk, groups) : [];
    }),
};

function torn(design: Checked, disk: Disk, groups: readonly Group[]): readonly Found[] {
  const { cluster } = design;
  const [first] = groups;
  const home = homeOf(cluster, disk);
  if (!first) return [];
  const files = design.facts.filesOnDisk(disk.key);
  const elsewhere = files.filter((file) => file.group !== first);
  const wrong = elsewhere.find((file) => file.role === 'vhd') ?? elsewhere[0];
  if (!wrong) return [];
  const names = listOf(groups.map((group) => group.name));
  const owner = home.kind === 'group' ? ` (it is in group ${first.name})` : '';
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
      fixes: mergeFix(design, groups, home.kind === 'available' ? [disk] : []),
    },
  ];
}
