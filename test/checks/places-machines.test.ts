import { base, good, machineOf, testPlaces, vm1, vm2 } from './places';
import type { Row } from './places';
import { disks, fabric, goodGroup } from './support';

/** A machine with this many virtual hard disks on a shared volume, outside any group; a mark at one of them. */
const manyDisks = (count: number, mark: number, attributes: string): string =>
  `${fabric.replace('2008', '2022')}disk CSV { storage = SAN1  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" }
virtual_machine A {
  memory = 1GB  ${attributes}
${Array.from({ length: count }, (_, index) => {
  const label = `"C:\\ClusterStorage\\Volume1\\${String(index)}.vhdx"`;
  return `  vhd ${index === mark ? `«${label}»` : label}`;
}).join('\n')}
}\n`;

const version = (release: string, text: string): string => text.replace('"2008"', `"${release}"`);

const switches = fabric.replaceAll(/node HV-0(.) \{/g, (_, digit: string) =>
  digit === '1' ? 'node HV-01 { virtual_switches = ["LAN", "dmz"] ' : 'node HV-02 { virtual_switches = ["LAN"] ',
);

const rows: readonly Row[] = [
  {
    code: 'vm/generation',
    what: 'memory and processors that only generation 2 has',
    text: `${version('2022', fabric)}virtual_machine A { memory = «2TB»  maximum_memory = «3TB»  processors = «65» }\n`,
    says: ['generation 1 can have 1TB of memory', '3TB', '64 virtual processors at most in Windows Server 2022'],
  },
  {
    code: 'vm/generation',
    what: 'disks that only generation 1 has room for',
    text: manyDisks(258, 256, 'generation = 2'),
    says: ['258 disks'],
  },
  {
    code: 'vm/generation',
    what: 'not what the generation allows, and not what no generation does',
    text: `${version('2022', fabric)}virtual_machine A { memory = 12TB  processors = 240  generation = 2 }
virtual_machine B { memory = 1TB  processors = 64 }
virtual_machine C { memory = 500TB }\n`,
    besides: 'version/limit',
  },
  {
    code: 'vm/generation',
    what: 'not where the release has one generation only',
    text: `${version('2012', fabric)}virtual_machine A { memory = 2TB }\n`,
    besides: 'version/limit',
  },

  {
    code: 'vm/switch-missing',
    what: 'on one of two nodes',
    text: machineOf(`${good}\n    virtual_switches = ["lan", «"DMZ"»]`).replace(fabric, switches),
    says: ['VM1 uses virtual switch DMZ, which HV-02 does not have: when it moves to HV-02'],
  },
  {
    code: 'vm/switch-missing',
    what: 'not on a node that may not own it, and not where a node does not say what it has',
    text: machineOf(`${good}\n    virtual_switches = ["DMZ"]\n    possible_owners = [HV-01]`).replace(fabric, switches),
  },
  {
    code: 'vm/switch-missing',
    what: 'not where no node says what it has',
    text: machineOf(`${good}\n    virtual_switches = ["DMZ"]`),
  },

  {
    code: 'vm/configuration-shared',
    what: 'two machines of a group',
    text: machineOf(`${good}
  }
  virtual_machine VM2 {
    memory = 1GB
    configuration = «"VM1 Configuration"»
    depends_on = "VM1 Configuration"`),
    says: ['VM1 and VM2 name one configuration resource, VM1 Configuration'],
  },
  {
    code: 'vm/configuration-shared',
    what: 'three machines, two of them in another group: one fault of the resource',
    text: `${base}${vm1}group B {
  virtual_machine VM2 { memory = 1GB  configuration = «"VM1 Configuration"» }
  virtual_machine VM3 { memory = 1GB  configuration = "VM1 Configuration" }
}\n`,
  },
  {
    code: 'vm/configuration-shared',
    what: 'used by none',
    text: machineOf(good).replace(
      '  virtual_machine VM1',
      '  «virtual_machine_configuration Old» { path = "F:\\old.xml"  depends_on = LUN1 }\n  virtual_machine VM1',
    ),
    says: ['No virtual machine has Old as its configuration'],
  },
  {
    code: 'vm/configuration-shared',
    what: 'in another group',
    text: `${base}${vm1
      .replaceAll('"VM1 Configuration"\n', '«"C"»\n')
      .replaceAll('"VM1 Configuration" and', '"C" and')
      .replace(/ {2}virtual_machine_configuration.*\n/, '')}group B {
  physical_disk LUN2
  virtual_machine_configuration C { path = "G:\\c.xml"  depends_on = LUN2 }
}\n`,
    says: ['C, the configuration of VM1, is in group B and not in VM1 with it'],
  },
  {
    code: 'vm/configuration-shared',
    what: 'not in another group where the groups are torn over its disk',
    text: `${base}${vm1.replace(/ {2}virtual_machine_configuration.*\n/, '')}group B {
  virtual_machine_configuration "VM1 Configuration" { path = "F:\\c.xml" }
}\n`,
    besides: 'storage/shared-disk-groups',
  },
  {
    code: 'vm/configuration-shared',
    what: 'not where a machine names none, and is likely to mean it',
    text: machineOf(good.replace('    configuration = "VM1 Configuration"\n', '')),
    besides: 'vm/configuration-missing',
  },
  {
    code: 'vm/configuration-shared',
    what: 'not where a machine misspells it',
    text: machineOf(good).replace('_configuration "VM1 Configuration"', '_configuration "VM1 Configuratoin"'),
    besides: 'language/unresolved-reference',
  },
  {
    code: 'vm/configuration-shared',
    what: 'not where a machine could not be read',
    text: machineOf(good, 'virtual_machin VM1'),
    besides: 'language/unknown-block',
  },
  {
    code: 'vm/configuration-shared',
    what: 'not where the attribute is misspelt',
    text: machineOf(good.replace('    configuration', '    configuratoin')),
    besides: 'language/unknown-attribute',
  },

  {
    code: 'vm/workload-unmonitored',
    what: 'said, and left out',
    text: machineOf(`${good}
    workload A { monitored = «false» }
    «workload B»`),
    says: ['Nothing watches A: when it fails while VM1 runs on', 'B'],
  },
  {
    code: 'vm/workload-unmonitored',
    what: 'not where it is monitored, or its machine is a member',
    text: `${base}${vm1.replace('    depends_on', '    workload A { monitored = true }\n    depends_on')}${vm2.replace('    depends_on', '    workload B\n    depends_on')}${goodGroup('VM3', 'LUN3', 'H:').replace('    depends_on', '    workload C\n    depends_on')}guest_cluster GC { members = [VM2, VM1] }
nlb_cluster Farm { members = [vm3] }\n`,
  },

  {
    code: 'vm/failover-disabled',
    what: 'no restart, and restarts on the node only',
    text: `${machineOf(`${good}\n    restart_action = «none»`)}${vm2.replace('    depends_on', '    restart_action = «restart»\n    depends_on')}`,
    says: ['When VM1 fails, it is neither restarted nor failed over', 'on the same node only'],
  },
  {
    code: 'vm/failover-disabled',
    what: 'not by default, for other resources, or outside a group',
    text: `${base}${vm1.replace('physical_disk LUN1', 'physical_disk LUN1 { restart_action = none }')}virtual_machine X { memory = 1GB  restart_action = none }\n`,
  },

  {
    code: 'vm/not-highly-available',
    what: 'outside any group, with and without a host',
    text: `${fabric}«virtual_machine A» { memory = 1GB  host = HV-02 }\n«virtual_machine B» { memory = 1GB }\n`,
    says: ['when HV-02 fails, it stays down until HV-02 is back', 'when its host fails'],
  },
  {
    code: 'vm/not-highly-available',
    what: 'says what stands in the way',
    text: `${fabric}«virtual_machine A» { memory = 1GB  vhd "C:\\a.vhd" }\n`,
    says: ['C:\\a.vhd is on C:, a local drive of each node'],
  },
  { code: 'vm/not-highly-available', what: 'not in a group', text: base + vm1 },
  {
    code: 'vm/not-highly-available',
    what: 'not in a part of a design',
    text: 'virtual_machine A { memory = 1GB }\n',
  },

  {
    code: 'vm/running-while-clustered',
    what: 'running, said and by default',
    text: `${fabric}virtual_machine A { memory = 1GB  state = «running» }\n«virtual_machine B» { memory = 1GB }\n`,
    says: ['Windows Server 2008'],
  },
  {
    code: 'vm/running-while-clustered',
    what: 'not where it is stopped, or in a group',
    text: `${fabric}${disks}${vm1}virtual_machine A { memory = 1GB  state = off }\nvirtual_machine B { memory = 1GB  state = saved }\n`,
  },
  {
    code: 'vm/running-while-clustered',
    what: 'not from 2012 on',
    text: `${version('2012', fabric)}virtual_machine A { memory = 1GB }\n`,
  },
];

testPlaces(rows);
