import { base, good, machineOf, testPlaces, vm1, vm2 } from './places';
import type { Row } from './places';
import { fabric } from './support';

const modern = fabric.replace('2008', '2022').replace(/^storage.*\n/m, '');

/** A virtual machine whose files are on a share that the design declares, below the root of the share. */
const onShare = (storage: string, root: string): string => `${modern}storage FS { kind = smb${storage} }
disk Share { storage = FS  volume "\\\\FS1\\VMs" }
group V {
  virtual_machine_configuration "V Configuration" { path = "${root}\\V\\V.xml" }
  virtual_machine V {
    memory        = 2GB
    configuration = "V Configuration"
    vhd "${root}\\V\\os.vhdx"
    depends_on    = "V Configuration"
  }
}
`;

const shares: readonly Row[] = [
  {
    code: 'storage/not-shared',
    what: 'a declared share that a node does not reach, in another case',
    text: onShare('  nodes = «[HV-01]»', '\\\\fs1\\vms'),
    says: ['HV-02 has no path to storage FS, but may own V'],
  },
  { code: 'storage/not-shared', what: 'a share that every node reaches', text: onShare('', '\\\\FS1\\VMs') },
  {
    code: 'storage/not-shared',
    what: 'another share of the same server',
    text: onShare('  nodes = [HV-01]', '\\\\FS1\\VMs2'),
  },
  { code: 'language/unused', what: 'a share with files is used', text: onShare('', '\\\\FS1\\VMs') },
  {
    code: 'language/unused',
    what: 'a share without files is not',
    text: onShare('', '\\\\FS1\\VMs2').replace('disk Share', '«disk Share»'),
  },
];

const folders: readonly Row[] = ['', ' ', 'X:\\', 'X:', 'C:\\Base\\'].map((parent) => ({
  code: 'storage/differencing-missing-parent',
  what: `a parent that is no file is one fault: '${parent}'`,
  text: machineOf(`${good}\n    vhd "F:\\child.vhd" { kind = differencing  parent = «"${parent}"» }`),
}));

const guestDisk = (kind: string, storage: string): string => `${base}${vm1}${vm2}storage SQL { kind = ${kind} }
disk Data { storage = SQL }
guest_cluster G {
  members = [VM1, VM2]
${storage}
  group Role { physical_disk Data }
}
`;

const guests: readonly Row[] = [
  {
    code: 'guest/storage-kind',
    what: 'behind a disk of one of its groups',
    text: guestDisk('fibre_channel', '').replace('physical_disk Data', 'physical_disk «Data»'),
    says: ['The nodes of G cannot share SQL'],
  },
  {
    code: 'guest/storage-kind',
    what: 'listed and behind a disk: once, where it is listed',
    text: guestDisk('fibre_channel', '  storage = [«SQL»]'),
  },
  { code: 'guest/storage-kind', what: 'iSCSI behind a disk', text: guestDisk('iscsi', '') },
];

const dependencies: readonly Row[] = [
  {
    code: 'dependency/redundant',
    what: 'not the disk of a share, though its file server waits for it too',
    text: `${base}group FS {
  physical_disk LUN1
  ip_address IP
  network_name FS1 { depends_on = IP }
  file_server Files { depends_on = FS1 and LUN1 }
  file_share Data { path = "F:\\Data"  depends_on = Files and LUN1 }
  file_share Elsewhere { path = "C:\\Data"  depends_on = Files and «LUN1» }
}
`,
  },
];

testPlaces([...shares, ...folders, ...guests, ...dependencies]);
