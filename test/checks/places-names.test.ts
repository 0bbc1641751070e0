import { base, good, machineOf, testPlaces, vm1, vm2 } from './places';
import type { Row } from './places';
import { disks, fabric } from './support';

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
    text: fabric.replace('tolerates = 0', 'quorum { model = disk_only  witness = «Q» }'),
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
  at 2s move group «VM9» to «HV-07» quick
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
    text: `${fabric.replace('2008', '2022').replace('tolerates = 0', 'quorum { witness = Q }')}disk Q { storage = SAN1 }
«disk LUN5» { storage = SAN1  volume "K:" }
disk LUN6 { storage = SAN1  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" }
virtual_machine A { memory = 1GB  vhd "C:\\ClusterStorage\\Volume1\\a.vhd" }\n`,
    says: ['LUN5'],
  },
  {
    code: 'language/unused',
    what: 'a storage without disks',
    text: fabric.replace('storage SAN1', '«storage SAN1»'),
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
];

testPlaces(rows);
