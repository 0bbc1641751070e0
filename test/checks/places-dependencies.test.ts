import { base, good, machineOf, testPlaces, vm1, vm2 } from './places';
import type { Row } from './places';
import { fabric, goodGroup } from './support';

const group = (resources: string): string => `${fabric}group G {\n${resources}\n}\n`;

const rows: readonly Row[] = [
  {
    code: 'dependency/cross-group',
    what: 'a disk of another group, once',
    text: base + vm1 + vm2.replace('" and LUN2', '" and LUN2 and «LUN1» and LUN1'),
    says: ['VM2 depends on LUN1, which is in group VM1 and not in VM2'],
  },
  {
    code: 'dependency/cross-group',
    what: 'between a group and one of a guest cluster',
    text: `${base}${vm1}${vm2}group H { generic_service S { depends_on = «T» } }
guest_cluster GC { members = [VM1, VM2]  group G { generic_service T } }\n`,
    says: ['in group G and not in H'],
  },
  {
    code: 'dependency/cross-group',
    what: 'not in a ring over two groups',
    text: `${fabric}group G { generic_service S { depends_on = T } }\ngroup H { generic_service T { depends_on = S } }\n`,
    besides: 'dependency/cycle',
  },
  {
    code: 'dependency/cross-group',
    what: 'not where the disk holds files of both groups',
    text:
      base +
      vm1 +
      vm2.replace('os.vhd" { size = 40GB }', 'os.vhd"\n    vhd "F:\\b.vhd"').replace('and LUN2', 'and LUN2 and LUN1'),
    besides: 'storage/shared-disk-groups',
  },
  {
    code: 'dependency/cross-group',
    what: 'not where a parent is on the disk',
    text:
      base +
      vm1 +
      vm2
        .replace('{ size = 40GB }', '{ kind = differencing  parent = "F:\\p.vhd" }')
        .replace('and LUN2', 'and LUN2 and LUN1'),
    besides: 'storage/differencing-parent',
  },
  {
    code: 'dependency/cross-group',
    what: 'not for the configuration of the machine',
    text: `${base}${vm2
      .replace('VM2 Configuration" { path', 'C" { path')
      .replaceAll('"VM2 Configuration"', '"VM1 Configuration"')
      .replace(
        / {2}virtual_machine_configuration "C".*\n/,
        '',
      )}${vm1.replace(/ {2}virtual_machine VM1 \{[^}]*\}[^}]*\}\n/, '')}`,
    besides: 'vm/configuration-shared',
  },
  {
    code: 'dependency/cross-group',
    what: 'not for a name that has two resources, one of them at home',
    text: `${fabric}group G { ip_address A }\ngroup H { ip_address A  network_name N { depends_on = A } }\n`,
    besides: 'language/duplicate-name',
  },

  {
    code: 'dependency/required-missing',
    what: 'a network name without an address',
    text: group('  ip_address A\n  «network_name N»'),
    says: ['N does not depend on an IP Address'],
  },
  {
    code: 'dependency/required-missing',
    what: 'an address in one branch of an or only',
    text: group('  ip_address A\n  generic_service S\n  «network_name N» { depends_on = A or S }'),
  },
  {
    code: 'dependency/required-missing',
    what: 'types of the product, all that is missing in one finding',
    text: `${fabric}disk D { storage = SAN1 }
group G {
  physical_disk D
  ip_address A
  network_name N { depends_on = A }
  «resource Queue» { type = "MSMQ"  depends_on = N }
  «resource Leases» { type = "dhcp service" }
}\n`,
    says: ['an IP Address and a Physical Disk, which a resource of type MSMQ needs', 'a Physical Disk'],
  },
  {
    code: 'dependency/required-missing',
    what: 'not with addresses of several subnets, a resource of the type, or a type that needs nothing',
    text: `${fabric}disk D { storage = SAN1 }
group G {
  physical_disk D
  ip_address A
  resource B { type = "IPv6 Address" }
  network_name N { depends_on = A or B }
  resource Other { type = "Print Spooler"  depends_on = D and N }
  resource Any { type = "My Type" }
  generic_service S
  file_share F
}\n`,
  },
  {
    code: 'dependency/required-missing',
    what: 'not where a name means nothing',
    text: group('  ip_address Address\n  network_name N { depends_on = Adress }'),
    besides: 'dependency/unknown',
  },

  {
    code: 'dependency/redundant',
    what: 'named twice',
    text: machineOf(good.replace('and LUN1', 'and LUN1 and «lun1»')),
    says: ['named twice'],
  },
  {
    code: 'dependency/redundant',
    what: 'beside parentheses that need it on every way',
    text: group('  ip_address A\n  ip_address B\n  generic_service S { depends_on = «A» and ((A and B) or A) }'),
  },
  {
    code: 'dependency/redundant',
    what: 'another one waits for it',
    text: group('  ip_address A\n  network_name N { depends_on = A }\n  generic_service S { depends_on = «A» and N }'),
    says: ['S need not depend on A: N waits for it already'],
  },
  {
    code: 'dependency/redundant',
    what: 'through others, on every way',
    text: group(
      '  ip_address A\n  ip_address B { depends_on = A }\n  network_name N { depends_on = (A and B) or B }\n  generic_service S { depends_on = N and «A» }',
    ),
  },
  {
    code: 'dependency/redundant',
    what: 'a disk that holds nothing of the machine but its configuration',
    text: machineOf(`    configuration = "VM1 Configuration"
    vhd "G:\\os.vhd"
    depends_on = "VM1 Configuration" and «LUN1» and LUN2`).replace(
      'physical_disk LUN1',
      'physical_disk LUN1\n  physical_disk LUN2',
    ),
  },
  {
    code: 'dependency/redundant',
    what: 'not what the machine must depend on, or what only one way needs',
    text: `${base}${vm1}${goodGroup('VM2', 'LUN2', 'G:')}group G {
  ip_address A
  ip_address B
  network_name N { depends_on = A or B }
  generic_service S { depends_on = A and N }
  generic_service T { depends_on = A or N }
}\n`,
  },
  {
    code: 'dependency/redundant',
    what: 'not in a ring',
    text: group(
      '  ip_address A { depends_on = B }\n  ip_address B { depends_on = A }\n  generic_service S { depends_on = A and B }',
    ),
    besides: 'dependency/cycle',
  },
  {
    code: 'dependency/redundant',
    what: 'not between disks',
    text: `${base}disk M { storage = SAN1  volume "F:\\M" }
group G { physical_disk LUN1  physical_disk LUN2 { depends_on = LUN1 }  physical_disk M { depends_on = LUN1 and LUN2 } }\n`,
  },

  {
    code: 'dependency/ambiguous',
    what: 'and beside or',
    text: machineOf(
      good.replace(
        '"VM1 Configuration" and LUN1',
        '«"VM1 Configuration" and LUN1 or "VM1 Configuration" and (LUN1 or LUN1)»',
      ),
    ),
    says: ['(VM1 Configuration and LUN1) or (VM1 Configuration and (LUN1 or LUN1))'],
  },
  {
    code: 'dependency/ambiguous',
    what: 'within parentheses',
    text: group('  ip_address A\n  ip_address B\n  generic_service S { depends_on = A and «(A and B or B)» }'),
  },
  {
    code: 'dependency/ambiguous',
    what: 'not with parentheses, or with one operator',
    text: group(
      '  ip_address A\n  ip_address B\n  generic_service S { depends_on = (A and B) or B }\n  generic_service T { depends_on = A or B or A }',
    ),
  },
];

testPlaces(rows);
