import { describe, expect, it } from 'vitest';
import { headOf, judged, machineGroup, serviceGroup } from './support';

interface Example {
  readonly id: string;
  readonly says: string;
  readonly design: string;
  readonly lines: readonly string[];
  readonly until_ms?: number;
  /** Expectations of the lines that must not hold: the example could fail. */
  readonly refuted?: readonly string[];
}

const two = headOf({ nodes: 2 });
const six = headOf({ nodes: 6 });
const hour = 3_600_000;
const everyTenMinutes = (count: number, name: string): readonly string[] =>
  Array.from({ length: count }, (_, index) => `at ${String(index * 10)}m fail resource ${name}`);
const quick = 'restart_delay = 0s';
const preferred = 'preferred_owners = [HV-01, HV-03, HV-05]';

/** The worked examples of the semantics reference, section 12, by their numbers. */
const examples: readonly Example[] = [
  {
    id: 'A1',
    says: 'two restarts are tolerated inside any 200 ms; the third failure inside it goes further',
    design: [two, serviceGroup('S', 'owner = HV-01', `${quick} restart_threshold = 2  restart_period = 200ms`)].join(
      '\n',
    ),
    lines: [
      'at 0ms fail resource S',
      'at 50ms fail resource S',
      'expect S online on HV-01 at 60ms',
      'at 100ms fail resource S',
      'expect S online on HV-02 within 1ms',
      'expect S online on HV-01',
    ],
    refuted: ['S online on HV-01'],
  },
  {
    id: 'A1',
    says: 'a third failure when the first has left the window is again only a restart',
    design: [two, serviceGroup('S', 'owner = HV-01', `${quick} restart_threshold = 2  restart_period = 200ms`)].join(
      '\n',
    ),
    lines: [
      'at 0ms fail resource S',
      'at 150ms fail resource S',
      'at 250ms fail resource S',
      'expect S online on HV-01',
    ],
  },
  {
    id: 'A2',
    says: 'three restarts in fifteen minutes; a fourth does not happen',
    design: [two, serviceGroup('S', 'owner = HV-01', `${quick} restart_threshold = 3  restart_action = restart`)].join(
      '\n',
    ),
    lines: [
      'at 0m fail resource S',
      'at 4m fail resource S',
      'at 8m fail resource S',
      'expect S online on HV-01 within 1s',
      'at 12m fail resource S',
      'expect S failed on HV-01',
      'expect group S failed',
    ],
    until_ms: hour,
  },
  {
    id: 'A3',
    says: 'ten failovers in six hours; the eleventh failure leaves the group failed',
    design: [two, serviceGroup('S', 'owner = HV-01  failover_threshold = 10', 'restart_threshold = 0')].join('\n'),
    lines: [
      ...everyTenMinutes(10, 'S'),
      'expect S online on HV-01 within 1s',
      'at 100m fail resource S',
      'expect S failed on HV-01 at 2h',
    ],
    until_ms: 2 * hour,
  },
  {
    id: 'A4',
    says: 'five failovers in three hours; on the sixth failure the group is left',
    design: [
      two,
      serviceGroup('S', 'owner = HV-01  failover_threshold = 5  failover_period = 3h', 'restart_threshold = 0'),
    ].join('\n'),
    lines: [
      ...everyTenMinutes(5, 'S'),
      'expect S online on HV-02 within 1s',
      'at 60m fail resource S',
      'expect S failed at 61m',
    ],
    until_ms: 90 * 60_000,
  },
  {
    id: 'A5',
    says: 'two failovers in any hour are tolerated, and the window slides',
    design: [
      two,
      serviceGroup('S', 'owner = HV-01  failover_threshold = 2  failover_period = 1h', 'restart_threshold = 0'),
    ].join('\n'),
    lines: [
      'at 0m fail resource S',
      'at 30m fail resource S',
      'at 61m fail resource S',
      'expect S online on HV-02 within 1s',
      'at 62m fail resource S',
      'expect S failed at 63m',
    ],
    until_ms: 70 * 60_000,
  },
  {
    id: 'A6',
    says: 'unset, the threshold is one less than there are nodes',
    design: [headOf({ nodes: 3 }), serviceGroup('S', 'owner = HV-01', 'restart_threshold = 0')].join('\n'),
    lines: [
      ...everyTenMinutes(2, 'S'),
      'expect S online on HV-03 within 1s',
      'at 20m fail resource S',
      'expect S failed on HV-03 at 30m',
    ],
    until_ms: hour,
  },
  {
    id: 'A7, A8, A9',
    says: 'list A, C, E, B, D, F: from C to E, and from E to B',
    design: [six, serviceGroup('S', `owner = HV-03 ${preferred}`, 'restart_threshold = 0')].join('\n'),
    lines: [
      'at 0s fail resource S',
      'expect S online on HV-05 within 1s',
      'at 10m fail resource S',
      'expect S online on HV-02 within 1s',
    ],
  },
  {
    id: 'A9',
    says: 'the death of E sends the group on to B, not back to A',
    design: [six, serviceGroup('S', `owner = HV-05 ${preferred}`, '')].join('\n'),
    lines: ['at 0s fail node HV-05', 'expect S online on HV-02 within 10s', 'expect S online on HV-01'],
    refuted: ['S online on HV-01'],
  },
  {
    id: 'A10',
    says: 'without preferred owners the next node in the order they joined',
    design: [six, serviceGroup('S', 'owner = HV-03', '')].join('\n'),
    lines: ['at 0s fail node HV-03', 'expect S online on HV-04'],
  },
  {
    id: 'A11',
    says: 'best possible from D is A; when it is on A, C',
    design: [six, serviceGroup('S', `owner = HV-04 ${preferred}`, '')].join('\n'),
    lines: [
      'at 0s move group S',
      'expect S online on HV-01 within 1s',
      'at 1m move group S',
      'expect S online on HV-03 within 1s',
    ],
  },
  {
    id: 'A11',
    says: 'best possible from D while A is down is C',
    design: [six, serviceGroup('S', `owner = HV-04 ${preferred}`, '')].join('\n'),
    lines: ['at 0s fail node HV-01', 'at 1m move group S', 'expect S online on HV-03'],
  },
  {
    id: 'A12',
    says: 'with A, C and E down best possible from D is B',
    design: [
      headOf({ nodes: 6, quorum: 'model = disk_only  witness = Witness' }),
      serviceGroup('S', `owner = HV-04 ${preferred}`, ''),
    ].join('\n'),
    lines: [
      'at 0s fail node HV-01',
      'at 0s fail node HV-03',
      'at 0s fail node HV-05',
      'at 1m move group S',
      'expect S online on HV-02',
    ],
  },
  {
    id: 'A13',
    says: 'preferred 3 and 4: the list is 3, 4, 1, 2, so from 4 it goes to 1',
    design: [
      headOf({ nodes: 4 }),
      serviceGroup('S', 'owner = HV-04  preferred_owners = [HV-03, HV-04]', 'restart_threshold = 0'),
    ].join('\n'),
    lines: ['at 0s fail resource S', 'expect S online on HV-01'],
  },
  {
    id: 'A14',
    says: 'preferred A and C: from C it goes to B',
    design: [
      headOf({ nodes: 4 }),
      serviceGroup('S', 'owner = HV-03  preferred_owners = [HV-01, HV-03]', 'restart_threshold = 0'),
    ].join('\n'),
    lines: ['at 0s fail resource S', 'expect S online on HV-02'],
  },
  {
    id: 'A16',
    says: 'a group that may fail back returns when its preferred owner is back',
    design: [two, serviceGroup('S', 'owner = HV-01  preferred_owners = [HV-01, HV-02]  auto_failback = true', '')].join(
      '\n',
    ),
    lines: [
      'at 0s fail node HV-01',
      'expect S online on HV-02 within 10s',
      'at 1h repair node HV-01',
      'expect S online on HV-01 within 1s',
    ],
  },
  {
    id: 'A17',
    says: 'failback without preferred owners has no effect',
    design: [two, serviceGroup('S', 'owner = HV-01  auto_failback = true', '')].join('\n'),
    lines: ['at 0s fail node HV-01', 'at 1h repair node HV-01', 'expect S online on HV-02'],
  },
  {
    id: 'A18',
    says: 'a failback window does not hold a failover back, only the way home',
    design: [
      two,
      serviceGroup(
        'S',
        'owner = HV-01  preferred_owners = [HV-01, HV-02]  auto_failback = true  failback_window_start = 22  failback_window_end = 23',
        '',
      ),
    ].join('\n'),
    lines: [
      'at 0s fail node HV-01',
      'expect S online on HV-02 within 10s',
      'at 1h repair node HV-01',
      'expect S online on HV-02 at 21h',
      'expect S online on HV-01 at 22h',
    ],
  },
  {
    id: 'A31',
    says: 'from 2016 on a node is removed after ten seconds without contact, and its groups move',
    design: [headOf({ nodes: 2, version: '2022' }), serviceGroup('S', 'owner = HV-01', '')].join('\n'),
    lines: [
      'at 0s fail node HV-01',
      'expect S offline at 9s',
      'expect S online on HV-02 at 10s',
      'expect S online on HV-02 at 9s',
    ],
    refuted: ['S online on HV-02 at 9s'],
  },
  {
    id: 'A33',
    says: 'two machines on two volumes of one disk move together',
    design: [
      two,
      'disk "D" { storage = SAN  volume "F:" { }  volume "G:" { } }',
      'group "Both" {',
      '  owner = HV-01',
      '  physical_disk D',
      '  virtual_machine_configuration "one.xml" { path = "F:\\one.xml"  depends_on = D }',
      '  virtual_machine_configuration "two.xml" { path = "G:\\two.xml"  depends_on = D }',
      '  virtual_machine "One" { memory = 1GB  configuration = "one.xml"  vhd "F:\\one.vhd"  depends_on = "one.xml" and D }',
      '  virtual_machine "Two" { memory = 1GB  configuration = "two.xml"  vhd "G:\\two.vhd"  depends_on = "two.xml" and D }',
      '}',
    ].join('\n'),
    lines: ['at 0s move group Both to HV-02', 'expect One online on HV-02', 'expect Two online on HV-02'],
  },
  {
    id: 'A39',
    says: 'a planned move takes the machine and the ownership of its disk along',
    design: [two, machineGroup({ name: 'VM2', group: 'owner = HV-01' }), machineGroup({ name: 'VM1' })].join('\n'),
    lines: [
      'at 0s move group VM2 to HV-02',
      'expect VM2 online on HV-02',
      'expect "VM2 disk" owned by HV-02',
      'expect no outage of VM1',
      'expect no outage of VM2',
    ],
    refuted: ['no outage of VM2'],
  },
  {
    id: 'A40',
    says: 'stopped from outside: offline',
    design: [two, machineGroup({ name: 'V', group: 'owner = HV-01' })].join('\n'),
    lines: ['at 0s stop virtual_machine V', 'expect V offline', 'expect V failed'],
    refuted: ['V failed'],
  },
  {
    id: 'A40',
    says: 'stopped from outside with shutdown_action = failed: the restart policy acts',
    design: [two, machineGroup({ name: 'V', group: 'owner = HV-01', machine: 'shutdown_action = failed' })].join('\n'),
    lines: ['at 0s stop virtual_machine V', 'expect V failed within 1m', 'expect V online on HV-01'],
  },
];

describe('worked examples of the semantics reference', () => {
  it.each(examples)('$id: $says', ({ design, lines, until_ms, refuted = [] }) => {
    const verdicts = judged(design, lines, until_ms);
    expect(verdicts).toEqual(verdicts.map(([text]) => [text, !refuted.includes(text)]));
    expect(verdicts.length).toBeGreaterThan(0);
  });
});
