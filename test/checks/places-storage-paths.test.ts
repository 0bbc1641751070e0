import { base, good, machineOf, testPlaces, vm1, vm2 } from './places';
import type { Row } from './places';
import { disks, fabric, goodGroup } from './support';

/** A cluster with shared volumes, and one of them. */
const shared = `${fabric.replace('2008', '2022')}disk CSV { storage = SAN1  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" }
`;

/** A virtual machine with its files in a folder that is no matter of a disk. */
const machineIn = (folder: string): string => `group V {
  virtual_machine_configuration "V Configuration" { path = ${folder}\\V.vmcx" }
  virtual_machine V { memory = 1GB  configuration = "V Configuration"  vhd ${folder}\\os.vhd"  depends_on = "V Configuration" }
}
`;

/** As many disks with a drive letter of their own as letters are given. */
const lettered = (letters: string): string =>
  Array.from(letters, (one) => `disk L${one} { storage = SAN1  volume "${one}:" }\n`).join('');

const rows: readonly Row[] = [
  { code: 'storage/path-not-clustered', what: 'files on a disk of the group', text: base + vm1 },
  {
    code: 'storage/path-not-clustered',
    what: 'a local drive of every node',
    text: machineOf(`${good}\n    vhd «"C:\\data.vhd"»`),
    says: [
      'C:\\data.vhd is on C:, a local drive of each node by itself: when HV-01 fails, VM1 will not start on HV-02',
    ],
  },
  {
    code: 'storage/path-not-clustered',
    what: 'a local drive of one node',
    text: machineOf(`${good}\n    vhd «"D:\\data.vhd"»`).replace(
      'HV-02 { memory = 32GB',
      'HV-02 { memory = 32GB  local_volumes = ["C:", "D:"]',
    ),
    says: ['a local drive of HV-02'],
  },
  {
    code: 'storage/path-not-clustered',
    what: 'a configuration and a disk on an unclustered disk, each by itself',
    text: `${base}disk U { storage = SAN1  clustered = false  volume "U:" }\n${machineIn('«"U:').replace('V.vmcx"', 'V.vmcx"»').replace('os.vhd"', 'os.vhd"»')}`,
    says: ['V will not start', 'on disk U, which is not clustered'],
  },
  {
    code: 'storage/path-not-clustered',
    what: 'shared volumes and file shares are for every node',
    text: `${shared}${machineIn('"C:\\ClusterStorage\\Volume1')}${machineIn('"\\\\FS1\\VMs').replaceAll('V ', 'W ').replaceAll('"V C', '"W C')}`,
  },
  {
    code: 'storage/path-not-clustered',
    what: 'not for a virtual machine outside any group',
    text: `${base}virtual_machine X { memory = 1GB  vhd "C:\\x.vhd" }\n`,
  },
  {
    code: 'storage/path-not-clustered',
    what: 'not for a local parent, which is another fault',
    text: machineOf(`${good}\n    vhd "F:\\d.vhd" { kind = differencing  parent = "C:\\p.vhd" }`),
    besides: 'storage/differencing-parent',
  },

  { code: 'storage/unknown-volume', what: 'every volume is declared', text: base + vm1 },
  {
    code: 'storage/unknown-volume',
    what: 'one finding for a group and volume',
    text: machineOf(`${good}\n    vhd «"X:\\a.vhd"»\n    vhd "x:\\b.vhd"\n    vhd «"Y:\\c.vhd"»`),
    says: ['No disk of the design has a volume X:', 'Y:\\c.vhd'],
  },
  {
    code: 'storage/unknown-volume',
    what: 'a GUID that no volume has, in a path and in that of a parent',
    text: `${fabric}disk LUN1 { storage = SAN1  volume { guid = "{AB}"  guid_on HV-01 = "{cd}" } }\n${goodGroup('VM1', 'LUN1', '\\\\?\\Volume{ab}').replace('"\\\\?\\Volume{ab}\\VM1\\os.vhd" { size = 40GB }', '"\\\\?\\Volume{ab}\\VM1\\os.vhd" { parent = «"\\\\?\\Volume{ef}\\p.vhd"» }')}`,
    says: ['GUID {ef}'],
  },
  {
    code: 'storage/unknown-volume',
    what: 'a shared volume that is not declared',
    text: `${shared}${machineIn('"C:\\ClusterStorage\\Volume2').replace('"C:\\ClusterStorage\\Volume2\\V.vmcx"', '«"C:\\ClusterStorage\\Volume2\\V.vmcx"»')}`,
    says: ['shared volume C:\\ClusterStorage\\Volume2'],
  },
  {
    code: 'storage/unknown-volume',
    what: 'the same folder is a local one where there are no shared volumes',
    text: machineOf(`${good}\n    vhd "C:\\ClusterStorage\\Volume1\\a.vhd"`),
    besides: 'storage/path-not-clustered',
  },
  {
    code: 'storage/unknown-volume',
    what: 'an unclustered virtual machine, and its host without the drive',
    text: `${base.replace('HV-02 { memory = 32GB', 'HV-02 { memory = 32GB  local_volumes = ["C:", "D:"]')}virtual_machine X { memory = 1GB  vhd «"X:\\x.vhd"» }
virtual_machine Y { memory = 1GB  host = HV-01  vhd «"D:\\y.vhd"»  configuration_path = "D:\\y.xml" }
virtual_machine Z { memory = 1GB  host = HV-02  vhd "D:\\z.vhd" }
`,
  },
  {
    code: 'storage/unknown-volume',
    what: 'a mount point in a folder of nothing, the share of a file server, and a path without a drive',
    text: `${base}disk M { storage = SAN1  volume «"X:\\Mounts\\M"» }
group FS { physical_disk LUN2  file_share Data { path = «"Y:\\Data"» } }
${machineOf(`${good}\n    vhd «"os.vhd"»`).slice(base.length)}`,
    says: ['X:', 'Y:', 'names no volume'],
  },
  {
    code: 'storage/unknown-volume',
    what: 'not where a disk cannot be read',
    text: `${base.replace('disk LUN2', 'dsk LUN2')}${vm2.replace('  physical_disk LUN2\n', '').replace(' and LUN2', '').replace('  depends_on = LUN2 }', ' }')}`,
    besides: 'language/unknown-block',
  },
  {
    code: 'storage/unknown-volume',
    what: 'not before there are nodes',
    text: `cluster C { version = "2008" }\nvirtual_machine X { memory = 1GB  vhd "C:\\x.vhd" }\n`,
  },

  {
    code: 'storage/drive-letter-conflict',
    what: 'a letter for two disks that both nodes can have: each group means its own disk',
    text: `${fabric}disk A { storage = SAN1  volume "G:" }
disk B { storage = SAN1  volume «"g:"» }
${goodGroup('VM1', 'A', 'G:')}${goodGroup('VM2', 'B', 'G:')}`,
    says: ['disks A and B, and HV-01 and HV-02 can have both online'],
  },
  {
    code: 'storage/drive-letter-conflict',
    what: 'two volumes of one disk, and a mount point twice',
    text: `${fabric}disk A { storage = SAN1  volume "G:"  volume «"G:"»  volume "G:\\M" }
disk B { storage = SAN1  volume «"G:\\m"» }
`,
    says: ['two volumes of disk A'],
    besides: 'storage/mount-point-group',
  },
  {
    code: 'storage/drive-letter-conflict',
    what: 'not where no node reaches both, or may own both groups',
    text: `${fabric}storage SAN2 { nodes = [HV-01] }
storage SAN3 { nodes = [HV-02] }
disk A { storage = SAN2  volume "G:" }
disk B { storage = SAN3  volume "G:" }
disk C { storage = SAN1  volume "H:" }
disk D { storage = SAN1  volume "H:" }
group GC { physical_disk C { possible_owners = [HV-01] } }
group GD { physical_disk D { possible_owners = [HV-02] } }
`,
  },
  {
    code: 'storage/drive-letter-conflict',
    what: 'a drive of the node itself',
    text: `${base.replace('"F:"', '«"F:"»').replace('HV-02 { memory = 32GB', 'HV-02 { memory = 32GB  local_volumes = ["C:", "F:"]')}${vm1}`,
    says: ['HV-02 has a drive F: already'],
  },
  {
    code: 'storage/drive-letter-conflict',
    what: 'not for volumes without a letter',
    text: `${fabric}disk A { storage = SAN1  volume  volume }\ndisk B { storage = SAN1  volume { guid = "{a}" } }\n`,
  },

  {
    code: 'storage/drive-letters-exhausted',
    what: 'as many as there are letters, and some without one',
    text: `${fabric}${lettered('DEFGHIJKLMNOPQRSTUVWXY')}disk M { storage = SAN1  volume "G:\\M"  volume }\n`,
  },
  {
    code: 'storage/drive-letters-exhausted',
    what: 'one more than the node with the most drives of its own has letters',
    text: `${fabric.replace('HV-01 { memory = 32GB', 'HV-01 { memory = 32GB  local_volumes = ["B:", "C:"]')}${lettered('DEFGHIJKLMNOPQRSTUVWXY').replace('"Y:"', '«"Y:"»')}`,
    says: ['HV-01 can have 22 volumes with a drive letter online, but has only 21 letters'],
  },
  {
    code: 'storage/drive-letters-exhausted',
    what: 'not where the nodes share the disks between them',
    text: `${fabric}storage SAN2 { nodes = [HV-02] }\nstorage SAN3 { nodes = [HV-01] }\n${lettered('DEFGHIJKLMN').replaceAll('SAN1', 'SAN2')}${lettered('OPQRSTUVWXYZ').replaceAll('SAN1', 'SAN3')}`,
  },

  {
    code: 'storage/guid-ambiguous',
    what: 'another GUID on one node, one finding a volume',
    text: `${fabric}disk A { storage = SAN1  volume "F:" { guid = "{AB}"  guid_on HV-02 = "ab"  guid_on HV-01 = «["{AB}", "{CD}"]» } }
disk B { storage = SAN1  volume { guid_on HV-01 = «"{EF}"»  guid_on HV-02 = "{EF}" } }
`,
    says: [
      'HV-01 knows F: of disk A also as {CD}, while the cluster manages it as {AB}',
      'HV-01 and HV-02 know a volume',
    ],
  },
  {
    code: 'storage/guid-ambiguous',
    what: 'not for the managed GUID, and not for a disk that is not clustered',
    text: `${fabric}disk A { storage = SAN1  volume "F:" { guid = "{AB}"  guid_on HV-01 = "{ab}" } }
disk B { storage = SAN1  clustered = false  volume "G:" { guid_on HV-01 = "{CD}" } }
${disks.replaceAll('LUN', 'Other').replace('F:', 'J:').replace('G:', 'K:')}`,
  },
];

testPlaces(rows);
