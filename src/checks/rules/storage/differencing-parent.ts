import type { Fix } from '../../../language/finding';
import { writeString } from '../../../language/tokens';
import type { Cluster } from '../../../model/cluster';
import { isVirtualMachine } from '../../../model/elements';
import type { Group, Vhd, VirtualMachine } from '../../../model/elements';
import { resolveInGroup, resolvePath } from '../../../model/paths';
import { chainOf, namesFile } from '../../chain';
import { homeOf } from '../../disks';
import { groupsIn } from '../../elements';
import { failsToStart } from '../../phrases';
import { withoutRoot } from '../../roots';
import type { DeclarationRule, Found } from '../../rule';
import { localText } from '../../where';

/** A parent somewhere up the chain of a differencing disk that does not move with the virtual machine. */
export const differencingParent: DeclarationRule = {
  code: 'storage/differencing-parent',
  severity: 'error',
  source: 'semantics 7.1 ST-7, S20 (Differencing disks)',
  oncePerPlace: true,
  check: (declaration, design) =>
    groupsIn(declaration).flatMap((group) =>
      group.resources
        .filter(isVirtualMachine)
        .flatMap((machine) =>
          machine.vhds.flatMap((vhd) =>
            chainOf(vhd, design).flatMap((link) => leftBehind(design.cluster, group, machine, vhd, link)),
          ),
        ),
    ),
};

/** What is wrong with the parent of `link`, which is the disk of the machine itself or one up its chain. */
function leftBehind(cluster: Cluster, group: Group, machine: VirtualMachine, vhd: Vhd, link: Vhd): readonly Found[] {
  const { parent } = link.values;
  const where = parent && placeOfParent(cluster, group, parent.text);
  if (!parent || !namesFile(parent.text) || where === undefined) return [];
  return [
    {
      message: `${parent.text}, the parent of ${link.path.text}, ${where}: ${failsToStart(cluster, group, machine.name)}, because the parent stays behind.`,
      place: parent.place,
      related: [{ place: vhd.path.place, message: `${machine.name} uses ${vhd.path.text}.` }],
      fixes: moveParent(cluster, group, vhd, link),
    },
  ];
}

/** Why a parent does not move with the group; undefined where it does, or where nothing is known of its volume. */
function placeOfParent(cluster: Cluster, group: Group, path: string): string | undefined {
  const resolution = resolveInGroup(cluster, path, group.key);
  if (resolution.kind === 'local') {
    return `is on ${localText(cluster, resolution)}`;
  }
  if (resolution.kind !== 'volume') return undefined;
  const { disk } = resolution;
  const home = homeOf(cluster, disk);
  if (home.kind === 'unclustered') return `is on disk ${disk.name}, which is not clustered`;
  if (home.kind === 'group' && home.group !== group) {
    return `is on disk ${disk.name}, which is in group ${home.group.name} and not in ${group.name}`;
  }
  return undefined;
}

/** Names the place beside the child where the parent may be copied to. The file itself must be moved by hand, so not preferred. */
function moveParent(cluster: Cluster, group: Group, vhd: Vhd, link: Vhd): readonly Fix[] {
  const { parent } = link.values;
  const child = resolvePath(cluster, vhd.path.text);
  const home = child.kind === 'volume' ? homeOf(cluster, child.disk).kind : undefined;
  const isMovable = child.kind === 'volume' && child.by !== 'node_guid' && (home === 'group' || home === 'shared');
  const root = isMovable ? vhd.path.text.slice(0, rootLength(vhd, cluster)) : undefined;
  if (!parent || root === undefined) return [];
  const path = root + withoutRoot(parent.text);
  if (placeOfParent(cluster, group, path) !== undefined) return [];
  const edits = [{ place: parent.place, newText: writeString(path) }];
  return [{ title: `Take the parent from ${path} (copy the file there first)`, preferred: false, edits }];
}

/** Length of the part of a path that names its volume. */
function rootLength(vhd: Vhd, cluster: Cluster): number {
  const resolution = resolvePath(cluster, vhd.path.text);
  if (resolution.kind !== 'volume') return 0;
  if (resolution.by === 'guid') return vhd.path.text.indexOf('}') + 1;
  return resolution.volume.path?.text.length ?? 0;
}
