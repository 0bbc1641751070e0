import fc from 'fast-check';

/** A small cluster by its figures: what a random design of the properties is made of. */
export interface RandomDesign {
  readonly version: string;
  readonly enforced: boolean;
  readonly witness: boolean;
  readonly nodes: readonly { readonly memory: number; readonly site: boolean }[];
  readonly groups: readonly {
    readonly memory: number;
    readonly owner: number;
    readonly own: boolean;
    readonly priority: string;
    readonly preferred: readonly number[];
    readonly apart: boolean;
    readonly second: boolean;
  }[];
}

const group = fc.record({
  memory: fc.constantFrom(2, 4, 6),
  owner: fc.nat(3),
  own: fc.boolean(),
  priority: fc.constantFrom('medium', 'medium', 'medium', 'high', 'low'),
  preferred: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.uniqueArray(fc.nat(3), { maxLength: 3 })),
  apart: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
  second: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.boolean()),
});

/** Groups of which several are the same but for their owners, as in most real clusters. */
const groups = fc
  .array(fc.tuple(group, fc.array(fc.nat(3), { minLength: 1, maxLength: 4 })), { minLength: 1, maxLength: 3 })
  .map((all) => all.flatMap(([one, owners]) => owners.map((owner) => ({ ...one, owner }))));

const node = fc.record({ memory: fc.constantFrom(12, 12, 16), site: fc.boolean() });

/** Small clusters of all kinds of releases, many with nodes and groups that are alike. */
export const randomDesigns: fc.Arbitrary<RandomDesign> = fc.record({
  version: fc.constantFrom('2008', '2008R2', '2012', '2016', '2022', '2022'),
  enforced: fc.boolean(),
  witness: fc.boolean(),
  nodes: fc.oneof(
    fc.array(node, { minLength: 2, maxLength: 4 }),
    fc.integer({ min: 2, max: 4 }).map((count) => Array.from({ length: count }, () => ({ memory: 12, site: false }))),
  ),
  groups,
});

function name(position: number): string {
  return `HV-${String(position + 1)}`;
}

/** The text of a random design. */
export function textOf({ version, enforced, witness, nodes, groups: all }: RandomDesign): string {
  const hasPriorities = !version.startsWith('2008');
  const canEnforce = enforced && hasPriorities;
  const names = nodes.map((_, position) => name(position));
  const lines = all.map((one, position) => {
    const id = `VM${String(position + 1)}`;
    const preferred = [...new Set(one.preferred.map((at) => names[at % names.length] ?? ''))];
    const shared = !one.own && version !== '2008';
    const root = shared ? 'C:\\ClusterStorage\\Volume1' : `${id}:`;
    const depends = shared ? '' : ` and "${id} disk"`;
    const machine = (label: string): string =>
      `  virtual_machine "${label}" { memory = ${String(one.memory)}GB  vhd "${root}\\${label}.vhd"  configuration = "${id} conf"  depends_on = "${id} conf"${depends} }`;
    return [
      shared ? '' : `disk "${id} disk" { storage = SAN  volume "${id}:" { } }`,
      `group "${id}" {`,
      `  owner = ${names[one.owner % names.length] ?? ''}`,
      hasPriorities ? `  priority = ${one.priority}` : '',
      preferred.length > 0 ? `  preferred_owners = [${preferred.join(', ')}]` : '',
      one.apart ? '  anti_affinity_class_names = ["Apart"]' : '',
      shared ? '' : `  physical_disk "${id} disk"`,
      `  virtual_machine_configuration "${id} conf" { path = "${root}\\${id}.xml" ${shared ? '' : `depends_on = "${id} disk"`} }`,
      machine(id),
      one.second ? machine(`${id}b`) : '',
      '}',
    ].join('\n');
  });
  const quorum = witness ? 'model = node_and_disk_majority  witness = Witness' : 'model = node_majority';
  return [
    `cluster "C" { version = "${version}" ${canEnforce ? 'cluster_enforced_anti_affinity = true' : ''}`,
    `  quorum { ${quorum} }`,
    '}',
    ...nodes.map(({ memory }, position) => `node "${name(position)}" { memory = ${String(memory)}GB }`),
    'storage "SAN" { }',
    'disk "Witness" { storage = SAN  size = 1GB }',
    ...(version === '2008'
      ? []
      : ['disk "CSV" { storage = SAN  shared_volume = true  volume "C:\\ClusterStorage\\Volume1" { } }']),
    ...lines,
    '',
  ].join('\n');
}
