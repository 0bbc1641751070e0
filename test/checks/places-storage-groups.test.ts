import { base, testPlaces, vm1, vm2 } from './places';
import type { Row } from './places';
import { fabric, goodGroup } from './support';

/** Two disks, the second one mounted in a folder of the first. */
const mounted = (volume: string): string => `${fabric}disk LUN1 { storage = SAN1  volume "F:" }
disk LUN2 { storage = SAN1  volume ${volume} }
`;

const folder = '"F:\\Mounts\\M"';

/** Both disks in one group, and the virtual machine on the mounted one. */
const together = goodGroup('VM2', 'LUN2', 'F:\\Mounts\\M').replace(
  '  physical_disk LUN2\n',
  '  physical_disk LUN1\n  physical_disk LUN2 { depends_on = LUN1 }\n',
);

const rows: readonly Row[] = [
  { code: 'storage/mount-point-group', what: 'both in one group', text: mounted(folder) + together },
  {
    code: 'storage/mount-point-group',
    what: 'in two groups',
    text: `${mounted(`«${folder}»`)}${vm1}${goodGroup('VM2', 'LUN2', 'F:\\Mounts\\M')}`,
    says: ['LUN1, which is in group VM1, and its own disk LUN2 is in group VM2'],
  },
  {
    code: 'storage/mount-point-group',
    what: 'the host in Available Storage',
    text: `${mounted(`«${folder}»`)}${goodGroup('VM2', 'LUN2', 'F:\\Mounts\\M')}`,
    says: ['which is in Available Storage'],
  },
  {
    code: 'storage/mount-point-group',
    what: 'not where both are free, or on one disk',
    text: `${fabric}disk A { storage = SAN1  volume "F:"  volume "F:\\M" }
disk B { storage = SAN1  volume "G:" }
disk C { storage = SAN1  volume "G:\\M" }
`,
  },
  {
    code: 'storage/mount-point-group',
    what: 'not where files of both groups are on one of the disks, which is another fault',
    text: `${mounted(folder)}${vm1}${goodGroup('VM2', 'LUN2', 'F:\\Mounts\\M').replace('vhd "F:\\Mounts\\M\\VM2\\os.vhd"', 'vhd "F:\\VM2\\os.vhd"')}`,
    besides: 'storage/shared-disk-groups',
  },
  {
    code: 'storage/mount-point-group',
    what: 'not where the resource of the host cannot be read',
    text: `${mounted(folder)}${together.replace('physical_disk LUN1', 'physical_dsk LUN1')}`,
    besides: 'language/unknown-block',
  },
  {
    code: 'storage/mount-point-group',
    what: 'not for shared volumes, whose folder is on every node',
    text: `${fabric.replace('2008', '2022')}disk CSV { storage = SAN1  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" }\n`,
  },

  {
    code: 'storage/mount-point-unclustered',
    what: 'a folder of a local drive',
    text: `${mounted('«"C:\\Mounts\\M"»')}${goodGroup('VM2', 'LUN2', 'C:\\Mounts\\M')}`,
    says: ['C:\\Mounts\\M is a folder on C:, a local drive of each node by itself: when disk LUN2 moves'],
  },
  {
    code: 'storage/mount-point-unclustered',
    what: 'a folder of an unclustered disk',
    text: `${mounted(`«${folder}»`).replace('SAN1  volume "F:"', 'SAN1  clustered = false  volume "F:"')}${goodGroup('VM2', 'LUN2', 'F:\\Mounts\\M')}`,
    says: ['disk LUN1, which is not clustered'],
  },
  {
    code: 'storage/mount-point-unclustered',
    what: 'an unclustered disk in a folder of a clustered one, files on it included',
    text: `${mounted(`«${folder}»`).replace('SAN1  volume «', 'SAN1  clustered = false  volume «')}${vm1.replace('vhd "F:\\VM1', 'vhd "F:\\Mounts\\M')}`,
    says: ['its own disk LUN2 is not clustered'],
  },
  {
    code: 'storage/mount-point-unclustered',
    what: 'not where neither is clustered',
    text: `${fabric}disk U { storage = SAN1  clustered = false  volume "U:"  volume "C:\\U" }\ndisk W { storage = SAN1  clustered = false  volume "U:\\W" }\n`,
  },

  {
    code: 'storage/mount-point-dependency',
    what: 'a mounted disk that does not depend on its host',
    text: mounted(folder) + together.replace('physical_disk LUN2 { depends_on = LUN1 }', '«physical_disk LUN2»'),
    says: ['LUN2 is mounted in a folder of disk LUN1'],
  },
  {
    code: 'storage/mount-point-dependency',
    what: 'through another disk, or the other way round',
    text: `${fabric}disk A { storage = SAN1  volume "F:" }
disk B { storage = SAN1  volume "F:\\B" }
disk C { storage = SAN1  volume "F:\\C" }
group G { physical_disk A  physical_disk B { depends_on = A }  physical_disk C { depends_on = B } }
`,
  },

  { code: 'storage/moves-together', what: 'one virtual machine a group', text: base + vm1 + vm2 },
  {
    code: 'storage/moves-together',
    what: 'two in one group',
    text: `${base}${vm1
      .replace('group VM1', '«group VM1»')
      .replace(
        /}\n$/,
        '  virtual_machine_configuration C2 { path = "F:\\2.xml"  depends_on = LUN1 }\n  virtual_machine VM2 { memory = 1GB  configuration = C2  depends_on = C2 }\n}\n',
      )}`,
    says: ['VM1 and VM2 are in one group, VM1'],
  },

  { code: 'storage/disk-in-two-groups', what: 'one resource a disk', text: base + vm1 + vm2 },
  {
    code: 'storage/disk-in-two-groups',
    what: 'a second resource in another group, of whatever kind, and in the same group',
    text: `${base}${vm1.replace('physical_disk LUN1', 'physical_disk LUN1\n  physical_disk «lun1»')}${vm2.replace('physical_disk LUN2', 'physical_disk LUN2\n  physical_disk «LUN1»')}`,
    says: ['twice a resource of group VM1', 'a resource of groups VM1 and VM2'],
  },
  {
    code: 'storage/disk-in-two-groups',
    what: 'the one in the group without files on it, though it is the first',
    text: `${base}${vm2.replace('physical_disk LUN2', 'physical_disk LUN2\n  physical_disk «LUN1»')}${vm1}`,
  },
  {
    code: 'storage/disk-in-two-groups',
    what: 'not where both groups have files on it, which is another fault',
    text: `${base}${vm1}${vm2.replace('physical_disk LUN2', 'physical_disk LUN2\n  physical_disk LUN1').replace('vhd "G:', 'vhd "F:')}`,
    besides: 'storage/shared-disk-groups',
  },
];

testPlaces(rows);
