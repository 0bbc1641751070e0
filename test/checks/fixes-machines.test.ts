import { testFixes } from './fix-rows';
import type { Row } from './fix-rows';
import { base, good, machineOf, vm1, vm2 } from './places';
import { fabric } from './support';

const group = (resources: string): string => `${fabric}group G {\n${resources}\n}\n`;

const rows: readonly Row[] = [
  {
    code: 'dependency/redundant',
    what: 'the second of two, with its operator',
    before: machineOf(good.replace('and LUN1', 'and LUN1\n      and LUN1 # twice')),
    after: machineOf(good.replace('and LUN1', 'and LUN1 # twice')),
  },
  {
    code: 'dependency/redundant',
    what: 'the first of a list, implied by the next',
    before: group('  ip_address A\n  network_name N { depends_on = A }\n  generic_service S { depends_on = A and N }'),
    after: group('  ip_address A\n  network_name N { depends_on = A }\n  generic_service S { depends_on = N }'),
  },
  {
    code: 'dependency/ambiguous',
    what: 'parentheses around each part',
    before: group('  ip_address A\n  ip_address B\n  generic_service S { depends_on = A and B or B and A or B }'),
    after: group('  ip_address A\n  ip_address B\n  generic_service S { depends_on = (A and B) or (B and A) or B }'),
  },
  {
    code: 'dependency/required-missing',
    what: 'the only provider of the group, in front of nothing, and behind what is there',
    before: group('  ip_address A\n  generic_service S\n  network_name N { depends_on = S }'),
    after: group('  ip_address A\n  generic_service S\n  network_name N { depends_on = S and A }'),
  },
  {
    code: 'dependency/required-missing',
    what: 'one of several is for the reader to choose',
    title: 'Make N depend on B',
    before: group('  ip_address A\n  ip_address B\n  network_name N'),
    after: group('  ip_address A\n  ip_address B\n  network_name N { depends_on = B }'),
  },
  {
    code: 'dependency/cross-group',
    what: 'the term goes',
    title: 'Remove LUN1 from',
    before: base + vm1 + vm2.replace('" and LUN2', '" and LUN1 and LUN2'),
    after: base + vm1 + vm2,
  },
  {
    code: 'vm/switch-missing',
    what: 'another switch of the node',
    title: 'Add virtual switch DMZ to HV-02',
    before: machineOf(`${good}\n    virtual_switches = ["DMZ"]`).replace(
      'node HV-02 {',
      'node HV-02 { virtual_switches = ["LAN"] ',
    ),
    after: machineOf(`${good}\n    virtual_switches = ["DMZ"]`).replace(
      'node HV-02 {',
      'node HV-02 { virtual_switches = ["LAN", "DMZ"] ',
    ),
  },
  {
    code: 'vm/workload-unmonitored',
    what: 'another value, or a body',
    title: 'Web is monitored',
    before: machineOf(`${good}\n    workload Web { monitored = false }`),
    after: machineOf(`${good}\n    workload Web { monitored = true }`),
  },
  {
    code: 'vm/workload-unmonitored',
    what: 'a body where there is none',
    title: 'Web is monitored',
    before: machineOf(`${good}\n    workload Web # shop`),
    after: machineOf(`${good}\n    workload Web { monitored = true } # shop`),
  },
];

testFixes(rows);
