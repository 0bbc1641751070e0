import { describe, expect, it } from 'vitest';
import { candidatesOf, detailsOf, finalOf, simulate } from '../../src/simulation';
import type { Run } from '../../src/simulation';
import { clusterOf } from '../support/design';
import { headOf, inputOf, judged, machineGroup, nodeName, runOf, serviceGroup } from './support';

interface Example {
  readonly id: string;
  readonly says: string;
  readonly design: readonly string[];
  readonly lines: readonly string[];
  readonly until_ms?: number;
  /** Expectations of the lines that must not hold: the example could fail. */
  readonly refuted?: readonly string[];
}

const share = 'model = node_and_file_share_majority  witness = "\\\\DC\\Witness"';
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);
const sql = 'anti_affinity_class_names = ["SQL"]';

function pair(cluster: string, nodes: number): readonly string[] {
  return [
    headOf({ version: '2022', nodes, quorum: share, cluster }),
    machineGroup({ name: 'A', group: `owner = HV-01  preferred_owners = [HV-01, HV-02]  ${sql}` }),
    machineGroup({ name: 'B', group: `owner = HV-02  ${sql}` }),
  ];
}

const machinesOnFirst = (count: number, machine = ''): readonly string[] =>
  numbers(count).map((number) =>
    machineGroup({ name: `V${String(number)}`, group: 'owner = HV-01', machine, memory: '64MB' }),
  );

/** Three nodes of which the last stands alone in a site; the group fits anywhere. */
const sites = (group: string): readonly string[] => [
  'site "East" { }',
  'site "West" { }',
  'rack "R" { site = East }',
  'cluster "C" { version = "2022"  quorum { model = node_and_file_share_majority  witness = "\\\\DC\\W" } }',
  'storage "SAN" { }',
  'node "HV-01" { memory = 32GB  site = East }',
  'node "HV-02" { memory = 256GB  site = West }',
  'node "HV-03" { memory = 16GB  rack = R }',
  machineGroup({ name: 'V', group: `owner = HV-01  ${group}` }),
];

/** The examples of the semantics reference, section 12, that are about placement and storage, and what follows from 1 to 3 and 7. */
const examples: readonly Example[] = [
  {
    id: 'A15',
    says: 'in 2008 R2 the groups of a dead node go one by one to the node that owns the fewest at that moment',
    design: [
      headOf({ version: '2008R2', nodes: 3 }),
      ...machinesOnFirst(4),
      machineGroup({ name: 'W1', group: 'owner = HV-03', memory: '64MB' }),
      machineGroup({ name: 'W2', group: 'owner = HV-03', memory: '64MB' }),
    ],
    lines: [
      'at 0s fail node HV-01',
      'expect V1 online on HV-02',
      'expect V2 online on HV-02',
      'expect V3 online on HV-02',
      'expect V4 online on HV-03',
    ],
  },
  {
    id: 'A15',
    says: 'at most 32 virtual machines start on one node at a time; the next begins when one has left its start',
    design: [headOf({ version: '2008R2', nodes: 2 }), ...machinesOnFirst(34)],
    lines: [
      'at 0s fail node HV-01',
      'expect V32 online_pending at 7s',
      'expect V33 offline at 26s',
      'expect V32 online at 26500ms',
      'expect V33 online_pending at 26500ms',
      'expect V33 online at 46500ms',
      'expect V34 online at 46500ms',
      'expect V33 online at 46s',
    ],
    refuted: ['V33 online at 46s'],
  },
  {
    id: 'A15',
    says: 'before 2008 R2 there is no such limit',
    design: [headOf({ nodes: 2 }), ...machinesOnFirst(34)],
    lines: ['at 0s fail node HV-01', 'expect V34 online at 26500ms'],
  },
  {
    id: 'A19',
    says: 'two groups of one class and one node left: the conflict is ignored',
    design: pair('', 2),
    lines: ['at 0s fail node HV-01', 'expect A online on HV-02', 'expect B online on HV-02 always'],
  },
  {
    id: 'A19',
    says: 'with a third node there is nothing to ignore: the preferred owner is passed over',
    design: pair('', 3),
    lines: ['at 0s fail node HV-01', 'expect A online on HV-03'],
  },
  {
    id: 'A20',
    says: 'enforced: one runs, the other is offline until there is a node for it',
    design: pair('cluster_enforced_anti_affinity = true', 2),
    lines: [
      'at 0s fail node HV-01',
      'expect A offline at 30m',
      'expect B online on HV-02 always',
      'at 1h repair node HV-01',
      'expect A online on HV-01 within 1m',
    ],
  },
  {
    id: 'A20',
    says: 'enforced: the other starts where it is once the first is taken offline',
    design: pair('cluster_enforced_anti_affinity = true', 2),
    lines: ['at 0s fail node HV-01', 'at 10m offline group B', 'expect A online on HV-02 within 5m'],
  },
  {
    id: 'A34',
    says: 'a parent disk on a local drive: the machine runs where the parent is and starts nowhere else',
    design: [
      headOf({ nodes: 2 }).replace('node "HV-01" {', 'node "HV-01" { local_volumes = ["C:", "D:"] '),
      'disk "L" { storage = SAN  volume "L:" { } }',
      'group "V" { owner = HV-01',
      '  physical_disk L',
      '  virtual_machine_configuration "V.xml" { path = "L:\\V.xml"  depends_on = L }',
      '  virtual_machine "V" { memory = 1GB  vhd "L:\\V.vhd" { kind = differencing  parent = "D:\\base.vhd" }  depends_on = "V.xml" and L }',
      '}',
    ],
    lines: [
      'at 0s crash virtual_machine V',
      'expect V online on HV-01 within 1m',
      'at 10m move group V to HV-02',
      'expect V failed on HV-02 within 5m',
    ],
  },
  {
    id: 'A35',
    says: 'a volume GUID that only one node knows: the configuration does not come online on the other',
    design: [
      headOf({ nodes: 2 }),
      'disk "L" { storage = SAN  volume { guid = "{6f1e1d0c-2f3b-4d0e-9a39-000000000001}"  guid_on HV-01 = "{6f1e1d0c-2f3b-4d0e-9a39-0000000000ff}" } }',
      'group "V" { owner = HV-01',
      '  physical_disk L',
      '  virtual_machine_configuration "V.xml" { path = "\\\\?\\Volume{6f1e1d0c-2f3b-4d0e-9a39-0000000000ff}\\V.xml"  depends_on = L }',
      '  virtual_machine "V" { memory = 1GB  depends_on = "V.xml" and L }',
      '}',
    ],
    lines: [
      'at 0s move group V to HV-02',
      'expect "V.xml" failed on HV-02 within 5m',
      'expect "V.xml" online on HV-01 within 10m',
      'expect V online on HV-01 within 10m',
    ],
  },
  {
    id: '2.3',
    says: 'with equal memory the site of the failed owner comes first, whatever its memory',
    design: sites(''),
    lines: ['at 0s fail node HV-01', 'expect V online on HV-03'],
  },
  {
    id: '2.3',
    says: 'a group that starts without an owner goes to its preferred site',
    design: [...sites('').slice(0, -1), machineGroup({ name: 'V', group: 'preferred_site = West' })],
    lines: ['expect V online on HV-02'],
  },
  {
    id: '2.3',
    says: 'where no room is left a group of higher priority takes that of a lower, which waits and comes back',
    design: [
      headOf({ version: '2022', nodes: 2, quorum: share }),
      machineGroup({ name: 'H', group: 'owner = HV-01  priority = high', memory: '20GB' }),
      machineGroup({ name: 'L', group: 'owner = HV-02  priority = low', memory: '16GB' }),
      machineGroup({ name: 'M', group: 'owner = HV-02  priority = medium', memory: '8GB' }),
    ],
    lines: [
      'at 0s fail node HV-01',
      'expect H online on HV-02 within 10m',
      'expect L offline at 20m',
      'expect M online on HV-02 always',
      'at 1h repair node HV-01',
      'expect L online on HV-01 within 10m',
    ],
  },
  {
    id: '2.3',
    says: 'a group of the highest priority never gives its place, and an equal never takes it',
    design: [
      headOf({ version: '2022', nodes: 2, quorum: share }),
      machineGroup({ name: 'H', group: 'owner = HV-01  priority = high', memory: '20GB' }),
      machineGroup({ name: 'G', group: 'owner = HV-02  priority = high', memory: '20GB' }),
    ],
    lines: ['at 0s fail node HV-01', 'expect H offline at 20m', 'expect no outage of G'],
  },
  {
    id: '3.5',
    says: 'when the cluster forms anew a group waits two minutes for its preferred owner, then goes elsewhere',
    design: [
      headOf({ version: '2012R2', nodes: 3, quorum: 'model = node_majority' }),
      serviceGroup('S', 'owner = HV-03', ''),
    ],
    lines: [
      'at 0s fail node HV-01',
      'at 0s fail node HV-02',
      'at 0s fail node HV-03',
      'at 1h repair node HV-01',
      'at 1h repair node HV-02',
      'expect S offline at 3719s',
      'expect S online within 121s',
    ],
  },
  {
    id: '3.5',
    says: 'and does not go elsewhere where that comes in time',
    design: [
      headOf({ version: '2012R2', nodes: 3, quorum: 'model = node_majority' }),
      serviceGroup('S', 'owner = HV-03', ''),
    ],
    lines: [
      'at 0s fail node HV-01',
      'at 0s fail node HV-02',
      'at 0s fail node HV-03',
      'at 1h repair node HV-01',
      'at 1h repair node HV-02',
      'at 61m repair node HV-03',
      'expect S online on HV-03 within 1s',
    ],
  },
  {
    id: '1.2',
    says: 'a failed disk is noticed by the next quick check, counted from when it came online',
    design: [headOf({ nodes: 2 }), machineGroup({ name: 'V', group: 'owner = HV-01' })],
    lines: ['at 12s fail disk "V disk"', 'expect V online at 14s', 'expect V offline at 15s'],
  },
  {
    id: '1.4',
    says: 'what does not come online within its pending timeout fails',
    design: [
      headOf({ nodes: 2 }),
      serviceGroup('S', 'owner = HV-01', 'restart_threshold = 0').replace('online_time = 0s', 'online_time = 5m'),
    ],
    lines: [
      'at 0s move group S to HV-02',
      'expect S online_pending on HV-02 at 179s',
      'expect S online_pending on HV-01 at 180s',
    ],
    until_ms: 200_000,
  },
  {
    id: '1.4',
    says: 'what does not go offline in time is terminated, and the group moves all the same',
    design: [
      headOf({ nodes: 2 }),
      serviceGroup('S', 'owner = HV-01', '').replace('offline_time = 0s', 'offline_time = 10m'),
    ],
    lines: [
      'at 0s move group S to HV-02',
      'expect S offline_pending at 179s',
      'expect S online on HV-02 at 181s',
      'at 10m offline group S',
      'expect S failed at 13m',
    ],
  },
];

describe('worked examples of placement, storage and times', () => {
  it.each(examples)('$id: $says', ({ design, lines, until_ms, refuted = [] }) => {
    const verdicts = judged(design.join('\n'), lines, until_ms);
    expect(verdicts).toEqual(verdicts.map(([text]) => [text, !refuted.includes(text)]));
    expect(verdicts.length).toBeGreaterThan(0);
  });

  it('A32: a machine with disks on G: and H: waits for its configuration and both disks', () => {
    const design = [
      headOf({ nodes: 2 }),
      'disk "DG" { storage = SAN  volume "G:" { } }',
      'disk "DH" { storage = SAN  volume "H:" { } }',
      'group "V" { owner = HV-01',
      '  physical_disk DG  { online_time = 1s }',
      '  physical_disk DH  { online_time = 7s }',
      '  virtual_machine_configuration "V.xml" { path = "G:\\V.xml"  depends_on = DG }',
      '  virtual_machine "V" { memory = 1GB  vhd "G:\\a.vhd" { }  vhd "H:\\b.vhd" { }  depends_on = "V.xml" and DG and DH }',
      '}',
    ].join('\n');
    const run = runOf(clusterOf(design), ['0s fail node HV-01']);
    const online = run.events.filter(({ kind, to }) => kind === 'resource' && to === 'online');
    expect(online.map(({ subject, time_ms }) => [subject.name, time_ms])).toEqual([
      ['DG', 6000],
      ['V.xml', 6500],
      ['DH', 12_000],
      ['V', 32_000],
    ]);
  });
});

function lastPlacement(run: Run): ReturnType<typeof detailsOf> {
  const event = run.events.findLast(({ kind }) => kind === 'placement');
  return event && detailsOf(event);
}

describe('what a decision tells', () => {
  it('of an enforced conflict: who is in the way, and the status of group and resources', () => {
    const cluster = clusterOf(pair('cluster_enforced_anti_affinity = true', 2).join('\n'));
    const run = runOf(cluster, ['0s fail node HV-01']);
    expect(lastPlacement(run)?.['candidates']).toMatchObject([
      { node: 'HV-01', rejected_by: 'down' },
      { node: 'HV-02', rejected_by: 'affinity' },
    ]);
    const { groups, resources } = finalOf(cluster, run);
    expect(groups['A']).toEqual({ state: 'offline', owner: 'HV-01', status: 'anti_affinity_conflict' });
    expect(resources['A']).toEqual({ state: 'offline', status: 'anti_affinity_conflict' });
    expect(resources['B']).toEqual({ state: 'online' });
  });

  it('of a node that is passed over for another without a group of the class', () => {
    const run = runOf(clusterOf(pair('', 3).join('\n')), ['0s fail node HV-01']);
    expect(lastPlacement(run)?.['candidates']).toMatchObject([
      { node: 'HV-01', rejected_by: 'down' },
      { node: 'HV-02', rejected_by: 'affinity' },
      { node: 'HV-03', chosen: true },
    ]);
  });

  it('of each decision the same, in whatever order it is asked for', () => {
    const design = [
      headOf({ version: '2022', nodes: 4, quorum: share }),
      ...numbers(12).map((number) =>
        machineGroup({ name: `V${String(number)}`, group: `owner = ${nodeName((number % 4) + 1)}`, memory: '5GB' }),
      ),
    ].join('\n');
    const lines = ['0s fail node HV-02', '10m repair node HV-02', '20m fail node HV-04', '21m fail node HV-01'];
    const { events } = simulate(clusterOf(design), inputOf(lines));
    const forwards = events.map((event) => candidatesOf(event));
    const backwards = events.toReversed().map((event) => candidatesOf(event));
    expect(backwards.toReversed()).toEqual(forwards);
    const again = simulate(clusterOf(design), inputOf(lines)).events.map((event) => candidatesOf(event));
    expect(again).toEqual(forwards);
    const placements = forwards.filter(({ length }) => length > 0);
    expect(placements.length).toBeGreaterThan(6);
    expect(new Set(placements.map((list) => JSON.stringify(list))).size).toBeGreaterThan(6);
  });
});
