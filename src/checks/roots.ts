import type { Cluster } from '../model/cluster';
import { isDiskResource } from '../model/elements';
import type { Disk, Group, Volume } from '../model/elements';

/** How paths on a volume begin: with its letter or folder, or with the GUID the cluster manages. Undefined where it has neither. */
function rootOf({ path, values }: Volume): string | undefined {
  if (path) return path.text;
  return values.guid === undefined ? undefined : `\\\\?\\Volume{${values.guid.replaceAll(/[{}]/g, '')}}`;
}

function rootsOn(disks: readonly (Disk | undefined)[]): readonly string[] {
  return disks.flatMap((disk) => disk?.volumes ?? []).flatMap((volume) => rootOf(volume) ?? []);
}

/** Where a file of a group may be: how paths begin on the volumes of the group's disks, and on shared volumes (semantics 7.1 ST-1, 7.2). */
export function clusteredRoots(cluster: Cluster, group: Group): readonly string[] {
  const own = group.resources.filter(isDiskResource).map(({ disk }) => cluster.disks.get(disk.key));
  const shared = cluster.profile.sharedVolumes ? cluster.disks.all.filter(({ values }) => values.shared_volume) : [];
  return [...new Set(rootsOn([...own.filter((disk) => disk?.values.clustered === true), ...shared]))];
}

/** A path without its drive, or without the volume GUID it begins with. */
export function withoutRoot(path: string): string {
  return path.replace(/^(?:[A-Za-z]:|\\\\\?\\[^\\]*)/, '');
}
