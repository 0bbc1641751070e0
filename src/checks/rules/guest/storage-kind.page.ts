import type { RulePage } from '../../pages/page';
import { machineGroup, sharedVolume } from '../../pages/shared-volume';

const apart = ['anti_affinity_class_names = ["SQL"]'];

const design = (kind: string): string => `${sharedVolume(undefined, [], '2008R2')}storage SAN2 { kind = ${kind} }
disk SQLData { storage = SAN2  clustered = false }
${machineGroup('SQL-01', { owner: 'HostA', group: apart })}${machineGroup('SQL-02', { owner: 'HostB', group: apart })}
guest_cluster SQL {
  members = [SQL-01, SQL-02]
  storage = [SAN2]
}
`;

export const storageKindPage: RulePage = {
  code: 'guest/storage-kind',
  title: 'A guest cluster shares a storage that guests of this release cannot share',
  why: `The nodes of a guest cluster need disks that several virtual machines can open. With 2008 and 2008 R2 the only way is an iSCSI initiator in the guests. Virtual Fibre Channel adapters and SMB 3 shares came with 2012, shared VHDX files on a shared volume with 2012 R2, VHD sets with 2016.

Without such a way the disk resources of the guest cluster never come online on a second node. Use iSCSI, or a release that has the way.`,
  failing: design('fibre_channel'),
  mended: design('iscsi'),
};
