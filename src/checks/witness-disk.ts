import { sizeUnits, writeSize } from '../language/schema/units';
import type { Disk } from '../model/elements';
import { reaches } from '../model/owners';
import { hostVolumeOf } from '../model/paths';
import { listOf } from '../model/words';
import { homeOf } from './disks';
import { useKey } from './facts/names';
import type { Checked } from './rule';
import { isPartial } from './zoning';

/** The least a witness disk may have, bytes (semantics 5.1, S36). */
export const leastWitness = 512 * sizeUnits.MB;

/** Whether a disk is too small for a witness; one that does not say its size is not. */
export function isTooSmall({ values }: Disk): boolean {
  return values.size !== undefined && values.size < leastWitness;
}

/** What keeps a disk from being the witness, as ends of a sentence that begins with the disk (semantics 5.1, 7.1, 7.2, S23, S36). */
export function obstaclesOf(design: Checked, disk: Disk): readonly string[] {
  const { cluster, facts } = design;
  const { values } = disk;
  const storage = cluster.storages.get(values.storage?.key);
  const home = homeOf(cluster, disk);
  const machines = [...new Set(facts.filesOnDisk(disk.key).map(({ resource }) => resource.name))];
  const cutOff =
    storage && isPartial(cluster, storage) ? cluster.nodes.all.filter((node) => !reaches(node, storage)) : [];
  const names = listOf(cutOff.map(({ name }) => name));
  return [
    values.clustered ? undefined : 'is not added to the cluster',
    values.shared_volume ? 'is a cluster shared volume' : undefined,
    isTooSmall(disk)
      ? `has ${writeSize(values.size ?? 0)}, and a witness needs at least ${writeSize(leastWitness)}`
      : undefined,
    home.kind === 'group' ? `is a resource of group ${home.group.name} and moves with it` : undefined,
    machines.length > 0 ? `holds files of ${listOf(machines)}` : undefined,
    hasMountPoint(design, disk) ? 'has a mount point' : undefined,
    cutOff.length > 0 ? `is not reached by ${names}` : undefined,
    storage?.values.kind === 'storage_spaces_direct' ? 'is on Storage Spaces Direct' : undefined,
  ].filter((obstacle) => obstacle !== undefined);
}

/** A volume of the disk is mounted in a folder, or another one in a folder on it. */
function hasMountPoint({ cluster }: Checked, disk: Disk): boolean {
  return cluster.volumes.some((volume) => {
    if ((volume.path?.text.length ?? 0) <= driveLength) return false;
    const host = hostVolumeOf(cluster, volume);
    return host !== undefined && (volume.disk === disk.key || host.disk === disk.key);
  });
}

/** Characters of a drive, such as `G:`. */
const driveLength = 2;

/** Disks that nothing uses and that could be the witness, the smallest first. */
export function freeWitnessDisks(design: Checked): readonly Disk[] {
  const sizeOf = ({ values }: Disk): number => values.size ?? Infinity;
  return design.cluster.disks.all
    .filter(({ key }) => design.facts.uses(useKey('disk', key)).length === 0)
    .filter((disk) => obstaclesOf(design, disk).length === 0)
    .sort((one, other) => (sizeOf(one) === sizeOf(other) ? 0 : sizeOf(one) - sizeOf(other)));
}
