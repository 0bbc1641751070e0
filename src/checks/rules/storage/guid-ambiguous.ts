import { listOf } from '../../../model/words';
import type { Disk, Volume } from '../../../model/elements';
import { nameOfVolume } from '../../disks';
import { elementsIn } from '../../elements';
import type { DeclarationRule, Found } from '../../rule';
import type { Place } from '../../../language/finding';
import { headerOf } from '../../written';

/** A volume that some nodes know by further GUIDs: a path made there may hold one that no other node knows. */
export const guidAmbiguous: DeclarationRule = {
  code: 'storage/guid-ambiguous',
  severity: 'warning',
  source: 'semantics 7.1 ST-5, S20 (Drive letters and GUIDs)',
  check: (declaration, { cluster }) =>
    elementsIn(declaration, 'disk')
      .filter(({ values }) => values.clustered)
      .flatMap((disk) =>
        disk.volumes.flatMap((volume) => ambiguous(disk, volume, (key) => cluster.nodes.get(key)?.name)),
      ),
};

function ambiguous(disk: Disk, volume: Volume, nameOf: (key: string) => string | undefined): readonly Found[] {
  const managed = volume.values.guid && bare(volume.values.guid);
  const further = [...volume.values.guid_on].flatMap(([key, guids]) => {
    const name = nameOf(key);
    const others = guids.filter((guid) => bare(guid) !== managed);
    return name !== undefined && others.length > 0 ? [{ key, name, others }] : [];
  });
  const [first] = further;
  if (!first) return [];
  const names = listOf(further.map(({ name }) => name));
  const guids = [...new Map(further.flatMap(({ others }) => others.map((guid) => [bare(guid), guid]))).values()];
  const kept = volume.values.guid === undefined ? 'notes no GUID for it' : `manages it as ${volume.values.guid}`;
  return [
    {
      message: `${names} ${further.length > 1 ? 'know' : 'knows'} ${nameOfVolume(volume)} of disk ${disk.name} also as ${listOf(guids)}, while the cluster ${kept}: a path made there may hold a GUID that leads nowhere once the disk is on another node.`,
      place: placeOf(volume, first.key),
    },
  ];
}

/** A GUID without its braces, in lower case. */
function bare(guid: string): string {
  return guid.toLowerCase().replaceAll(/[{}]/g, '');
}

/** Where the GUIDs of a node stand. */
function placeOf(volume: Volume, node: string): Place {
  const { block, declaration } = volume;
  for (const item of block.items) {
    if (item.kind !== 'attribute' || item.name.text !== 'guid_on') continue;
    if (item.key?.text.toLowerCase() === node && item.value) return { declaration, span: item.value.span };
  }
  return headerOf(volume);
}
