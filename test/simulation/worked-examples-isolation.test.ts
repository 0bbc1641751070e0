import { describe, it } from 'vitest';
import { checkExample, designOf, onShare, service } from './membership-support';
import type { Example } from './membership-support';
import { machineGroup } from './support';

const isolations = ['at 0s isolate node HV-01', 'at 1m rejoin node HV-01', 'at 10m isolate node HV-01'];

const examples: readonly Example[] = [
  {
    id: '4.4',
    says: 'before 2016 machines end where the cluster service stops, and start on the side that goes on',
    design: designOf({ version: '2012R2', nodes: 3, groups: [machineGroup({ name: 'V', group: 'owner = HV-01' })] }),
    lines: [
      'at 0s isolate node HV-01',
      'expect node HV-01 down at 10s',
      'expect V online within 1m',
      'expect V online on HV-01',
    ],
    refuted: ['V online on HV-01'],
  },
  {
    id: '4.4',
    says: 'from 2016 on a machine on a file share goes on while its node is isolated, and nothing happens if the node is back',
    design: designOf({ version: '2016', nodes: 3, groups: [onShare('V', 'owner = HV-01')] }),
    lines: [
      'at 0s isolate node HV-01',
      'expect node HV-01 isolated at 10s',
      'at 4m rejoin node HV-01',
      'expect node HV-01 up',
      'expect V owned by HV-01 always',
      'expect no outage of V',
    ],
  },
  {
    id: '4.4',
    says: 'a machine on block storage stands still meanwhile',
    design: designOf({ version: '2016', nodes: 3, groups: [machineGroup({ name: 'V', group: 'owner = HV-01' })] }),
    lines: [
      'at 0s isolate node HV-01',
      'at 1m rejoin node HV-01',
      'expect outage of V below 51s',
      'expect outage of V below 50s',
      'expect V online on HV-01 always',
    ],
    refuted: ['outage of V below 50s'],
  },
  {
    id: '4.4',
    says: 'not back within 240 s: failed over; a group has a period of its own, and 0 is none',
    design: designOf({
      version: '2016',
      nodes: 3,
      groups: [
        onShare('V', 'owner = HV-01'),
        onShare('W', 'owner = HV-01  resiliency_period = 1m'),
        onShare('X', 'owner = HV-01  resiliency_period = 0s'),
      ],
    }),
    lines: [
      'at 0s isolate node HV-01',
      'expect X owned by HV-01 at 9s',
      'expect X offline at 10s',
      'expect W owned by HV-01 at 69s',
      'expect W online within 2m',
      'expect V owned by HV-01 at 249s',
      'expect V online on HV-01',
      'expect node HV-01 isolated at 249s',
      'expect node HV-01 down',
    ],
    refuted: ['V online on HV-01'],
  },
  {
    id: '4.4',
    says: 'switched off, a node that is cut off stops its cluster service at once',
    design: designOf({
      version: '2022',
      nodes: 3,
      cluster: 'resiliency_default_period = 0s',
      groups: [onShare('V', 'owner = HV-01')],
    }),
    lines: ['at 0s isolate node HV-01', 'expect node HV-01 down at 10s', 'expect V online within 1m'],
  },
  {
    id: '4.4',
    says: 'a service does not wait: only virtual machines go on unmonitored',
    design: designOf({
      version: '2022',
      nodes: 3,
      groups: [service('S', 'owner = HV-01'), onShare('V', 'owner = HV-01')],
    }),
    lines: ['at 0s isolate node HV-01', 'expect S online within 11s', 'expect V online on HV-01 within 11s'],
  },
  {
    id: '4.4',
    says: 'a machine that crashes on an isolated node is started when the node is back, not before',
    design: designOf({ version: '2022', nodes: 3, groups: [onShare('V', 'owner = HV-01')] }),
    lines: [
      'at 0s isolate node HV-01',
      'at 30s crash virtual_machine V',
      'expect V failed on HV-01 at 2m',
      'at 3m rejoin node HV-01',
      'expect V online on HV-01 within 30s',
    ],
  },
  {
    id: 'A36',
    says: 'isolated three times within an hour: quarantined for two hours, and then a member again',
    design: designOf({ version: '2016', nodes: 3, groups: [onShare('V', 'owner = HV-01')] }),
    lines: [
      ...isolations,
      'at 11m rejoin node HV-01',
      'expect node HV-01 up within 1s',
      'at 20m isolate node HV-01',
      'expect node HV-01 isolated at 21m',
      'at 22m rejoin node HV-01',
      'expect node HV-01 quarantined within 1s',
      'expect V online on HV-02 within 2m',
      'expect no outage of V',
      'expect node HV-01 quarantined at 141m',
      'expect node HV-01 up at 142m',
    ],
  },
  {
    id: 'A36',
    says: 'three isolations that are not within one hour are none too many',
    design: designOf({ version: '2016', nodes: 3 }),
    lines: [
      ...isolations,
      'at 11m rejoin node HV-01',
      'at 61m isolate node HV-01',
      'at 62m rejoin node HV-01',
      'expect node HV-01 up',
    ],
  },
  {
    id: 'A36',
    says: 'not back in time the third time: quarantined when the isolation ends; started by hand it joins at once',
    design: designOf({ version: '2016', nodes: 3, groups: [onShare('V', 'owner = HV-01')] }),
    lines: [
      ...isolations,
      'at 11m rejoin node HV-01',
      'at 20m isolate node HV-01',
      'expect node HV-01 quarantined at 25m',
      'expect V online at 25m',
      'at 30m rejoin node HV-01',
      'expect node HV-01 quarantined within 1s',
      'at 40m start node HV-01',
      'expect node HV-01 up within 1s',
    ],
  },
  {
    id: 'A36',
    says: 'a quarantine outlives the power of its node',
    design: designOf({
      version: '2016',
      nodes: 3,
      cluster: 'quarantine_threshold = 1  quarantine_duration = 1h',
    }),
    lines: [
      'at 0s isolate node HV-01',
      'at 1m rejoin node HV-01',
      'at 2m fail node HV-01',
      'expect node HV-01 down within 1s',
      'at 3m repair node HV-01',
      'expect node HV-01 quarantined within 1s',
      'expect node HV-01 up at 61m',
    ],
  },
];

describe('worked examples of isolation and quarantine', () => {
  it.each(examples)('$id: $says', (example) => {
    checkExample(example);
  });
});
