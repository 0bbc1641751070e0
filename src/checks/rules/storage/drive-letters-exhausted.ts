import type { ClusterNode, Volume } from '../../../model/elements';
import { countOf } from '../../../model/words';
import { nodesOfDisk } from '../../disks';
import { anyKey } from '../../facts/said';
import { lettersFree } from '../../letters';
import type { Checked, DesignRule, Found } from '../../rule';
import { headerOf, labelOf } from '../../written';

/** More volumes with a letter than a node has letters for. One finding a design, for the node that is shortest of letters. */
export const driveLettersExhausted: DesignRule = {
  code: 'storage/drive-letters-exhausted',
  severity: 'warning',
  source: 'semantics 6 (drive letters), S23, S20',
  checkAll: (design) => {
    const nodes = design.cluster.nodes.all;
    const fewest = Math.min(...nodes.map(lettersFree));
    const volumes = design.facts.lettered(anyKey).length > fewest ? lettered(design) : [];
    const [worst] = nodes
      .map((node) => ({ node, own: volumesOf(volumes, node), free: lettersFree(node) }))
      .filter(({ own, free }) => own.length > free)
      .sort((one, other) => other.own.length - other.free - (one.own.length - one.free));
    return worst ? exhausted(worst.node, worst.own, worst.free) : [];
  },
};

/** Volumes of clustered disks with a letter, each with the nodes that can bring it online. */
interface Lettered {
  readonly volume: Volume;
  readonly nodes: ReadonlySet<ClusterNode>;
}

function lettered({ cluster, facts }: Checked): readonly Lettered[] {
  return facts.lettered(anyKey).flatMap((volume) => {
    const disk = cluster.disks.get(volume.disk);
    return disk ? [{ volume, nodes: new Set(nodesOfDisk(cluster, disk)) }] : [];
  });
}

function volumesOf(volumes: readonly Lettered[], node: ClusterNode): readonly Volume[] {
  return volumes.flatMap(({ volume, nodes }) => (nodes.has(node) ? [volume] : []));
}

function exhausted(node: ClusterNode, own: readonly Volume[], free: number): readonly Found[] {
  const first = own[free];
  if (!first) return [];
  return [
    {
      message: `${node.name} can have ${countOf(own.length, 'volume')} with a drive letter online, but has only ${countOf(free, 'letter')} left for them: after enough failures the others come online without one, and what is on them is not found. A volume in a folder of another one, or addressed by its GUID, needs no letter.`,
      place: labelOf(first),
      related: [
        {
          place: headerOf(node),
          message: `${node.name} keeps some letters for itself: those of its own drives, of the DVD drive, and A and B.`,
        },
      ],
    },
  ];
}
