import { writeSize } from '../../../language/schema/units';
import type { Disk, Vhd } from '../../../model/elements';
import { elementsIn } from '../../elements';
import type { Checked, DeclarationRule, Found } from '../../rule';
import { valueOf } from '../../written';

/**
 * Virtual hard disks that need more than the disk has on which their volumes are. Fixed disks take their size from the start;
 * where only what dynamic and differencing disks may grow to is too much, that is a choice, and told as such.
 */
export const volumeOverfull: DeclarationRule = {
  code: 'storage/volume-overfull',
  severity: 'warning',
  source: 'checks.md, storage; semantics 7.1',
  check: (declaration, design) =>
    elementsIn(declaration, 'disk')
      .filter((disk) => design.cluster.disks.get(disk.key) === disk)
      .flatMap((disk) => overfull(design, disk)),
};

function overfull({ facts }: Checked, disk: Disk): readonly Found[] {
  const { size } = disk.values;
  if (size === undefined) return [];
  const stored = facts.storedOnDisk(disk.key).filter((one) => 'values' in one);
  const vhds = [...new Map(stored.map((vhd) => [vhd.path.text.toLowerCase(), vhd])).values()];
  const fixed = vhds.filter(({ values }) => values.kind === 'fixed');
  const taken = sizeOf(fixed);
  const most = sizeOf(vhds);
  const place = valueOf(disk, 'size');
  const related = largest(taken > size ? fixed : vhds);
  if (taken > size) {
    const message = `The virtual hard disks on disk ${disk.name} take ${writeSize(taken)}, and it has ${writeSize(size)}: they do not fit.`;
    return [{ message, place, related }];
  }
  if (most <= size) return [];
  const message = `The virtual hard disks on disk ${disk.name} may grow to ${writeSize(most)}, and it has ${writeSize(size)}: when it is full, the virtual machines on it stop.`;
  return [{ message, place, related, severity: 'info' }];
}

function sizeOf(vhds: readonly Vhd[]): number {
  return vhds.reduce((sum, { values }) => sum + (values.size ?? 0), 0);
}

/** Files that are shown with a finding. */
const mostShown = 10;

function largest(vhds: readonly Vhd[]): NonNullable<Found['related']> {
  return vhds
    .toSorted((one, other) => (other.values.size ?? 0) - (one.values.size ?? 0))
    .slice(0, mostShown)
    .map(({ path, values }) => ({
      place: path.place,
      message: `${path.text} has ${values.size === undefined ? 'no declared size' : writeSize(values.size)}.`,
    }));
}
