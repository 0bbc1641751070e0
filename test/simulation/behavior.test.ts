import { describe, expect, it } from 'vitest';
import { headOf, judged, machineGroup, serviceGroup } from './support';

interface Behavior {
  readonly says: string;
  readonly design: readonly string[];
  readonly lines: readonly string[];
  readonly refuted?: readonly string[];
  readonly until_ms?: number;
}

const two = headOf({ nodes: 2 });
const share = 'model = node_and_file_share_majority  witness = "\\\\DC\\Witness"';
const shared = [
  'disk "CSV" { storage = SAN  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" { } }',
  'group "V" { owner = HV-01',
  '  virtual_machine_configuration "V.xml" { path = "C:\\ClusterStorage\\Volume1\\V.xml" }',
  '  virtual_machine "V" { memory = 4GB  vhd "C:\\ClusterStorage\\Volume1\\V.vhd" { }  depends_on = "V.xml" }',
  '}',
];

const onShare = (version: string): readonly string[] => [
  headOf({ version, nodes: 3, quorum: 'model = node_majority' }),
  'storage "FS" { kind = smb }',
  'disk "Share" { storage = FS  volume "\\\\FS\\VMs" { } }',
  'group "V" { owner = HV-01',
  '  virtual_machine_configuration "V.xml" { path = "\\\\FS\\VMs\\V.xml" }',
  '  virtual_machine "V" { memory = 4GB  vhd "\\\\FS\\VMs\\V.vhd" { }  depends_on = "V.xml" }',
  '}',
];

const behaviors: readonly Behavior[] = [
  {
    says: 'a machine on a file share stands still while the share does not answer, and goes on: 2016',
    design: onShare('2016'),
    lines: [
      'at 0s fail disk Share',
      'at 10m repair disk Share',
      'expect V online on HV-01 always',
      'expect outage of V below 601s',
      'expect disk Share online',
      'expect no outage of V',
    ],
    refuted: ['no outage of V'],
  },
  {
    says: 'a machine on a file share that its node does not reach any more fails over: 2012 R2',
    design: onShare('2012R2'),
    lines: ['at 1m disconnect node HV-01 from storage FS', 'expect V failed within 6s', 'expect V online on HV-02'],
  },
  {
    says: 'every node has a file share: a machine starts where it is put',
    design: onShare('2022'),
    lines: ['at 0s fail node HV-01', 'at 5m move group V to HV-03', 'expect V online on HV-03 within 2m'],
  },
  {
    says: 'a group that waits for the room of others gets it, though its isolated node goes down meanwhile',
    design: [
      headOf({ version: '2016', nodes: 2, quorum: 'model = node_majority', node: 'memory_reserve = 26GB' }),
      machineGroup({ name: 'V', group: 'owner = HV-02  priority = high', memory: '5GB' }),
      machineGroup({ name: 'W', group: 'owner = HV-01  priority = low', memory: '5GB' }),
    ],
    lines: ['at 0s isolate node HV-02', 'expect node HV-02 down within 251s', 'expect V online on HV-01 within 6m'],
  },
  {
    says: 'a group that waits does not count among the groups of the node it waits for',
    design: [
      headOf({ version: '2016', nodes: 2 }).replace('"HV-01" {', '"HV-01" { state = down '),
      serviceGroup('S', 'owner = HV-01', ''),
    ],
    lines: ['at 2m repair node HV-01', 'expect S online on HV-01'],
  },
  {
    says: 'a machine moves live from 2008 R2 on: no outage',
    design: [headOf({ version: '2008R2', nodes: 2 }), machineGroup({ name: 'V', group: 'owner = HV-01' })],
    lines: ['at 0s move group V', 'expect V online always', 'expect V online on HV-02', 'expect no outage of V'],
  },
  {
    says: 'the same move made quick is an outage of save and restore',
    design: [
      headOf({ version: '2008R2', nodes: 2 }),
      machineGroup({ name: 'V', group: 'owner = HV-01', memory: '1GB' }),
    ],
    lines: [
      'at 0s move group V quick',
      'expect V online on HV-02 within 40s',
      'expect outage of V below 31s',
      'expect outage of V below 30s',
    ],
    refuted: ['outage of V below 30s'],
  },
  {
    says: 'a saved machine is restored, so it serves at once; a stopped one boots',
    design: [two, machineGroup({ name: 'V', group: 'owner = HV-01', memory: '800MB' })],
    lines: [
      'at 0s save virtual_machine V',
      'expect V offline within 11s',
      'at 1m start virtual_machine V',
      'expect V serving within 11s',
      'at 2m stop virtual_machine V',
      'at 4m start virtual_machine V',
      'expect V online within 20s',
      'expect V serving at 319s',
      'expect V serving at 320s',
    ],
    refuted: ['V serving at 319s'],
  },
  {
    says: 'from 2012 on a group that no node has room for waits, and starts when there is room',
    design: [
      headOf({ version: '2022', nodes: 2, quorum: share }),
      machineGroup({ name: 'A', group: 'owner = HV-01', memory: '20GB' }),
      machineGroup({ name: 'B', group: 'owner = HV-02', memory: '20GB' }),
    ],
    lines: [
      'at 0s fail node HV-01',
      'expect A offline at 10m',
      'at 20m repair node HV-01',
      'expect A online on HV-01 within 2m',
      'expect no outage of B',
    ],
  },
  {
    says: 'before 2012 its start fails, and it is left failed on the last node',
    design: [
      two,
      machineGroup({ name: 'A', group: 'owner = HV-01', memory: '20GB' }),
      machineGroup({ name: 'B', group: 'owner = HV-02', memory: '20GB' }),
    ],
    lines: ['at 0s fail node HV-01', 'expect A failed on HV-02', 'expect group A failed', 'expect no outage of B'],
  },
  {
    says: 'a failed disk takes its group from node to node, and is found by the hourly retry once it is repaired',
    design: [two, machineGroup({ name: 'V', group: 'owner = HV-01' })],
    lines: [
      'at 0s fail disk "V disk"',
      'expect "V disk" failed on HV-02 within 1m',
      'expect V offline at 1m',
      'at 10m repair disk "V disk"',
      'expect V online at 59m',
      'expect V online on HV-02 within 1h',
    ],
    refuted: ['V online at 59m'],
  },
  {
    says: 'a node that loses its path to a disk loses the group',
    design: [two, machineGroup({ name: 'V', group: 'owner = HV-01' })],
    lines: ['at 0s disconnect node HV-01 from storage SAN', 'expect V online on HV-02', 'expect node HV-01 up always'],
  },
  {
    says: 'a machine on a shared volume goes on through another node',
    design: [headOf({ version: '2022', nodes: 2, quorum: share }), ...shared],
    lines: ['at 0s disconnect node HV-01 from storage SAN', 'expect V online on HV-01 always', 'expect no outage of V'],
  },
  {
    says: 'from 2016 on a machine whose shared volume is gone stands still and goes on where it was',
    design: [headOf({ version: '2022', nodes: 2, quorum: share }), ...shared],
    lines: [
      'at 0s fail storage SAN',
      'at 1m repair storage SAN',
      'expect V online on HV-01 always',
      'expect outage of V below 61s',
      'expect no outage of V',
    ],
    refuted: ['no outage of V'],
  },
  {
    says: 'before 2016 it fails',
    design: [headOf({ version: '2012R2', nodes: 2, quorum: share }), ...shared],
    lines: ['at 0s fail storage SAN', 'expect V failed within 4s', 'expect V failed within 5s'],
    refuted: ['V failed within 4s'],
  },
  {
    says: 'a dependent needs one of the providers joined by or, and outlives the other',
    design: [
      two,
      'group "N" { owner = HV-01',
      '  ip_address "East" { restart_action = none }',
      '  ip_address "West" { restart_action = none }',
      '  network_name "Name" { depends_on = "East" or "West" }',
      '}',
    ],
    lines: [
      'at 0s fail resource East permanently',
      'expect Name online at 50s',
      'at 1m fail resource West permanently',
      'expect Name offline within 1s',
      'expect group N failed',
    ],
  },
  {
    says: 'a paused node keeps its groups and takes no others',
    design: [headOf({ nodes: 3 }), serviceGroup('S', 'owner = HV-01', ''), serviceGroup('T', 'owner = HV-02', '')],
    lines: [
      'at 0s pause node HV-02',
      'at 1m fail node HV-01',
      'expect T online on HV-02 always',
      'expect S online on HV-03',
      'expect node HV-02 paused',
    ],
  },
  {
    says: 'a node that is stopped in order sends its groups away first; started again it is up',
    design: [headOf({ nodes: 3 }), machineGroup({ name: 'V', group: 'owner = HV-01', memory: '800MB' })],
    lines: [
      'at 0s stop node HV-01',
      'expect node HV-01 down within 1m',
      'expect V online on HV-02 within 1m',
      'at 10m start node HV-01',
      'expect node HV-01 up within 1s',
    ],
  },
  {
    says: 'a group set offline stays offline when its node dies, and goes along',
    design: [two, serviceGroup('S', 'owner = HV-01', '')],
    lines: [
      'at 0s offline group S',
      'at 1m fail node HV-01',
      'expect group S owned by HV-02',
      'expect S offline',
      'at 10m online group S',
      'expect S online on HV-02',
    ],
    refuted: ['S offline'],
  },
  {
    says: 'a resource is retried for ever; the run ends when that comes out the same',
    design: [two, serviceGroup('S', 'owner = HV-01', 'restart_action = restart')],
    lines: ['at 0s fail resource S permanently', 'expect S failed on HV-01'],
  },
  {
    says: 'a machine outside any group is down while its node is, and nobody moves it',
    design: [
      two,
      'disk "D" { storage = SAN  clustered = false  volume "L:" { } }',
      'virtual_machine "Lone" { memory = 1GB  host = HV-01  vhd "L:\\lone.vhd" { } }',
    ],
    lines: [
      'at 0s fail node HV-01',
      'expect Lone offline at 5m',
      'at 10m repair node HV-01',
      'expect Lone serving within 80s',
      'expect outage of Lone below 11m',
      'expect outage of Lone below 12m',
    ],
    refuted: ['outage of Lone below 11m'],
  },
  {
    says: 'a watched application restarts its machine from 2012 on',
    design: [
      headOf({ version: '2012', nodes: 2 }),
      machineGroup({
        name: 'V',
        group: 'owner = HV-01',
        machine: 'workload App { monitored = true  online_time = 5s }',
      }),
    ],
    lines: ['at 0s fail workload App', 'expect App serving within 90s', 'expect App serving within 91s'],
    refuted: ['App serving within 90s'],
  },
  {
    says: 'the way across subnets has its own heartbeat settings',
    design: [
      'cluster "C" { version = "2016"  cross_subnet_threshold = 20  quorum { model = node_and_file_share_majority  witness = "\\\\DC\\W" } }',
      'network "E" { subnet = "10.0.0.0/24" }',
      'network "W" { subnet = "10.0.1.0/24" }',
      'storage "SAN" { }',
      'node "HV-01" { memory = 32GB  networks = [E] }',
      'node "HV-02" { memory = 32GB  networks = [W] }',
      serviceGroup('S', 'owner = HV-01', ''),
    ],
    lines: ['at 0s fail node HV-01', 'expect S online on HV-02 at 19s', 'expect S online on HV-02 at 20s'],
    refuted: ['S online on HV-02 at 19s'],
  },
];

describe('what a run does', () => {
  it.each(behaviors)('$says', ({ design, lines, refuted = [], until_ms }) => {
    const verdicts = judged(design.join('\n'), lines, until_ms);
    expect(verdicts).toEqual(verdicts.map(([text]) => [text, !refuted.includes(text)]));
    expect(verdicts.length).toBeGreaterThan(0);
  });
});
