import { describe, expect, it } from 'vitest';
import { finalOf } from '../../src/simulation';
import { clusterOf } from '../support/design';
import { checkExample, designOf, networks, none, service, share } from './membership-support';
import type { Example } from './membership-support';
import { headOf, machineGroup, runOf } from './support';

const twoSites = [
  headOf({ version: '2022', nodes: 0, quorum: share }),
  networks,
  'site "East" { }',
  'site "West" { }',
  'rack "R1" { site = East }',
  'storage "Array" { site = East }',
  'disk "Data" { storage = Array  volume "G:" { } }',
  'node "E1" { memory = 32GB  site = East }',
  'node "E2" { memory = 32GB  rack = R1 }',
  'node "W1" { memory = 32GB  site = West }',
  'node "W2" { memory = 32GB  site = West }',
].join('\n');

const farSubnet = [
  headOf({ version: '2022', nodes: 0, quorum: none }),
  'network "Near" { role = cluster_and_client }',
  'network "Far" { role = cluster_and_client }',
  'node "N1" { memory = 32GB  networks = [Near] }',
  'node "N2" { memory = 32GB  networks = [Near] }',
  'node "F1" { memory = 32GB  networks = [Far] }',
  service('S', 'owner = F1'),
].join('\n');

const examples: readonly Example[] = [
  {
    id: '4.1',
    says: 'a network with role none carries no heartbeats; one cluster network is enough',
    design: designOf({ version: '2008', nodes: 3 }),
    lines: [
      'at 0s fail network LAN',
      'expect cluster running at 1h',
      'at 2h fail network Heartbeat',
      'expect cluster running at 7204s',
      'expect cluster stopped at 7205s',
    ],
  },
  {
    id: '4.1',
    says: 'a contact that is back in time was never lost',
    design: designOf({ version: '2022', nodes: 3, groups: [service('S', 'owner = HV-01')] }),
    lines: [
      'at 0s isolate node HV-01',
      'at 9s rejoin node HV-01',
      'expect node HV-01 up always',
      'expect no outage of S',
    ],
  },
  {
    id: '4.1',
    says: 'across subnets twenty heartbeats are missed, not ten',
    design: farSubnet,
    lines: ['at 0s fail node F1', 'expect S offline at 19s', 'expect S online within 20s', 'expect S online at 11s'],
    refuted: ['S online at 11s'],
  },
  {
    id: '4.1',
    says: 'a node in a subnet of its own is cut off when its network fails',
    design: farSubnet,
    lines: ['at 0s fail network Far', 'expect node F1 up at 19s', 'expect node F1 isolated at 20s'],
  },
  {
    id: '5.6 walk 6',
    says: '2008, two nodes and a disk: its owner keeps two of three votes, the other stops and joins when the split is healed',
    design: designOf({
      version: '2008',
      nodes: 2,
      quorum: 'model = node_and_disk_majority  witness = Witness',
      groups: [service('S', 'owner = HV-02')],
    }),
    lines: [
      'at 0s partition [HV-01] from [HV-02]',
      'expect node HV-02 down at 5s',
      'expect S online on HV-01 within 6s',
      'expect cluster running',
      'at 1h heal partition',
      'expect node HV-02 up within 1s',
      'expect S online on HV-01',
    ],
  },
  {
    id: '5.6 walk 7',
    says: '2008, five nodes split three to two: the three go on',
    design: designOf({ version: '2008', nodes: 5, groups: [service('S', 'owner = HV-05')] }),
    lines: [
      'at 0s partition [HV-01, HV-02, HV-03] from [HV-04, HV-05]',
      'expect cluster running',
      'expect node HV-04 down',
      'expect node HV-03 up',
      'expect S online on HV-01',
    ],
  },
  {
    id: '4.5',
    says: 'the side of the witness’ owner has less than half of the votes: the other side gets it, and with it a majority',
    design: designOf({
      version: '2008',
      nodes: 4,
      quorum: share,
      groups: [service('S', 'owner = HV-01')],
    }),
    lines: ['at 0s partition [HV-01] from [HV-02, HV-03, HV-04]', 'expect node HV-01 down', 'expect node HV-02 up'],
  },
  {
    id: '4.5',
    says: 'an even split without a witness stops everything before 2012, and leaves the side with more votes later',
    design: designOf({ version: '2008', nodes: 4 }),
    lines: ['at 0s partition [HV-01, HV-02] from [HV-03, HV-04]', 'expect cluster stopped'],
  },
  {
    id: '4.5, 5.3',
    says: 'the highest number has no vote, so the lower half goes on',
    design: designOf({ version: '2012R2', nodes: 4 }),
    lines: [
      'at 0s partition [HV-01, HV-02] from [HV-03, HV-04]',
      'expect cluster running',
      'expect node HV-03 down',
      'expect node HV-01 up',
    ],
  },
  {
    id: '4.2',
    says: 'two nodes that do not hear each other, and others that hear both: the higher number leaves',
    design: designOf({ version: '2012R2', nodes: 4, quorum: share }),
    lines: [
      'at 0s partition [HV-02] from [HV-03]',
      'expect node HV-03 down',
      'expect node HV-02 up',
      'expect node HV-04 up',
    ],
  },
  {
    id: 'A28',
    says: 'two sites of two and a witness: one site lost leaves three of five votes',
    design: [twoSites, service('S', 'owner = E1'), service('T', 'owner = W1')].join('\n'),
    lines: [
      'at 0s fail site East',
      'expect S offline at 19s',
      'expect S online within 21s',
      'expect cluster running',
      'expect no outage of T',
      'expect node E2 down within 1s',
      'expect Data failed within 1s',
      'at 1h repair site East',
      'expect node E1 up',
      'expect node E2 up',
    ],
  },
  {
    id: 'A28',
    says: 'a rack is lost with its nodes only',
    design: [twoSites, service('S', 'owner = E2')].join('\n'),
    lines: ['at 0s fail rack R1', 'expect node E2 down', 'expect node E1 up', 'expect S online on E1'],
  },
  {
    id: '5.5',
    says: 'forced to run on the smaller side of a split, which the others join when it is healed',
    design: designOf({ version: '2008', nodes: 4, groups: [service('S', 'owner = HV-04')] }),
    lines: [
      'at 0s partition [HV-01, HV-02] from [HV-03, HV-04]',
      'expect cluster stopped within 5s',
      'at 10m force quorum on node HV-03',
      'expect S online on HV-04 within 5s',
      'expect node HV-01 down',
      'at 20m heal partition',
      'expect node HV-01 up within 1s',
    ],
    refuted: ['node HV-01 down'],
  },
];

describe('worked examples of networks, partitions and sites', () => {
  it.each(examples)('$id: $says', (example) => {
    checkExample(example);
  });
});

describe('what is said of a cluster that is parted', () => {
  const cluster = clusterOf(
    designOf({ version: '2022', nodes: 3, groups: [machineGroup({ name: 'V', group: 'owner = HV-01' })] }),
  );

  it('shows the votes of the side that is cut off, and of the one that goes on', () => {
    const { events } = runOf(cluster, ['0s isolate node HV-01']);
    const isolated = events.find(({ to }) => to === 'isolated');
    expect(isolated?.details).toEqual({ votes: 3, present: 1, needed: 2 });
    const counts = events.filter(({ kind }) => kind === 'quorum').map(({ details }) => details);
    expect(counts).toEqual([{ votes: 3, present: 2, needed: 2, rule: 'vote-highest-number' }]);
  });

  it('marks what goes on unmonitored until it does not', () => {
    const during = finalOf(cluster, runOf(cluster, ['0s isolate node HV-01'], 60_000));
    expect([during.groups['V']?.['status'], during.resources['V']?.['status']]).toEqual(['unmonitored', 'unmonitored']);
    const after = finalOf(cluster, runOf(cluster, ['0s isolate node HV-01']));
    expect([after.groups['V']?.['status'], after.resources['V']?.['status']]).toEqual([undefined, undefined]);
  });

  it('shows what a failed, a parted and a healed network are', () => {
    const lines = ['0s fail network LAN', '1m repair network LAN', '2m disconnect node HV-01 from network LAN'];
    const { events } = runOf(cluster, lines);
    const words = events
      .filter(({ kind }) => kind === 'network')
      .map(({ subject, from, to }) => [subject.name, from, to]);
    expect(words).toEqual([
      ['LAN', 'up', 'down'],
      ['LAN', 'down', 'up'],
      ['LAN', 'up', 'partitioned'],
    ]);
  });

  it.each([
    '0s rejoin node HV-01',
    '0s repair network LAN',
    '0s heal partition',
    '0s connect node HV-01 to network LAN',
  ])('%s: there is nothing to undo, and that is said', (line) => {
    const { events } = runOf(cluster, [line]);
    expect(events.map(({ details }) => details?.['refused'])).toEqual([undefined, true]);
  });
});
