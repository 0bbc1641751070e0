import { testPlaces } from './places';
import type { Row } from './places';
import { disks, fabric, goodGroup } from './support';

const vm1 = goodGroup('VM1', 'LUN1', 'F:');
const base = fabric + disks + vm1;
const cluster = (version: string): string => `cluster "C" { version = "${version}"  tolerates = 0 }\n`;
const node = (name: string, rest = ''): string => `node ${name} { memory = 32GB${rest} }\n`;
const role = 'node/hyper-v-role-missing';
const update = 'node/update-missing';
const differ = 'node/updates-differ';
const makers = 'node/processors-differ';
const single = 'node/single';
const path = 'network/single-path';
const none = 'network/no-cluster-network';

const rows: readonly Row[] = [
  { code: role, what: 'not said', text: base },
  {
    code: role,
    what: 'a node any machine may come to',
    text: `${base.replace('nodes = [HV-01, HV-02]', '')}«node HV-03» { memory = 1GB  features = [failover_clustering] }\n`,
    says: ['VM1'],
  },
  {
    code: role,
    what: 'not where no machine may come',
    text: `${base.replace('virtual_machine VM1 {', 'virtual_machine VM1 {\n    possible_owners = [HV-01, HV-02]')}node HV-03 { memory = 1GB  features = [failover_clustering] }\n`,
  },
  {
    code: role,
    what: 'nor where there is none',
    text: `${fabric}node HV-03 { memory = 1GB  features = [failover_clustering] }\ngroup G { ip_address I }\n`,
  },
  {
    code: role,
    what: 'the host of a machine outside any group',
    text: `${fabric}«node HV-03» { memory = 8GB  features = ["Failover Clustering"] }\nvirtual_machine V { memory = 1GB  host = HV-03 }\n`,
  },

  {
    code: update,
    what: 'there, however it is written',
    text: cluster('2008') + node('A', '  updates = ["kb 950050"]') + node('B'),
  },
  {
    code: update,
    what: 'a list without it',
    text: `${cluster('2008')}«node A» { memory = 1GB  updates = [] }\n${node('B')}`,
  },
  { code: update, what: 'not in later releases', text: cluster('2008R2') + node('A', '  updates = []') + node('B') },

  {
    code: differ,
    what: 'the node that lacks one, not the one that says nothing',
    text: `${cluster('2022')}${node('A', '  updates = ["KB1", "KB2"]')}${node('B', '  updates = «["KB1"]»')}${node('C')}`,
    says: ['B lacks KB2, which A has'],
  },
  {
    code: differ,
    what: 'each lacks what the other has',
    text: `${cluster('2022')}${node('A', '  updates = «["KB1"]»')}${node('B', '  updates = «["KB2"]»')}`,
  },
  {
    code: differ,
    what: 'another order and another case',
    text: cluster('2022') + node('A', '  updates = ["KB1", "KB2"]') + node('B', '  updates = ["kb2", "KB1"]'),
  },
  {
    code: differ,
    what: 'what update-missing says is not said again',
    text: cluster('2008') + node('A', '  updates = ["KB950050"]') + node('B', '  updates = []'),
  },

  { code: single, what: 'two nodes', text: fabric },
  { code: single, what: 'one', text: `${cluster('2022')}«node A» { memory = 1GB }\n`, says: ['A is the only node'] },
  {
    code: single,
    what: 'not where another one could not be read',
    text: `${cluster('2022')}${node('A')}nodee B { memory = 1GB }\n`,
    besides: 'language/unknown-block',
  },
  {
    code: single,
    what: 'nor where a declaration is broken that names nodes',
    text: `${cluster('2022')}${node('A')}node { memory = }\n`,
    besides: 'language/syntax',
  },

  {
    code: makers,
    what: 'the nodes that are fewer',
    text: `${cluster('2022')}${node('A', '  processor_vendor = «amd»')}${node('B', '  processor_vendor = intel')}${node('C', '  processor_vendor = intel')}`,
    says: ['A has processors from AMD, B from Intel'],
  },
  {
    code: makers,
    what: 'one maker',
    text: cluster('2022') + node('A', '  processor_vendor = amd') + node('B', '  processor_vendor = amd') + node('C'),
  },
  {
    code: makers,
    what: 'not where nothing moves live',
    text: cluster('2008') + node('A', '  processor_vendor = amd') + node('B', '  processor_vendor = intel'),
  },

  { code: path, what: 'networks are not spoken of', text: fabric },
  { code: path, what: 'two that carry heartbeats', text: `${fabric}network L { }\nnetwork H { role = cluster }\n` },
  {
    code: path,
    what: 'one that carries heartbeats',
    text: `${fabric}«network L» { }\nnetwork H { role = client }\n`,
    says: ['L is the only network'],
  },
  {
    code: path,
    what: 'one between some of the nodes',
    text: `${cluster('2022')}${node('A', '  networks = [L, H]')}${node('B', '  networks = [L, H]')}${node('C', '  networks = [H]')}network L { }\n«network H» { }\n`,
    says: ['between A, C and B'],
  },
  { code: path, what: 'not with a single node', text: `${cluster('2022')}${node('A')}network L { }\n` },

  {
    code: none,
    what: 'the role of what connects them',
    text: `${fabric}network L { role = «client» }\n`,
    says: ['HV-01 and HV-02 share no network that carries cluster traffic (L carries none)'],
  },
  {
    code: none,
    what: 'the node that has no network in common with the others, once',
    text: `${cluster('2022')}${node('A', '  networks = «[X]»')}${node('B', '  networks = [L, H]')}${node('C', '  networks = [L, H]')}network L { }\nnetwork H { }\nnetwork X { }\n`,
    says: ['no network connects them'],
  },
  {
    code: none,
    what: 'not between sites with networks of their own',
    text: `${cluster('2022')}site E { }\nsite W { }\n${node('A', '  networks = [L]  site = E')}${node('B', '  networks = [H]  site = W')}network L { }\nnetwork H { }\n`,
  },
  {
    code: none,
    what: 'between sites each node needs one that carries heartbeats',
    text: `${cluster('2022')}site E { }\nsite W { }\n${node('A', '  networks = [L]  site = E')}${node('B', '  networks = «[H]»  site = W')}network L { }\nnetwork H { role = none }\n`,
  },
  {
    code: none,
    what: 'not where a name in a list dangles',
    text: `${cluster('2022')}${node('A', '  networks = [L]')}${node('B', '  networks = [Lan]')}network L { }\nnetwork H { }\n`,
    besides: 'language/unresolved-reference',
  },
];

testPlaces(rows);
