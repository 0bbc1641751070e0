import type { Cluster } from '../model/cluster';
import type { Disk, Volume } from '../model/elements';
import { hostVolumeOf, resolvePath } from '../model/paths';
import type { Resolution } from '../model/paths';

/** What holds the folder of a mount point: a volume of another disk, or a drive of the nodes themselves. */
export type MountHost =
  { readonly kind: 'disk'; readonly disk: Disk } | Extract<Resolution, { kind: 'local' | 'unknown' }>;

/**
 * What a volume is mounted on. Undefined for a letter, for a volume on the same disk, for a file share, and for shared volumes,
 * whose folder every node makes by itself (semantics 7.2).
 */
export function mountHostOf(cluster: Cluster, volume: Volume): MountHost | undefined {
  const disk = cluster.disks.get(volume.disk);
  const path = volume.path?.text;
  if (!disk || disk.values.shared_volume || path === undefined || !/^[a-z]:\\/i.test(path)) return undefined;
  const host = hostVolumeOf(cluster, volume);
  if (host) {
    const other = cluster.disks.get(host.disk);
    return other && other !== disk ? { kind: 'disk', disk: other } : undefined;
  }
  const folder = resolvePath(cluster, path.slice(0, path.lastIndexOf('\\')));
  return folder.kind === 'local' || folder.kind === 'unknown' ? folder : undefined;
}

/** Whether one of a mounted volume and its host is clustered and the other is not (semantics 7.1 ST-6, S23). */
export function isMountFault(cluster: Cluster, volume: Volume): boolean {
  const host = mountHostOf(cluster, volume);
  const isClustered = cluster.disks.get(volume.disk)?.values.clustered;
  if (!host || host.kind === 'unknown' || isClustered === undefined) return false;
  return isClustered !== (host.kind === 'disk' && host.disk.values.clustered);
}
