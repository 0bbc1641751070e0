import type { Cluster } from '../../../model/cluster';
import type { Disk, Volume } from '../../../model/elements';
import { nodesOfDisk } from '../../disks';
import { elementsIn } from '../../elements';
import { namesOfSome } from '../../phrases';
import type { DeclarationRule, Found } from '../../rule';
import { labelOf, valueOf } from '../../written';

/** Two volumes of one path that one node can bring online, or a volume with the letter of a drive of the node itself. */
export const driveLetterConflict: DeclarationRule = {
  code: 'storage/drive-letter-conflict',
  severity: 'error',
  source: 'language.md, Settled readings, Paths; semantics 6 (drive letters), S23',
  check: (declaration, { cluster }) =>
    elementsIn(declaration, 'disk')
      .filter((disk) => cluster.disks.get(disk.key) === disk)
      .flatMap((disk) => disk.volumes.flatMap((volume) => conflict(cluster, disk, volume))),
};

function conflict(cluster: Cluster, disk: Disk, volume: Volume): readonly Found[] {
  const { path } = volume;
  if (!path || path.text.startsWith('\\\\')) return [];
  const key = path.text.toLowerCase();
  const all = cluster.paths.allByPath.get(key) ?? [];
  const earlier = all.slice(0, all.indexOf(volume));
  for (const other of earlier) {
    const nodes = nodesOfBoth(cluster, disk, other);
    if (nodes.length > 0) return [between(cluster, disk, volume, other, namesOfSome(nodes))];
  }
  return withLocalDrive(cluster, disk, volume, key);
}

/** Nodes that can bring both volumes online; of two volumes on one disk, each node that can have the disk. */
function nodesOfBoth(cluster: Cluster, disk: Disk, other: Volume): readonly { readonly name: string }[] {
  const otherDisk = cluster.disks.get(other.disk);
  const nodes = nodesOfDisk(cluster, disk);
  if (!otherDisk) return [];
  const others = nodesOfDisk(cluster, otherDisk);
  return nodes.filter((node) => others.includes(node));
}

function between(cluster: Cluster, disk: Disk, volume: Volume, other: Volume, nodes: string): Found {
  const otherName = cluster.disks.get(other.disk)?.name ?? '';
  const disks = otherName === disk.name ? `two volumes of disk ${disk.name}` : `disks ${otherName} and ${disk.name}`;
  return {
    message: `${volume.name} is claimed by ${disks}, and ${nodes} can have both online: only one of them gets it, and what is on the other is not found.`,
    place: labelOf(volume),
    related: [{ place: labelOf(other), message: `${other.name} is on disk ${otherName} here.` }],
  };
}

function withLocalDrive(cluster: Cluster, disk: Disk, volume: Volume, key: string): readonly Found[] {
  const keys = cluster.paths.drives.get(key) ?? [];
  const nodes = nodesOfDisk(cluster, disk).filter((node) => keys.includes(node.key));
  if (nodes.length === 0) return [];
  return [
    {
      message: `${namesOfSome(nodes)} ${nodes.length > 1 ? 'have' : 'has'} a drive ${volume.name} already, so disk ${disk.name} cannot have its volume ${volume.name} there: what is on it is not found.`,
      place: labelOf(volume),
      related: nodes.map((node) => ({
        place: valueOf(node, 'local_volumes'),
        message: `${node.name} has its own ${volume.name}.`,
      })),
    },
  ];
}
