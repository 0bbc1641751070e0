import type { Place } from '../../../language/finding';
import { isAtLeast } from '../../../language/schema/version';
import type { Version } from '../../../language/schema/version';
import type { Cluster } from '../../../model/cluster';
import { diskFormatOf } from '../../../model/disk-formats';
import { isDiskResource } from '../../../model/elements';
import type { GuestCluster, Storage, Vhd } from '../../../model/elements';
import { elementsIn } from '../../elements';
import { membersOf } from '../../guests';
import { releaseName } from '../../releases';
import type { DeclarationRule, Found } from '../../rule';
import { labelOf } from '../../written';

/** How the nodes of a guest cluster come to share a storage, and since which release. */
interface Way {
  readonly name: string;
  readonly since: Version;
  readonly by: string;
}

const asFiles = { since: '2012R2', by: 'as shared VHDX files on a shared volume' } as const;

/** The first way into a guest by kind of storage (semantics 9.2, S59). A third-party solution brings its own. */
const ways: Readonly<Record<Storage['values']['kind'], Way | undefined>> = {
  iscsi: { name: 'iSCSI', since: '2008', by: 'with an iSCSI initiator in the guest' },
  fibre_channel: { name: 'Fibre Channel', since: '2012', by: 'with virtual Fibre Channel adapters' },
  smb: { name: 'SMB', since: '2012', by: 'as an SMB 3 share' },
  sas: { name: 'SAS', ...asFiles },
  storage_spaces_direct: { name: 'Storage Spaces Direct', ...asFiles },
  third_party: undefined,
};

/** Formats of virtual hard disks that several virtual machines can have open, by ending (semantics 9.2, S55, S59). */
const shareable: Readonly<Record<string, Version>> = { '.vhdx': '2012R2', '.vhds': '2016' };

const always = 'iSCSI works in every release';

/** Storage that the nodes of a guest cluster cannot share in this release of the host cluster. */
export const storageKind: DeclarationRule = {
  code: 'guest/storage-kind',
  severity: 'error',
  source: 'semantics 9.2, 7.1 ST-3, S59',
  check: (declaration, { cluster }) =>
    elementsIn(declaration, 'guest_cluster').flatMap((guest) => [
      ...storagesOf(cluster, guest),
      ...filesOf(cluster, guest),
    ]),
};

function storagesOf(cluster: Cluster, guest: GuestCluster): readonly Found[] {
  return [...usesOf(cluster, guest)].flatMap(([key, place]) => {
    const storage = cluster.storages.get(key);
    const way = storage && ways[storage.values.kind];
    if (!way || isAtLeast(cluster.version, way.since)) return [];
    return [
      {
        message: `The nodes of ${guest.name} cannot share ${storage.name}: on ${releaseName(cluster.version)} there is no way to ${way.name} storage from inside several guests, so its disks do not come online there. From ${releaseName(way.since)} on they can be used ${way.by}; ${always}.`,
        place,
      },
    ];
  });
}

/** Keys of the storages that the nodes share, with the place of the first use: listed, or behind a disk of one of the groups. */
function usesOf({ disks }: Cluster, guest: GuestCluster): ReadonlyMap<string, Place> {
  const uses = new Map<string, Place>();
  for (const { key, place } of guest.values.storage ?? []) uses.set(key, place);
  for (const resource of guest.groups.flatMap(({ resources }) => resources.filter(isDiskResource))) {
    const key = disks.get(resource.disk.key)?.values.storage?.key;
    if (key !== undefined && !uses.has(key)) uses.set(key, labelOf(resource));
  }
  return uses;
}

/** Files that several nodes have as a virtual hard disk. A format the release does not have at all is reported as that. */
function filesOf(cluster: Cluster, guest: GuestCluster): readonly Found[] {
  const first = new Map<string, { readonly user: string; readonly vhd: Vhd }>();
  return membersOf(cluster, guest).flatMap((machine) =>
    machine.vhds.flatMap((vhd) => {
      const key = vhd.path.text.toLowerCase();
      const known = first.get(key) ?? { user: machine.name, vhd };
      first.set(key, known);
      const format = diskFormatOf(key);
      const since = format && shareable[format.ending];
      if (known.user === machine.name || !format || !isAtLeast(cluster.version, format.since)) return [];
      if (since !== undefined && isAtLeast(cluster.version, since)) return [];
      const remedy =
        since === undefined
          ? `No release lets them share a ${format.name} file`
          : `They can share it from ${releaseName(since)} on`;
      return [
        {
          message: `${machine.name} will not start while ${known.user} runs: both have ${vhd.path.text}, which only one virtual machine at a time can open. ${remedy}; ${always}.`,
          place: vhd.path.place,
          related: [{ place: known.vhd.path.place, message: `${known.user} has it here.` }],
        },
      ];
    }),
  );
}
