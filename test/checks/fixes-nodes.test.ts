import { describe, expect, it } from 'vitest';
import { commentsOf, disks, fabric, findingOf, findingsOf, fixed, goodGroup } from './support';

interface Row {
  readonly code: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** Start of the title where it is not the preferred fix. */
  readonly title?: string;
}

const vm1 = goodGroup('VM1', 'LUN1', 'F:');
const nodes = (count: number): string =>
  Array.from({ length: count }, (_, index) => `node N${String(index + 1)} { memory = 1GB }\n`).join('');
const cluster = (inner: string): string => `cluster C {\n  version = "2008" # old\n${inner}}\n`;
const witness = 'storage S { }\ndisk Big { storage = S }\ndisk Small { storage = S  size = 1GB }\n';

const rows: readonly Row[] = [
  {
    code: 'node/hyper-v-role-missing',
    what: 'into the list',
    before: `${fabric.replace('HV-02 { memory = 32GB', 'HV-02 { memory = 32GB  features = [failover_clustering]')}${disks}${vm1}`,
    after: `${fabric.replace('HV-02 { memory = 32GB', 'HV-02 { memory = 32GB  features = [failover_clustering, hyper_v]')}${disks}${vm1}`,
  },
  {
    code: 'node/update-missing',
    what: 'into an empty list',
    before: cluster('') + nodes(1) + 'node B { memory = 1GB  updates = [] } # B\n',
    after: cluster('') + nodes(1) + 'node B { memory = 1GB  updates = ["KB950050"] } # B\n',
  },
  {
    code: 'node/update-missing',
    what: 'a list of its own where the list stands in defaults',
    before: `${cluster('')}defaults { node { updates = ["KB1"] } }\nnode B { memory = 1GB }\n`,
    after: `${cluster('')}defaults { node { updates = ["KB1"] } }\nnode B { memory = 1GB  updates = ["KB1", "KB950050"] }\n`,
  },
  {
    code: 'node/updates-differ',
    what: 'what the others have',
    title: 'Add',
    before: `${cluster('')}node A { memory = 1GB  updates = ["KB950050", "KB1", "KB2"] }\nnode B { memory = 1GB  updates = ["KB950050"] }\n`,
    after: `${cluster('')}node A { memory = 1GB  updates = ["KB950050", "KB1", "KB2"] }\nnode B { memory = 1GB  updates = ["KB950050", "KB1", "KB2"] }\n`,
  },
  {
    code: 'network/no-cluster-network',
    what: 'clients keep their network',
    title: 'Let L carry',
    before: `${fabric}network L { role = client }\n`,
    after: `${fabric}network L { role = cluster_and_client }\n`,
  },
  {
    code: 'quorum/model-unsuitable',
    what: 'the smallest free disk becomes the witness',
    before: cluster('  quorum { model = node_majority } # votes\n') + nodes(4) + witness,
    after: cluster('  quorum { model = node_and_disk_majority  witness = Small } # votes\n') + nodes(4) + witness,
  },
  {
    code: 'quorum/model-unsuitable',
    what: 'a quorum where there is none',
    before: cluster('') + nodes(4) + witness,
    after: cluster('  quorum {\n    model   = node_and_disk_majority\n    witness = Small\n  }\n') + nodes(4) + witness,
  },
  {
    code: 'quorum/model-unsuitable',
    what: 'the witness that is written already',
    before: cluster('  quorum {\n    model   = node_majority\n    witness = "\\\\DC\\W"\n  }\n') + nodes(4) + witness,
    after:
      cluster('  quorum {\n    model   = node_and_file_share_majority\n    witness = "\\\\DC\\W"\n  }\n') +
      nodes(4) +
      witness,
  },
  {
    code: 'quorum/model-unsuitable',
    what: 'no witness for an odd number',
    before:
      cluster('  quorum {\n    model   = node_and_disk_majority\n    witness = Small\n  }\n') + nodes(3) + witness,
    after: cluster('  quorum {\n    model   = node_majority\n  }\n') + nodes(3) + witness,
  },
  {
    code: 'quorum/witness-missing',
    what: 'a free disk, if the user says so',
    title: 'Use disk Small',
    before: cluster('  quorum {\n    model = node_and_disk_majority\n  }\n') + nodes(2) + witness,
    after: cluster('  quorum {\n    model = node_and_disk_majority\n    witness = Small\n  }\n') + nodes(2) + witness,
  },
  {
    code: 'quorum/witness-unsuitable',
    what: 'large enough',
    title: 'Enlarge',
    before: cluster('  quorum { witness = W }\n') + nodes(2) + 'storage S { }\ndisk W { storage = S  size = 1MB }\n',
    after: cluster('  quorum { witness = W }\n') + nodes(2) + 'storage S { }\ndisk W { storage = S  size = 512MB }\n',
  },
  {
    code: 'quorum/witness-unsuitable',
    what: 'the model that fits the witness',
    title: 'Change the model',
    before: cluster('  quorum { model = node_and_disk_majority  witness = "\\\\DC\\W" }\n') + nodes(2),
    after: cluster('  quorum { model = node_and_file_share_majority  witness = "\\\\DC\\W" }\n') + nodes(2),
  },
];

describe('fixes of nodes, networks and quorum', () => {
  it.each(rows.map((row) => [`${row.code}: ${row.what}`, row] as const))('%s', (_, { code, before, after, title }) => {
    const { document, finding } = findingOf(before, code);
    const fix = finding.fixes.find((one) => (title === undefined ? one.preferred : one.title.startsWith(title)));
    expect(fix, finding.fixes.map((one) => one.title).join('; ')).toBeDefined();
    const text = fix ? fixed(document, fix) : '';
    expect(text).toBe(after);
    expect(commentsOf(text)).toEqual(commentsOf(before));
    const errors = (design: string): readonly string[] =>
      findingsOf(design)
        .findings.filter(({ severity }) => severity === 'error')
        .map((one) => one.code);
    expect(findingsOf(text).findings.map((one) => one.code)).not.toContain(code);
    expect(errors(text).filter((one) => !errors(before).includes(one))).toEqual([]);
  });
});
