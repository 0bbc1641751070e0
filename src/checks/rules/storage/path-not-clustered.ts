import type { Fix } from '../../../language/finding';
import { writeString } from '../../../language/tokens';
import type { Cluster } from '../../../model/cluster';
import { isVirtualMachine } from '../../../model/elements';
import type { Disk } from '../../../model/elements';
import type { Resolution } from '../../../model/paths';
import { clusterDisk } from '../../edits/disk';
import { filesIn } from '../../files';
import type { ClusteredFile } from '../../files';
import { isMountFault } from '../../mounts';
import { failsToStart } from '../../phrases';
import { clusteredRoots, withoutRoot } from '../../roots';
import type { DeclarationRule, Found } from '../../rule';
import { labelOf } from '../../written';
import { localText } from '../../where';

/** A virtual hard disk or configuration that stays behind when its group moves. Parents have a rule of their own. */
export const pathNotClustered: DeclarationRule = {
  code: 'storage/path-not-clustered',
  severity: 'error',
  source: 'semantics 7.1 ST-1, 10.4, S20 (HA storage)',
  oncePerPlace: true,
  check: (declaration, { cluster }) =>
    filesIn(declaration, cluster)
      .filter(({ role }) => role !== 'parent')
      .flatMap((file) => leftBehind(cluster, file)),
};

function leftBehind(cluster: Cluster, file: ClusteredFile): readonly Found[] {
  const { path, resource, group, resolution } = file;
  const disk = unclusteredDisk(cluster, resolution);
  const where =
    resolution.kind === 'local'
      ? `on ${localText(cluster, resolution)}`
      : disk && `on disk ${disk.name}, which is not clustered`;
  if (where === undefined) return [];
  const user = isVirtualMachine(resource) ? resource.name : userOf(file);
  return [
    {
      message: `${path.text} is ${where}: ${failsToStart(cluster, group, user)}, because the file stays behind.`,
      place: path.place,
      related: disk ? [{ place: labelOf(disk), message: `Disk ${disk.name} is declared here.` }] : [],
      fixes: [...moves(cluster, file), ...(disk ? [addToCluster(disk)] : [])],
    },
  ];
}

/** The disk of a path where it is not clustered. That of a volume mounted on a clustered one is reported at the mount point. */
function unclusteredDisk(cluster: Cluster, resolution: Resolution): Disk | undefined {
  if (resolution.kind !== 'volume' || isMountFault(cluster, resolution.volume)) return undefined;
  const { disk } = resolution;
  return disk.values.clustered ? undefined : disk;
}

/** The virtual machine that needs the configuration; without one, the configuration itself. */
function userOf({ resource, group }: ClusteredFile): string {
  const machine = group.resources.find(
    (one) => isVirtualMachine(one) && one.values.configuration?.key === resource.key,
  );
  return (machine ?? resource).name;
}

/** The same folder and file on a volume that moves with the group. The file itself must be moved by hand, so not preferred. */
function moves(cluster: Cluster, { path, group }: ClusteredFile): readonly Fix[] {
  return clusteredRoots(cluster, group).map((root) => {
    const target = root + withoutRoot(path.text);
    const edits = [{ place: path.place, newText: writeString(target) }];
    return { title: `Take it from ${target} (move the file there first)`, preferred: false, edits };
  });
}

function addToCluster(disk: Disk): Fix {
  return { title: `Add disk ${disk.name} to the cluster`, preferred: false, edits: [clusterDisk(disk)] };
}
