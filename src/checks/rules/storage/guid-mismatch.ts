import type { Fix } from '../../../language/finding';
import { writeString } from '../../../language/tokens';
import type { Cluster } from '../../../model/cluster';
import { possibleOwners } from '../../../model/owners';
import { guidInPath } from '../../../model/paths';
import { listOf } from '../../../model/words';
import { filesIn } from '../../files';
import type { ClusteredFile } from '../../files';
import { managedPath } from '../../managed-path';
import type { DeclarationRule, Found } from '../../rule';
import { labelOf } from '../../written';

/** A path with a GUID that only some nodes know: it leads nowhere once the group is on another node. */
export const guidMismatch: DeclarationRule = {
  code: 'storage/guid-mismatch',
  severity: 'error',
  source: 'semantics 7.1 ST-5, S20 (Drive letters and GUIDs)',
  oncePerPlace: true,
  check: (declaration, { cluster }) => filesIn(declaration, cluster).flatMap((file) => mismatch(cluster, file)),
};

function mismatch(cluster: Cluster, { path, resource, group, resolution }: ClusteredFile): readonly Found[] {
  const guid = guidInPath(path.text);
  if (resolution.kind !== 'volume' || resolution.by !== 'node_guid' || guid === undefined) return [];
  if (!resolution.disk.values.clustered) return [];
  const { volume, disk } = resolution;
  const knowing = (resolution.onlyOn ?? []).map((key) => cluster.nodes.get(key)?.name ?? key);
  const managed = volume.values.guid;
  const right = managedPath(path.text, volume);
  const fix: Fix | undefined =
    right === undefined
      ? undefined
      : {
          title: managed === undefined ? `Change to ${right}` : `Change to the GUID the cluster manages, ${managed}`,
          preferred: true,
          edits: [{ place: path.place, newText: writeString(right) }],
        };
  const kept = managed === undefined ? 'notes no GUID for it' : `manages the volume as ${managed}`;
  const target = possibleOwners(cluster, group).find((node) => !knowing.includes(node.name))?.name;
  const failure = target === undefined ? '' : `: on ${target}, ${resource.name} will not come online`;
  return [
    {
      message: `Only ${listOf(knowing)} ${knowing.length === 1 ? 'knows' : 'know'} a volume of disk ${disk.name} by GUID {${guid}}; the cluster ${kept}${failure}.`,
      place: path.place,
      related: [{ place: labelOf(volume), message: `The volume on disk ${disk.name} is declared here.` }],
      fixes: fix ? [fix] : [],
    },
  ];
}
