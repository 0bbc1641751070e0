import type { Cluster } from '../model/cluster';
import type { Disk } from '../model/elements';

/** The disk that stands for the share a path is on, as far as the design declares one: `\\server\share` and what is below it. */
export function diskOfShare({ disks, paths }: Cluster, path: string): Disk | undefined {
  const parts = path.toLowerCase().split('\\');
  for (let count = parts.length; count >= partsOfShare; count -= 1) {
    const volume = paths.byPath.get(parts.slice(0, count).join('\\'));
    if (volume) return disks.get(volume.disk);
  }
  return undefined;
}

/** Parts of `\\server\share` between backslashes; the first two are empty. */
const partsOfShare = 4;
