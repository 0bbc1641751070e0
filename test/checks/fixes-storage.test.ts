import { testFixes } from './fix-rows';
import type { Row } from './fix-rows';
import { disks, fabric, goodGroup } from './support';

const base = fabric + disks;
const vm1 = goodGroup('VM1', 'LUN1', 'F:');

/** Two disks, the second one mounted in a folder of the first. */
const mounted = `${fabric}disk LUN1 { storage = SAN1  volume "F:" }\ndisk LUN2 { storage = SAN1  volume "F:\\M" }\n`;
const onMount = goodGroup('VM2', 'LUN2', 'F:\\M');

/** Configuration and virtual machine of a group. */
const inner = (name: string, disk: string, drive: string): string =>
  goodGroup(name, disk, drive).split('\n').slice(3, -2).join('\n');

const csv = `${fabric.replace('2008', '2022')}disk CSV { storage = SAN1  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" }\n`;
const onShared = (configuration: string, machine: string): string => `group V {
  virtual_machine_configuration C { path = "C:\\ClusterStorage\\Volume1\\V.vmcx"${configuration} }
  virtual_machine V {
    memory = 1GB
    configuration = C
    vhd "C:\\ClusterStorage\\Volume1\\os.vhdx"
    depends_on = ${machine} # first
  }
}
`;

const rows: readonly Row[] = [
  {
    code: 'storage/path-not-clustered',
    what: 'the same folder on a volume of the group',
    title: 'Take it from F:',
    before: base + vm1.replace('F:\\VM1\\os.vhd', 'C:\\VMs\\os.vhd'),
    after: base + vm1.replace('F:\\VM1\\os.vhd', 'F:\\VMs\\os.vhd'),
  },
  {
    code: 'storage/path-not-clustered',
    what: 'a shared volume, and the managed GUID of a volume without a letter',
    title: 'Take it from \\\\?\\Volume{ab}',
    before: `${fabric}disk D { storage = SAN1  volume { guid = "{ab}" } }\n${goodGroup('VM1', 'D', '\\\\?\\Volume{ab}').replace('\\\\?\\Volume{ab}\\VM1\\os', 'C:\\os')}`,
    after: `${fabric}disk D { storage = SAN1  volume { guid = "{ab}" } }\n${goodGroup('VM1', 'D', '\\\\?\\Volume{ab}').replace('{ab}\\VM1\\os', '{ab}\\os')}`,
  },
  {
    code: 'storage/path-not-clustered',
    what: 'the disk is clustered',
    title: 'Add disk LUN1 to the cluster',
    before: `${base.replace('disk LUN1 { storage = SAN1', 'disk LUN1 { storage = SAN1  clustered = false /* yet */')}${vm1}`,
    after: `${base.replace('disk LUN1 { storage = SAN1', 'disk LUN1 { storage = SAN1  clustered = true /* yet */')}${vm1}`,
  },
  {
    code: 'storage/unknown-volume',
    what: 'on a disk of the group that has no volume',
    title: 'Declare F: on disk LUN1',
    before: `${base.replace('{ storage = SAN1  volume "F:" }', '{ storage = SAN1 } # big')}${vm1}`,
    after: `${base.replace('{ storage = SAN1  volume "F:" }', '{ storage = SAN1  volume "F:" } # big')}${vm1}`,
  },
  {
    code: 'storage/unknown-volume',
    what: 'on a disk of its own, above what needs it',
    title: 'Declare a disk with X:',
    before: `${base}# loose\nvirtual_machine X { memory = 1GB  vhd "X:\\x.vhd" }\n`,
    after: `${base}# loose\ndisk Disk1 { storage = SAN1  volume "X:" }\nvirtual_machine X { memory = 1GB  vhd "X:\\x.vhd" }\n`,
  },
  {
    code: 'storage/unknown-volume',
    what: 'the GUID of a disk of the group',
    title: 'Change to GUID',
    before: `${fabric}disk D { storage = SAN1  volume { guid = "{abc1}" } }\n${goodGroup('VM1', 'D', '\\\\?\\Volume{abc1}').replace('{abc1}\\VM1\\os', '{abd1}\\VM1\\os')}`,
    after: `${fabric}disk D { storage = SAN1  volume { guid = "{abc1}" } }\n${goodGroup('VM1', 'D', '\\\\?\\Volume{abc1}')}`,
  },
  {
    code: 'storage/mount-point-group',
    what: 'merges the groups, keeps comments, and adds the dependency that becomes possible',
    before: `${mounted}${vm1}# data\n${onMount.replace('physical_disk LUN2', 'physical_disk LUN2 # mounted')}`,
    after: `${mounted}${vm1.replace(/}\n$/, '')}  # data
  physical_disk LUN2 { depends_on = LUN1 } # mounted
${onMount.split('\n').slice(3, -2).join('\n')}
}
`,
  },
  {
    code: 'storage/mount-point-group',
    what: 'adds a host that is in Available Storage',
    before: mounted + onMount,
    after: mounted + onMount.replace('physical_disk LUN2\n', 'physical_disk LUN2\n  physical_disk LUN1\n'),
  },
  {
    code: 'storage/mount-point-unclustered',
    what: 'clusters the host',
    title: 'Add disk LUN1 to the cluster',
    before: `${mounted.replace('SAN1  volume "F:"', 'SAN1  clustered = false  volume "F:"')}group G { physical_disk LUN2 }\n`,
    after: `${mounted.replace('SAN1  volume "F:"', 'SAN1  clustered = true  volume "F:"')}group G { physical_disk LUN2 }\n`,
    brings: 'storage/mount-point-group',
  },
  {
    code: 'storage/moves-together',
    what: 'a group of its own for a machine that shares nothing, with its disk and comments',
    title: 'Give VM2 a group of its own',
    before: `${base}group Both {
  owner = HV-01 # home
  physical_disk LUN1
  physical_disk LUN2 # for VM2
${inner('VM1', 'LUN1', 'F:')}
  # second
${inner('VM2', 'LUN2', 'G:')}
} // end
`,
    after: `${base}group Both {
  owner = HV-01 # home
  physical_disk LUN1
${inner('VM1', 'LUN1', 'F:')}
} // end

group VM2 {
  owner = HV-01
  physical_disk LUN2 # for VM2
  # second
${inner('VM2', 'LUN2', 'G:')}
}
`,
  },
  {
    code: 'storage/mount-point-dependency',
    what: 'a block without a body',
    before: `${mounted}group G {\n  physical_disk LUN1\n  physical_disk LUN2 # mounted\n}\n`,
    after: `${mounted}group G {\n  physical_disk LUN1\n  physical_disk LUN2 { depends_on = LUN1 } # mounted\n}\n`,
  },
  {
    code: 'storage/shared-disk-groups',
    what: 'of two resources of the disk one goes, its comment stays',
    before: `${base}${vm1}${goodGroup('VM2', 'LUN1', 'F:').replace('physical_disk LUN1', 'physical_disk LUN1 { /* as well */ }')}`,
    after: `${base}${vm1.replace(/}\n$/, '')}  /* as well */
${goodGroup('VM2', 'LUN1', 'F:').split('\n').slice(3, -2).join('\n')}
}
`,
  },
  {
    code: 'storage/passthrough-not-clustered',
    what: 'the resource, and the dependency on it',
    before: base + vm1.replace('{ size = 40GB }', '\n    passthrough_disk LUN4 # raw'),
    after:
      base +
      vm1
        .replace('{ size = 40GB }', '\n    passthrough_disk LUN4 # raw')
        .replace('physical_disk LUN1', 'physical_disk LUN1\n  physical_disk LUN4')
        .replace('and LUN1\n', 'and LUN1 and LUN4\n'),
  },
  {
    code: 'storage/passthrough-not-clustered',
    what: 'only the resource where the machine depends on it already',
    before:
      base + vm1.replace('{ size = 40GB }', '\n    passthrough_disk LUN4').replace('and LUN1\n', 'and LUN1 and LUN4\n'),
    after:
      base +
      vm1
        .replace('{ size = 40GB }', '\n    passthrough_disk LUN4')
        .replace('physical_disk LUN1', 'physical_disk LUN1\n  physical_disk LUN4')
        .replace('and LUN1\n', 'and LUN1 and LUN4\n'),
  },
  {
    code: 'storage/passthrough-not-clustered',
    what: 'clusters the disk first',
    title: 'Cluster disk LUN4',
    before: `${base.replace('disk LUN4 { storage = SAN1', 'disk LUN4 { storage = SAN1  clustered = false')}${vm1.replace('{ size = 40GB }', '\n    passthrough_disk LUN4')}`,
    after: `${base.replace('disk LUN4 { storage = SAN1', 'disk LUN4 { storage = SAN1  clustered = true')}${vm1
      .replace('{ size = 40GB }', '\n    passthrough_disk LUN4')
      .replace('physical_disk LUN1', 'physical_disk LUN1\n  physical_disk LUN4')
      .replace('and LUN1\n', 'and LUN1 and LUN4\n')}`,
  },
  {
    code: 'storage/shared-volume-dependency',
    what: 'the whole attribute where nothing else is in it',
    before: csv + onShared('  depends_on = CSV', 'C'),
    after: csv + onShared('', 'C'),
  },
  {
    code: 'storage/shared-volume-dependency',
    what: 'the term with its operator',
    before: csv + onShared('', 'CSV and C'),
    after: csv + onShared('', 'C'),
  },
];

testFixes(rows);
