import { describe, expect, it } from 'vitest';
import { disks, fabric, findingsOf, goodGroup, offsetsOf, unmark } from './support';

interface Row {
  readonly code: string;
  readonly what: string;
  /** Marks enclose where the findings of the code are; no marks: there are none. No other error may be there. */
  readonly text: string;
  /** A further error that the text has besides. */
  readonly besides?: string;
  /** What the message of each finding must hold. */
  readonly says?: readonly string[];
}

const vm1 = goodGroup('VM1', 'LUN1', 'F:');
const vm2 = goodGroup('VM2', 'LUN2', 'G:');
const base = fabric + disks;

/** A group VM1 on LUN1 with another virtual machine block. */
const groupOf = (inner: string): string => `${base}group VM1 {
  owner = HV-01
  physical_disk LUN1
  virtual_machine_configuration "VM1 Configuration" { path = "F:\\VM1.xml"  depends_on = LUN1 }
${inner}
}
`;

const machineOf = (inner: string, header = 'virtual_machine VM1'): string =>
  groupOf(`  ${header} {
    memory = 2GB
${inner}
  }`);

const good = `    configuration = "VM1 Configuration"
    vhd "F:\\os.vhd"
    depends_on = "VM1 Configuration" and LUN1`;

const rows: readonly Row[] = [
  { code: 'language/duplicate-name', what: 'a design with a name of each kind', text: base + vm1 + vm2 },
  {
    code: 'language/duplicate-name',
    what: 'a second node, its case ignored',
    text: `${fabric}node «"hv-01"» { memory = 1GB }\n`,
    says: ['hv-01'],
  },
  {
    code: 'language/duplicate-name',
    what: 'a resource of another group',
    text: `${base}${vm1}group Other { ip_address «VM1» }\n`,
    says: ['resources'],
  },
  {
    code: 'language/duplicate-name',
    what: 'a group named like its machine and a disk',
    text: `${base}${vm1}group LUN1 { ip_address Address }\n`,
  },
  {
    code: 'language/duplicate-name',
    what: 'a machine outside the groups with the name of one inside',
    text: `${base}${vm1}virtual_machine «VM1» { memory = 1GB }\n`,
    says: ['virtual machines'],
  },
  {
    code: 'language/duplicate-name',
    what: 'a workload of another machine',
    text: machineOf(`${good}\n    workload Web\n    workload «Web»`),
    says: ['workloads'],
  },
  {
    code: 'language/duplicate-name',
    what: 'a group of a guest cluster',
    text: `${base}${vm1}${vm2}guest_cluster G { members = [VM1, VM2]  group «VM2» { generic_service S } }\n`,
  },
  {
    code: 'language/duplicate-name',
    what: 'a second cluster',
    text: `${fabric}«cluster D» { }\n`,
    says: ['one cluster'],
  },
  {
    code: 'language/duplicate-name',
    what: 'an attribute given twice',
    text: fabric.replace('HV-01 { memory = 32GB }', 'HV-01 { memory = 32GB  «memory» = 1GB }'),
  },

  { code: 'language/unresolved-reference', what: 'every name is declared', text: base + vm1 },
  {
    code: 'language/unresolved-reference',
    what: 'in a list, in an attribute and as a label',
    text: `${fabric}disk LUN1 { storage = «SAN9» }
node HV-03 { memory = 1GB  networks = [«LAN»] }
group G { owner = «"HV-X"»  physical_disk «LUN7»  ip_address A { network = «LAN» } }\n`,
    says: ['storage', 'network', 'node', 'disk', 'network'],
  },
  {
    code: 'language/unresolved-reference',
    what: 'the configuration of a machine',
    text: machineOf(`    configuration = «"VM9 Configuration"»
    vhd "F:\\os.vhd"
    depends_on = "VM1 Configuration" and LUN1`),
  },
  {
    code: 'language/unresolved-reference',
    what: 'the node of a further GUID',
    text: `${fabric}disk LUN1 { storage = SAN1  volume { guid_on «HV-09» = "{a}" } }\n`,
  },
  {
    code: 'language/unresolved-reference',
    what: 'a witness disk, with a disk model and without a model',
    text: `${fabric.replace('tolerates = 0', 'quorum { model = disk_only  witness = «Q» }')}`,
  },
  {
    code: 'language/unresolved-reference',
    what: 'a bare witness without a model',
    text: fabric.replace('tolerates = 0', 'quorum { witness = «Q» }'),
  },
  {
    code: 'language/unresolved-reference',
    what: 'a witness that is a share or an account',
    text: fabric.replace(
      'tolerates = 0',
      'quorum { model = node_and_file_share_majority  witness = "\\\\DC\\Witness" }',
    ),
  },
  {
    code: 'language/unresolved-reference',
    what: 'names in a scenario',
    text: `${base}${vm1}scenario S {
  at 0s fail node «HV-09»
  at 1s partition [HV-01] from [«HV-08»]
  at 2s move group «VM9» to «HV-07» live
  at 3s crash virtual_machine «LUN1»
  at 4s fail disk LUN1
  expect VM1 online on «HV-06»
  expect «Nothing» online
  expect disk «VM1» online
  expect LUN1 owned by HV-02
  expect no outage of «VM8»
  expect cluster running
}\n`,
    says: [
      'No node',
      'No node',
      'No group',
      'No node',
      'No virtual machine',
      'Nothing',
      'Nothing',
      'No disk',
      'Nothing',
    ],
  },
  {
    code: 'language/unresolved-reference',
    what: 'owners in a guest cluster are its members',
    text: `${base}${vm1}${vm2}guest_cluster G { members = [VM1, VM2]  group R { owner = VM1  preferred_owners = [VM2, «HV-01»]  generic_service S } }
scenario S {
  at 0s move group R to VM2
  expect S online on VM2
}\n`,
  },
  {
    code: 'language/unresolved-reference',
    what: 'a part of a design is not judged by itself',
    text: 'disk LUN1 { storage = SAN1 }\ngroup G { owner = HV-01  physical_disk LUN1 }\n',
  },

  { code: 'language/name-case', what: 'the spelling of the declaration', text: base + vm1 },
  {
    code: 'language/name-case',
    what: 'in attributes, dependencies and scenarios',
    text: `${machineOf(good.replace('LUN1', '«lun1»')).replace('owner = HV-01', 'owner = «hv-01»')}scenario S { expect «vm1» online on HV-01 }\n`,
    says: ['HV-01', 'LUN1', 'VM1'],
  },
  {
    code: 'language/name-case',
    what: 'the label of a disk resource, not what follows it',
    text: machineOf(good).replace('physical_disk LUN1', 'physical_disk «lun1»'),
  },

  { code: 'language/unused', what: 'all in use', text: fabric + disks.replace(/disk LUN[234].*\n/g, '') + vm1 },
  {
    code: 'language/unused',
    what: 'disks without resource, file or witness',
    text: `${fabric.replace('tolerates = 0', 'quorum { witness = Q }')}disk Q { storage = SAN1 }
«disk LUN5» { storage = SAN1  volume "K:" }
disk LUN6 { storage = SAN1  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" }
virtual_machine A { memory = 1GB  vhd "C:\\ClusterStorage\\Volume1\\a.vhd" }\n`,
    says: ['LUN5'],
  },
  {
    code: 'language/unused',
    what: 'a storage without disks',
    text: `${fabric.replace('storage SAN1', '«storage SAN1»')}`,
  },
  {
    code: 'language/unused',
    what: 'a network, where every node lists others',
    text: `cluster C { }\nnode A { memory = 1GB  networks = [LAN] }\nnetwork LAN { }\n«network WAN» { }\n`,
    says: ['WAN'],
  },
  {
    code: 'language/unused',
    what: 'no network, where a node is connected to all',
    text: `cluster C { }\nnode A { memory = 1GB  networks = [LAN] }\nnode B { memory = 1GB }\nnetwork LAN { }\nnetwork WAN { }\n`,
  },
  {
    code: 'language/unused',
    what: 'a class of one group only',
    text: `${fabric}disk D { storage = SAN1 }
group A { anti_affinity_class_names = ["Web", «"Alone"»]  physical_disk D }
group B { anti_affinity_class_names = ["web"]  ip_address I }\n`,
    says: ['Alone'],
  },

  {
    code: 'node/feature-missing',
    what: 'not said, or there',
    text: fabric + 'node A { memory = 1GB  features = [hyper_v, "Failover Clustering"] }\n',
  },
  {
    code: 'node/feature-missing',
    what: 'only the role',
    text: `${fabric}«node A» { memory = 1GB  features = [hyper_v] }\n`,
    says: ['A lacks'],
  },

  { code: 'dependency/unknown', what: 'all there', text: base + vm1 },
  {
    code: 'dependency/unknown',
    what: 'nothing of the name',
    text: machineOf(good.replace('LUN1', 'LUN1 and «Nothing»')),
    says: ['Nothing'],
  },
  {
    code: 'dependency/unknown',
    what: 'a declared disk, once for the group',
    text: machineOf(good).replace('  physical_disk LUN1\n', '').replace('depends_on = LUN1', 'depends_on = «LUN1»'),
    says: ['VM1 Configuration and VM1 depend on LUN1'],
  },
  {
    code: 'dependency/unknown',
    what: 'not for a shared volume',
    text: `${base.replace('2008', '2022')}disk CSV { storage = SAN1  shared_volume = true }\n${vm1.replace('and LUN1', 'and LUN1 and CSV')}`,
  },

  { code: 'dependency/cycle', what: 'no ring', text: base + vm1 + vm2 },
  {
    code: 'dependency/cycle',
    what: 'a configuration that waits for its machine',
    text: machineOf(good).replace('depends_on = LUN1 }', 'depends_on = LUN1 and «VM1» }'),
    says: ['group VM1 can never be online'],
  },
  {
    code: 'dependency/cycle',
    what: 'on itself',
    text: `${fabric}group G { ip_address A { depends_on = «A» } }\n`,
    says: ['itself'],
  },
  {
    code: 'dependency/cycle',
    what: 'two rings and what waits for them',
    text: `${fabric}group G {
  generic_service A { depends_on = B }
  generic_service B { depends_on = C or C }
  generic_service C { depends_on = «A» }
  generic_service D { depends_on = E }
  generic_service E { depends_on = «D» }
  generic_service F { depends_on = A and E }
}\n`,
    says: ['A', 'D'],
  },

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

describe('findings stand where the fault is, and one fault has one finding', () => {
  it.each(rows.map((row) => [`${row.code}: ${row.what}`, row] as const))(
    '%s',
    (_, { code, text: marked, says, besides }) => {
      const { text, spans } = unmark(marked);
      const { document, findings } = findingsOf(text);
      const own = findings.filter((finding) => finding.code === code);
      expect(own.map((finding) => offsetsOf(document, finding.place)).sort((a, b) => a.start - b.start)).toEqual(spans);
      const others = findings.filter(
        (finding) => finding.severity === 'error' && finding.code !== code && finding.code !== besides,
      );
      expect(others.map((finding) => `${finding.code}: ${finding.message}`)).toEqual([]);
      const inOrder = own.toSorted((a, b) => offsetsOf(document, a.place).start - offsetsOf(document, b.place).start);
      says?.forEach((words, index) => {
        expect(inOrder[index]?.message).toContain(words);
      });
    },
  );
});
