import { base, good, machineOf, testPlaces, vm1, vm2 } from './places';
import type { Row } from './places';
import { fabric, goodGroup } from './support';

const rows: readonly Row[] = [
  {
    code: 'vm/configuration-missing',
    what: 'all there, or outside a group',
    text: `${base}${vm1}virtual_machine X { memory = 1GB }\n`,
  },
  {
    code: 'vm/configuration-missing',
    what: 'none named, none in the group',
    text: `${base}group VM1 {
  owner = HV-02
  physical_disk LUN1
  «virtual_machine VM1» { memory = 2GB  vhd "F:\\os.vhd"  depends_on = LUN1 }
}\n`,
    says: ['when HV-02 fails, VM1 will not start on HV-01'],
  },
  {
    code: 'vm/configuration-missing',
    what: 'another kind of resource named',
    text: machineOf('    configuration = «LUN1»\n    vhd "F:\\os.vhd"\n    depends_on = "VM1 Configuration" and LUN1'),
  },

  { code: 'vm/configuration-dependency-missing', what: 'all there', text: machineOf(good) },
  {
    code: 'vm/configuration-dependency-missing',
    what: 'not in depends_on',
    text: machineOf(good.replace('"VM1 Configuration" and ', ''), '«virtual_machine VM1»'),
    says: ['VM1 Configuration'],
  },
  {
    code: 'vm/configuration-dependency-missing',
    what: 'only in one branch of an or',
    text: machineOf(good.replace('" and LUN1', '" and LUN1 or LUN1'), '«virtual_machine VM1»'),
  },

  {
    code: 'vm/storage-dependency-missing',
    what: 'all there, in both branches of an or',
    text: machineOf(good.replace('LUN1', '(LUN1 or LUN1)')),
  },
  {
    code: 'vm/storage-dependency-missing',
    what: 'no depends_on for the disk',
    text: machineOf(good.replace(' and LUN1', ''), '«virtual_machine VM1»'),
    says: ['disk LUN1, which holds F:\\os.vhd'],
  },
  {
    code: 'vm/storage-dependency-missing',
    what: 'a disk in Available Storage',
    text: machineOf(`${good}\n    vhd "G:\\data.vhd"`, '«virtual_machine VM1»'),
    says: ['Available Storage'],
  },
  {
    code: 'vm/storage-dependency-missing',
    what: 'a pass-through disk of the group',
    text: machineOf(`${good}\n    passthrough_disk LUN4`, '«virtual_machine VM1»').replace(
      'LUN1\n',
      'LUN1\n  physical_disk LUN4\n',
    ),
    says: ['LUN4'],
  },
  {
    code: 'vm/storage-dependency-missing',
    what: 'not for shared volumes, unclustered disks and local drives',
    text: `${fabric.replace('2008', '2022')}disk CSV { storage = SAN1  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" }
disk U { storage = SAN1  clustered = false  volume "U:" }
group V {
  virtual_machine_configuration "V Configuration" { path = "C:\\ClusterStorage\\Volume1\\V.vmcx" }
  virtual_machine V { memory = 1GB  configuration = "V Configuration"  vhd "C:\\ClusterStorage\\Volume1\\os.vhd"  vhd "C:\\a.vhd"  vhd "U:\\a.vhd"  depends_on = "V Configuration" }
}\n`,
    besides: 'storage/path-not-clustered',
  },

  { code: 'configuration/storage-dependency-missing', what: 'all there', text: base + vm1 },
  {
    code: 'configuration/storage-dependency-missing',
    what: 'depends on nothing',
    text: machineOf(good)
      .replace(
        'virtual_machine_configuration "VM1 Configuration"',
        '«virtual_machine_configuration "VM1 Configuration"»',
      )
      .replace('  depends_on = LUN1 }', ' }'),
    says: ['VM1 will not start on HV-02'],
  },

  { code: 'storage/shared-disk-groups', what: 'a disk for each group', text: base + vm1 + vm2 },
  {
    code: 'storage/shared-disk-groups',
    what: 'two volumes of one disk in two groups',
    text: `${base}${goodGroup('VM3', 'LUN3', 'H:')}${vm1.replace('vhd "F:\\VM1\\os.vhd"', 'vhd «"I:\\VM1\\os.vhd"»')}`,
    says: ['VM3 and VM1'],
  },
  {
    code: 'storage/shared-disk-groups',
    what: 'the resource in a group without machines',
    text: `${base}group Store { physical_disk LUN2 }\n${vm1.replace('vhd "F:\\VM1\\os.vhd"', 'vhd «"G:\\VM1\\os.vhd"»')}`,
    says: ['Store and VM1'],
  },
  {
    code: 'storage/shared-disk-groups',
    what: 'a disk in Available Storage that two groups use',
    text: `${base}${vm1.replace('vhd "F:', 'vhd "H:')}${vm2.replace('vhd "G:\\VM2\\os.vhd"', 'vhd «"I:\\VM2\\os.vhd"»')}`,
  },

  {
    code: 'storage/guid-mismatch',
    what: 'the GUID of the cluster, braces and case aside',
    text: `${fabric}disk LUN1 { storage = SAN1  volume { guid = "{AB}"  guid_on HV-01 = "cd" } }\n${goodGroup('VM1', 'LUN1', '\\\\?\\Volume{ab}')}`,
  },
  {
    code: 'storage/guid-mismatch',
    what: 'a GUID of one node, in a disk and in a configuration',
    text: `${fabric}disk LUN1 { storage = SAN1  volume { guid = "{AB}"  guid_on HV-01 = ["{cd}", "{ef}"] } }
${goodGroup('VM1', 'LUN1', '\\\\?\\Volume{ab}').replace('"\\\\?\\Volume{ab}\\VM1\\os.vhd"', '«"\\\\?\\Volume{EF}\\VM1\\os.vhd"»').replace('"\\\\?\\Volume{ab}\\VM1\\VM1.xml"', '«"\\\\?\\Volume{cd}\\VM1\\VM1.xml"»')}`,
    says: ['{cd}', '{EF}'],
  },

  {
    code: 'storage/guid-mismatch',
    what: 'a GUID of two nodes of three',
    text: `${fabric.replace('HV-02]', 'HV-02, HV-03]')}node HV-03 { memory = 1GB }
disk LUN1 { storage = SAN1  volume "K:" { guid = "{AB}"  guid_on HV-01 = "{cd}"  guid_on HV-02 = "{CD}" } }
${goodGroup('VM1', 'LUN1', 'K:').replace('"K:\\VM1\\os.vhd"', '«"\\\\?\\Volume{cd}\\VM1\\os.vhd"»')}`,
    says: [
      'Only HV-01 and HV-02 know a volume of disk LUN1 by GUID {cd}; the cluster manages the volume as {AB}: on HV-03',
    ],
  },
  {
    code: 'storage/differencing-parent',
    what: 'a parent in the group, on a shared volume, or on a disk of the group that holds nothing else',
    text: machineOf(`${good}\n    vhd "F:\\d.vhd" { kind = differencing  parent = "F:\\Base\\d.vhd" }`),
  },
  {
    code: 'storage/differencing-parent',
    what: 'a local parent',
    text: machineOf(`${good}\n    vhd "F:\\d.vhd" { kind = differencing  parent = «"C:\\Base\\d.vhd"» }`),
    says: ['C:\\Base\\d.vhd'],
  },
  {
    code: 'storage/differencing-parent',
    what: 'a parent in another group, and only that',
    text: `${machineOf(`${good}\n    vhd "F:\\d.vhd" { kind = differencing  parent = «"G:\\Base\\d.vhd"» }`)}${vm2}`,
    says: ['group VM2'],
  },
  {
    code: 'storage/differencing-parent',
    what: 'a local parent of the parent, once',
    text: machineOf(`${good}
    vhd "F:\\a.vhd" { kind = differencing  parent = "F:\\b.vhd" }
    vhd "F:\\b.vhd" { kind = differencing  parent = "F:\\C.vhd" }
    vhd "F:\\c.vhd" { kind = differencing  parent = «"C:\\root.vhd"» }`),
  },

  { code: 'storage/not-shared', what: 'every node reaches it', text: base + vm1 },
  {
    code: 'storage/not-shared',
    what: 'a storage of one node, once for all that is on it',
    text: `${base.replace('[HV-01, HV-02]', '«[HV-01]»')}${vm1}${vm2}`,
    says: ['HV-02'],
  },
  {
    code: 'storage/not-shared',
    what: 'not where the owners are narrowed',
    text:
      base.replace('[HV-01, HV-02]', '[HV-01]') +
      vm1.replace('    memory        = 2GB', '    possible_owners = [HV-01]\n    memory        = 2GB'),
  },
  {
    code: 'storage/not-shared',
    what: 'a pass-through disk of a storage of its own',
    text: `${machineOf(`${good.replace('and LUN1', 'and LUN1 and Raw')}\n    passthrough_disk Raw`).replace('physical_disk LUN1', 'physical_disk LUN1\n  physical_disk Raw')}storage SAN2 { nodes = «[HV-02]» }\ndisk Raw { storage = SAN2 }\n`,
    says: ['HV-01'],
  },
];

testPlaces(rows);
