import { describe, it } from 'vitest';
import { checkExample, designOf, service, share } from './membership-support';
import type { Example } from './membership-support';
import { machineGroup } from './support';

const examples: readonly Example[] = [
  {
    id: '2.3 drain',
    says: 'machines go live, one after the other where the release allows one, higher priority first',
    design: designOf({
      version: '2022',
      nodes: 3,
      groups: [
        machineGroup({ name: 'K', group: 'owner = HV-01  priority = low' }),
        machineGroup({ name: 'L', group: 'owner = HV-01  priority = high' }),
      ],
    }),
    lines: [
      'at 0s drain node HV-01',
      'expect L owned by HV-01 at 49s',
      'expect K owned by HV-01 at 98s',
      'expect L owned by HV-01 at 50s',
      'expect K owned by HV-01 at 99s',
      'expect no outage of K',
      'expect no outage of L',
      'expect node HV-01 paused',
    ],
    refuted: ['L owned by HV-01 at 50s', 'K owned by HV-01 at 99s'],
  },
  {
    id: '2.3 drain',
    says: 'from 2012 to 2019 two go at a time',
    design: designOf({
      version: '2016',
      nodes: 3,
      groups: ['K', 'L', 'M'].map((name) => machineGroup({ name, group: 'owner = HV-01' })),
    }),
    lines: ['at 0s drain node HV-01', 'expect L owned by HV-01 at 50s', 'expect M owned by HV-01 at 50s'],
    refuted: ['L owned by HV-01 at 50s'],
  },
  {
    id: '2.3 drain',
    says: 'where a target dies on the way the machine goes to another node',
    design: designOf({
      version: '2022',
      nodes: 3,
      quorum: share,
      groups: [machineGroup({ name: 'V', group: 'owner = HV-01  preferred_owners = [HV-02, HV-03]' })],
    }),
    lines: ['at 0s drain node HV-01', 'at 20s fail node HV-02', 'expect V online on HV-03', 'expect no outage of V'],
  },
  {
    id: '2.3 drain',
    says: 'a node that dies in the middle of its drain leaves its groups to failover, and stays paused when it is back',
    design: designOf({
      version: '2022',
      nodes: 3,
      quorum: share,
      groups: ['K', 'L'].map((name) => machineGroup({ name, group: 'owner = HV-01' })),
    }),
    lines: [
      'at 0s drain node HV-01',
      'at 20s fail node HV-01',
      'expect K online within 2m',
      'expect L online within 2m',
      'at 10m repair node HV-01',
      'expect node HV-01 paused',
    ],
  },
  {
    id: '2.3 drain',
    says: 'a node that is cut off in the middle of its drain is drained no longer, and paused when it is back',
    design: designOf({
      version: '2022',
      nodes: 3,
      groups: ['K', 'L'].map((name) => machineGroup({ name, group: 'owner = HV-01' })),
    }),
    lines: [
      'at 0s drain node HV-01',
      'at 10s isolate node HV-01',
      'at 1m rejoin node HV-01',
      'expect node HV-01 isolated at 21s',
      'expect node HV-01 paused',
      'expect K online on HV-01',
      'expect L online on HV-01',
    ],
  },
  {
    id: '2.3 drain',
    says: 'what no other node can take stays, and runs on',
    design: designOf({
      version: '2022',
      nodes: 2,
      quorum: share,
      groups: [
        machineGroup({ name: 'Big', group: 'owner = HV-01', memory: '24GB' }),
        machineGroup({ name: 'Other', group: 'owner = HV-02', memory: '24GB' }),
      ],
    }),
    lines: ['at 0s drain node HV-01', 'expect Big online on HV-01 always', 'expect no outage of Big'],
  },
  {
    id: '2.3 drain',
    says: 'before 2012 there is none, and pausing moves nothing',
    design: designOf({ version: '2008R2', nodes: 2, groups: [machineGroup({ name: 'V', group: 'owner = HV-01' })] }),
    lines: [
      'at 0s drain node HV-01',
      'expect node HV-01 up within 1s',
      'at 1m pause node HV-01',
      'expect node HV-01 paused',
      'expect V online on HV-01 always',
    ],
  },
  {
    id: '2.3 resume',
    says: 'groups that may fail back do so when the node is resumed, the others stay',
    design: designOf({
      version: '2022',
      nodes: 2,
      quorum: share,
      groups: [
        service('S', 'owner = HV-01  preferred_owners = [HV-01, HV-02]  auto_failback = true'),
        service('T', 'owner = HV-01  preferred_owners = [HV-01, HV-02]'),
      ],
    }),
    lines: [
      'at 0s drain node HV-01',
      'expect S online on HV-02 within 1s',
      'at 1h resume node HV-01',
      'expect S online on HV-01',
      'expect T online on HV-02',
    ],
  },
  {
    id: '7.4',
    says: '2008 R2: a second live migration between two nodes is refused',
    design: designOf({
      version: '2008R2',
      nodes: 2,
      quorum: share,
      groups: ['K', 'L'].map((name) => machineGroup({ name, group: 'owner = HV-01' })),
    }),
    lines: [
      'at 0s move group K to HV-02',
      'at 10s move group L to HV-02',
      'expect K online on HV-02',
      'expect L online on HV-01',
    ],
  },
];

describe('worked examples of pausing and draining', () => {
  it.each(examples)('$id: $says', (example) => {
    checkExample(example);
  });
});
