import type { Cluster } from '../model/cluster';
import type { Disk, VirtualMachine } from '../model/elements';
import { disksOfMachine, filesOf } from '../model/owners';
import { resolvePath } from '../model/paths';

/** Parts of a path `\\server\share`: two that are empty, the server and the share. */
const shareParts = 4;

/** Whether the disk is a file share no group owns: every node that reaches it has it (language.md, Declarations, disk). */
export function isShare(cluster: Cluster, { key, values }: Disk): boolean {
  return cluster.storages.get(values.storage?.key)?.values.kind === 'smb' && !cluster.diskResources.get(key);
}

/** The declared file share that a path `\\server\share\…` leads to; the longest volume path counts (language.md, Paths). */
export function shareOfPath(cluster: Cluster, path: string): Disk | undefined {
  const parts = path.split('\\');
  for (let count = parts.length; count >= shareParts; count -= 1) {
    const volume = cluster.paths.byPath.get(parts.slice(0, count).join('\\').toLowerCase());
    if (volume) return cluster.disks.get(volume.disk);
  }
  return undefined;
}

/** Keys of the disks with files of the machine that no group owns and several nodes use: shared volumes and file shares. */
export function sharedDisksOf(cluster: Cluster, machine: VirtualMachine): readonly string[] {
  const shares = filesOf(machine)
    .filter(({ path }) => resolvePath(cluster, path).kind === 'share')
    .map(({ path }) => shareOfPath(cluster, path))
    .filter((disk) => disk !== undefined);
  const disks = disksOfMachine(cluster, machine).filter((disk) => disk.values.shared_volume || isShare(cluster, disk));
  return [...new Set([...disks, ...shares].map(({ key }) => key))];
}
