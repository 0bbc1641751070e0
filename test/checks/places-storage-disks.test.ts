import { base, good, machineOf, testPlaces, vm1, vm2 } from './places';
import type { Row } from './places';
import { fabric, goodGroup } from './support';

/** A virtual machine that is handed LUN4, a resource of its group, unless the text says otherwise. */
const handed = machineOf(`${good} and LUN4\n    passthrough_disk «LUN4»`).replace(
  'physical_disk LUN1',
  'physical_disk LUN1\n  physical_disk LUN4',
);
const handedRight = handed.replaceAll(/[«»]/g, '');

const csv = `${fabric.replace('2008', '2022')}disk CSV { storage = SAN1  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" }
disk CSV2 { storage = SAN1  shared_volume = true  volume "C:\\ClusterStorage\\Volume2" }
`;

const sized = (kind: string, size = '100GB'): string =>
  base.replace('disk LUN1 { storage = SAN1', `disk LUN1 { storage = SAN1  size = ${size}`) +
  vm1.replace('{ size = 40GB }', `{ size = 60GB }\n    vhd "F:\\VM1\\data.vhd" { size = 50GB  ${kind} }`);

const rows: readonly Row[] = [
  {
    code: 'storage/differencing-missing-parent',
    what: 'a parent, or none needed',
    text: machineOf(`${good}\n    vhd "F:\\d.vhd" { kind = differencing  parent = "F:\\p.vhd" }`),
  },
  {
    code: 'storage/differencing-missing-parent',
    what: 'differencing by the defaults, without a parent',
    text: `defaults { vhd { kind = differencing } }\n${machineOf(good.replace('vhd "F:\\os.vhd"', '«vhd "F:\\os.vhd"»'))}`,
  },
  {
    code: 'storage/differencing-missing-parent',
    what: 'a parent that is no file',
    text: machineOf(`${good}
    vhd "F:\\a.vhd" { kind = differencing  parent = «"F:\\Base\\"» }
    vhd "F:\\b.vhd" { kind = differencing  parent = «"F:"» }`),
    says: ["'F:\\Base\\' is no file"],
  },
  {
    code: 'storage/differencing-missing-parent',
    what: 'not where the attribute is missing, which is another fault',
    text: machineOf(`${good}\n    vhd "F:\\d.vhd" { kind = differencing }`),
    besides: 'language/missing-attribute',
  },

  {
    code: 'storage/differencing-cycle',
    what: 'a chain with an end',
    text: machineOf(`${good}
    vhd "F:\\a.vhd" { kind = differencing  parent = "F:\\b.vhd" }
    vhd "F:\\b.vhd" { kind = differencing  parent = "F:\\c.vhd" }`),
  },
  {
    code: 'storage/differencing-cycle',
    what: 'a ring of three, which another disk leads to, and a disk that is its own parent',
    text: machineOf(`${good}
    vhd "F:\\x.vhd" { kind = differencing  parent = "F:\\a.vhd" }
    vhd "F:\\a.vhd" { kind = differencing  parent = «"F:\\b.vhd"» }
    vhd "F:\\b.vhd" { kind = differencing  parent = "F:\\C.vhd" }
    vhd "F:\\c.vhd" { kind = differencing  parent = "F:\\A.vhd" }
    vhd "F:\\y.vhd" { kind = differencing  parent = «"F:\\Y.vhd"» }`),
    says: ['F:\\a.vhd → F:\\b.vhd → F:\\c.vhd → F:\\a.vhd'],
  },
  {
    code: 'storage/differencing-cycle',
    what: 'a ring through two machines, once',
    text: `${machineOf(`${good}\n    vhd "F:\\a.vhd" { parent = «"F:\\b.vhd"» }`)}virtual_machine X { memory = 1GB  vhd "F:\\b.vhd" { parent = "F:\\a.vhd" } }\n`,
  },

  { code: 'storage/passthrough-not-clustered', what: 'a resource of the group', text: handedRight },
  {
    code: 'storage/passthrough-not-clustered',
    what: 'in Available Storage, whether the machine depends on it or not',
    text: `${handed.replace('  physical_disk LUN4\n', '')}${vm2.replace('vhd "G:\\VM2\\os.vhd" { size = 40GB }', 'vhd "G:\\VM2\\os.vhd"\n    passthrough_disk «LUN3»')}`,
    says: ['Disk LUN4 is handed to VM1 as a whole, but it is in Available Storage and not in group VM1', 'LUN3'],
  },
  {
    code: 'storage/passthrough-not-clustered',
    what: 'in another group',
    text: `${handed.replace('  physical_disk LUN4\n', '').replace(' and LUN4', '')}group Other { physical_disk LUN4 }\n`,
    says: ['in group Other and not in VM1'],
  },
  {
    code: 'storage/passthrough-not-clustered',
    what: 'not clustered, and the witness',
    text: handed
      .replace('  physical_disk LUN4\n', '')
      .replace(' and LUN4', '')
      .replace('disk LUN4 { storage = SAN1', 'disk LUN4 { storage = SAN1  clustered = false')
      .replace('passthrough_disk', 'passthrough_disk «LUN2»\n    passthrough_disk')
      .replace('tolerates = 0', 'tolerates = 0  quorum { model = node_and_disk_majority  witness = LUN2 }'),
    says: ['it is the witness', 'it is not clustered'],
    besides: 'quorum/witness-unsuitable',
  },
  {
    code: 'storage/passthrough-not-clustered',
    what: 'not for a machine outside any group, and not where the resource cannot be read',
    text: `${handedRight.replace('physical_disk LUN4', 'fysical_disk LUN4')}virtual_machine X { memory = 1GB  passthrough_disk LUN3 }\n`,
    besides: 'language/unknown-block',
  },

  { code: 'storage/passthrough-shared', what: 'one machine a disk', text: handedRight },
  {
    code: 'storage/passthrough-shared',
    what: 'three machines, one of them not clustered: one finding',
    text: `${handedRight}${vm2.replace('vhd "G:\\VM2\\os.vhd" { size = 40GB }', 'vhd "G:\\VM2\\os.vhd"\n    passthrough_disk «LUN4»')}virtual_machine X { memory = 1GB  passthrough_disk LUN4 }\n`,
    says: ['VM1, VM2 and X'],
  },

  {
    code: 'storage/passthrough-has-volume',
    what: 'a volume that nothing uses',
    text: handedRight.replace('disk LUN4 { storage = SAN1 }', 'disk LUN4 { storage = SAN1  volume "L:" }'),
  },
  {
    code: 'storage/passthrough-has-volume',
    what: 'a file of another group on it, and only that',
    text: `${handed.replace('disk LUN4 { storage = SAN1 }', 'disk LUN4 { storage = SAN1  volume "L:" }')}${vm2.replace('vhd "G:', 'vhd "L:')}`,
    says: ['and is to hold L:\\VM2\\os.vhd too'],
  },

  { code: 'storage/volume-overfull', what: 'room for all, or no size', text: sized('', '110GB') + vm2 },
  {
    code: 'storage/volume-overfull',
    what: 'fixed disks over the size of the disk',
    text: sized('', '«100GB»'),
    says: ['take 110GB, and it has 100GB'],
  },
  {
    code: 'storage/volume-overfull',
    what: 'what a dynamic disk may grow to',
    text: sized('kind = dynamic', '«100GB»'),
    says: ['may grow to 110GB'],
  },
  {
    code: 'storage/volume-overfull',
    what: 'a file that two machines name counts once',
    text: `${sized('', '110GB')}virtual_machine X { memory = 1GB  vhd "F:\\vm1\\OS.vhd" { size = 60GB } }\n`,
  },

  {
    code: 'storage/shared-volume-dependency',
    what: 'a dependency on a shared volume, alone and beside others',
    text: `${csv}group V {
  virtual_machine_configuration C { path = "C:\\ClusterStorage\\Volume1\\V.vmcx"  depends_on = «CSV» }
  virtual_machine V { memory = 1GB  configuration = C  vhd "C:\\ClusterStorage\\Volume2\\os.vhdx"  depends_on = C and «CSV2» and «CSV» }
}
`,
    says: ['C depends on CSV, a shared volume'],
  },
  {
    code: 'storage/shared-volume-dependency',
    what: 'not for a disk of the group',
    text: base + vm1,
  },

  {
    code: 'storage/third-party-unsupported',
    what: 'the release is named, however it is written; a built-in resource needs nothing',
    text: `${fabric.replace('SAN1 {', 'SAN1 { kind = third_party ').replace('2008', '2008R2')}disk A { storage = SAN1 }\ndisk B { storage = SAN1 }
group G { storage_class A { supports = ["2008", "Windows Server 2008 R2"] }  physical_disk B }
`,
  },
  {
    code: 'storage/third-party-unsupported',
    what: 'another release, or none',
    text: `${fabric.replace('SAN1 {', 'SAN1 { kind = third_party ')}disk A { storage = SAN1 }\ndisk B { storage = SAN1 }
group G { storage_class A { supports = «["2008R2"]» }  «storage_class B» }
`,
    says: ['A is not declared to support Windows Server 2008:'],
  },

  {
    code: 'storage/shared-disk-groups',
    what: 'not where a shared file server disk stands for a share',
    text: `${fabric.replace('2008', '2022')}storage FS { kind = smb }\ndisk Share { storage = FS  volume "\\\\FS1\\VMs" }\n${goodGroup('V', 'Share', '\\\\FS1\\VMs').replace('  physical_disk Share\n', '').replace(' and Share', '').replace('  depends_on = Share }', ' }')}`,
  },
];

testPlaces(rows);
