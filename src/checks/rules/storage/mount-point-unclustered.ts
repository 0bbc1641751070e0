import type { Fix } from '../../../language/finding';
import type { Cluster } from '../../../model/cluster';
import type { Disk, Volume } from '../../../model/elements';
import { clusterDisk } from '../../edits/disk';
import { elementsIn } from '../../elements';
import { isMountFault, mountHostOf } from '../../mounts';
import type { DeclarationRule, Found } from '../../rule';
import { localText } from '../../where';
import { labelOf } from '../../written';

/** A mount point between a clustered and another volume: one moves, the other stays. */
export const mountPointUnclustered: DeclarationRule = {
  code: 'storage/mount-point-unclustered',
  severity: 'error',
  source: 'semantics 7.1 ST-6, S20 (Mount points), S23',
  check: (declaration, { cluster }) =>
    elementsIn(declaration, 'disk')
      .filter((disk) => cluster.disks.get(disk.key) === disk)
      .flatMap((disk) => disk.volumes.flatMap((volume) => half(cluster, disk, volume))),
};

function half(cluster: Cluster, disk: Disk, volume: Volume): readonly Found[] {
  const host = mountHostOf(cluster, volume);
  if (!host || host.kind === 'unknown' || !isMountFault(cluster, volume)) return [];
  const onDisk = host.kind === 'disk' ? host.disk : undefined;
  const stays = disk.values.clustered
    ? host.kind === 'disk'
      ? `disk ${host.disk.name}, which is not clustered`
      : localText(cluster, host)
    : `disk ${onDisk?.name ?? ''}, which is clustered`;
  const consequence = disk.values.clustered
    ? `when disk ${disk.name} moves to another node, the folder stays behind and what is in it is not found`
    : `its own disk ${disk.name} is not clustered, so when the folder moves to another node, what is in it stays behind`;
  return [
    {
      message: `${volume.name} is a folder on ${stays}: ${consequence}.`,
      place: labelOf(volume),
      related: onDisk ? [{ place: labelOf(onDisk), message: `Disk ${onDisk.name} holds the folder.` }] : [],
      fixes: [disk, onDisk].filter((one) => one?.values.clustered === false).flatMap((one) => (one ? [add(one)] : [])),
    },
  ];
}

/** Not preferred: whether every node can see the disk is for the administrator to say. */
function add(disk: Disk): Fix {
  return { title: `Add disk ${disk.name} to the cluster`, preferred: false, edits: [clusterDisk(disk)] };
}
