import { testPlaces } from './places';
import type { Row } from './places';
import { goodGroup } from './support';

const nodes = (count: number, lines: readonly string[] = []): string =>
  Array.from(
    { length: count },
    (_, index) => `node N${String(index + 1)} { memory = 32GB${lines[index] ?? ''} }\n`,
  ).join('');
const design = (version: string, quorum: string, count: number, rest = ''): string =>
  `cluster C { version = "${version}"  tolerates = 0\n  ${quorum}\n}\n${nodes(count)}${rest}`;
const san = 'storage SAN1 { }\n';
const witness = `${san}disk W { storage = SAN1  size = 1GB }\n`;
const share = 'witness = "\\\\DC\\W"';
const unsuitable = 'quorum/model-unsuitable';
const missing = 'quorum/witness-missing';
const wrong = 'quorum/witness-unsuitable';
const only = 'quorum/disk-only';
const even = 'quorum/even-votes';
const inSites = (version: string, quorum: string, rest: string): string =>
  `cluster C { version = "${version}"  tolerates = 0\n  ${quorum}\n}\nsite E { }\nsite W { }\n${nodes(4, ['  site = E', '  site = E', '  site = W', '  site = W'])}${rest}`;
const vm1 = goodGroup('VM1', 'LUN1', 'F:').replace('HV-01', 'N1');

const rows: readonly Row[] = [
  { code: unsuitable, what: 'an odd number of nodes', text: design('2008', 'quorum { model = node_majority }', 5) },
  {
    code: unsuitable,
    what: 'an even number and no witness',
    text: design('2008', 'quorum { model = «node_majority» }', 6),
    says: ['survives 2 node failures at once, and an even split stops both halves; node_and_disk_majority survives 3'],
  },
  {
    code: unsuitable,
    what: 'nothing said, which is the same',
    text: `«cluster C» { version = "2008" }\n${nodes(2)}`,
    says: ['survives no node failure'],
  },
  {
    code: unsuitable,
    what: 'an odd number and a witness',
    text: design('2008', `quorum { model = «node_and_disk_majority»  witness = W }`, 3, witness),
    says: ['no more than node_majority'],
  },
  {
    code: unsuitable,
    what: 'an even number and a witness',
    text: design('2008', `quorum { witness = W }`, 4, witness),
  },
  { code: unsuitable, what: 'one node', text: design('2008', 'quorum { model = node_majority }', 1) },
  {
    code: unsuitable,
    what: 'two and four nodes whose votes are counted anew',
    text: design('2022', 'quorum { model = «node_majority» }', 4),
    says: ['with a witness'],
  },
  { code: unsuitable, what: 'six of them', text: design('2022', 'quorum { model = node_majority }', 6) },
  {
    code: unsuitable,
    what: 'three with a witness',
    text: design('2022', `quorum { model = node_and_file_share_majority  ${share} }`, 3),
  },
  {
    code: unsuitable,
    what: 'six whose votes are fixed',
    text: design('2022', 'dynamic_quorum = false  quorum { model = «node_majority» }', 6),
  },
  {
    code: unsuitable,
    what: 'a witness disk in one of two sites',
    text: inSites(
      '2008',
      'quorum { model = «node_and_disk_majority»  witness = W2 }',
      `${san}disk W2 { storage = SAN1 }\n`,
    ),
    says: ['2 sites'],
  },
  {
    code: unsuitable,
    what: 'a share for two sites',
    text: inSites('2022', `quorum { model = node_and_file_share_majority  ${share} }`, ''),
  },
  {
    code: unsuitable,
    what: 'votes that were given away are even-votes’ business',
    text: `cluster C { version = "2008R2"  quorum { model = node_majority } }\n${nodes(4, ['  node_weight = 0'])}`,
  },
  {
    code: unsuitable,
    what: 'not where the model is not offered, or a node could not be read',
    text: design('2008', 'quorum { model = node_and_cloud_majority  witness = "w" }', 3),
    besides: 'version/not-available',
  },
  {
    code: unsuitable,
    what: 'a guest cluster that writes its quorum',
    text: `${design('2008', 'quorum { model = node_majority }', 3, `${san}disk LUN1 { storage = SAN1  volume "F:" }\ndisk LUN2 { storage = SAN1  volume "G:" }\n`)}${vm1}${goodGroup('VM2', 'LUN2', 'G:').replace('HV-01', 'N2')}guest_cluster G { members = [VM1, VM2]  quorum { model = «node_majority» } }\n`,
  },

  { code: missing, what: 'a model without', text: design('2008', 'quorum { model = node_majority }', 3) },
  {
    code: missing,
    what: 'the model asks for a disk',
    text: design('2008', '«quorum» { model = node_and_disk_majority }', 2),
    says: ['a disk'],
  },
  {
    code: missing,
    what: 'the model asks for a share',
    text: design('2008', '«quorum» { model = node_and_file_share_majority }', 2),
    says: ['a share'],
  },
  {
    code: missing,
    what: 'misspelt',
    text: design('2008', 'quorum { model = node_and_disk_majority  witnes = W }', 2, witness),
    besides: 'language/unknown-attribute',
  },

  {
    code: wrong,
    what: 'a disk as it should be',
    text: design('2008', 'quorum { model = node_and_disk_majority  witness = W }', 2, witness),
  },
  {
    code: wrong,
    what: 'just large enough',
    text: design('2008', 'quorum { witness = W }', 2, `${san}disk W { storage = SAN1  size = 512MB }\n`),
  },
  {
    code: wrong,
    what: 'too small',
    text: design('2008', 'quorum { witness = «W» }', 2, `${san}disk W { storage = SAN1  size = 511MB }\n`),
    says: ['512MB'],
  },
  {
    code: wrong,
    what: 'a shared volume',
    text: design('2022', 'quorum { witness = «W» }', 2, `${san}disk W { storage = SAN1  shared_volume = true }\n`),
    says: ['is a cluster shared volume'],
  },
  {
    code: wrong,
    what: 'a resource of a group',
    text: design('2008', 'quorum { witness = «W» }', 2, `${witness}group G { physical_disk W }\n`),
    says: ['is a resource of group G'],
  },
  {
    code: wrong,
    what: 'a disk that is not clustered, and that not every node reaches',
    text: design(
      '2008',
      'quorum { witness = «W» }',
      2,
      'storage SAN1 { nodes = [N1] }\ndisk W { storage = SAN1  clustered = false }\n',
    ),
    says: ['is not added to the cluster and is not reached by N2'],
  },
  {
    code: wrong,
    what: 'a mount point',
    text: design(
      '2008',
      'quorum { witness = «W» }',
      2,
      `${san}disk W { storage = SAN1  volume "Q:" }\ndisk D { storage = SAN1  volume "Q:\\Data" }\n`,
    ),
    says: ['has a mount point'],
  },
  {
    code: wrong,
    what: 'a share on a machine of the cluster, by its short name',
    text: `${design('2008', 'quorum { model = node_and_file_share_majority  witness = «"\\\\vm1.contoso.com\\W"» }', 2, `${san}disk LUN1 { storage = SAN1  volume "F:" }\n`)}${vm1}`,
    says: ['VM1, which runs on this cluster'],
  },
  {
    code: wrong,
    what: 'a share elsewhere',
    text: design('2008', `quorum { model = node_and_file_share_majority  ${share} }`, 2),
  },
  {
    code: wrong,
    what: 'a share where the model takes a disk',
    text: design('2008', 'quorum { model = node_and_disk_majority  witness = «"\\\\DC\\W"» }', 2),
    says: ['takes a disk as its witness'],
  },
  {
    code: wrong,
    what: 'a disk where the model takes a share',
    text: design('2008', 'quorum { model = node_and_file_share_majority  witness = «W» }', 2, witness),
    says: ['takes a share'],
  },

  {
    code: only,
    what: 'the model',
    text: design('2008', 'quorum { model = «disk_only»  witness = W }', 2, witness),
    says: ['W is a single point of failure'],
  },
  { code: only, what: 'another model', text: design('2008', 'quorum { witness = W }', 2, witness) },

  {
    code: even,
    what: 'votes given away',
    text: `cluster C { version = "2008R2"  quorum { model = «node_majority» } }\n${nodes(3, ['', '', '  node_weight = 0'])}`,
    says: ['2 votes'],
  },
  {
    code: even,
    what: 'silent where the model is the fault',
    text: design('2008', 'quorum { model = node_majority }', 4),
  },
  {
    code: even,
    what: 'not where votes are counted anew',
    text: `cluster C { version = "2022"  quorum { model = node_majority } }\n${nodes(6, ['', '', '  node_weight = 0', '  node_weight = 0'])}`,
  },
];

testPlaces(rows);
