import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocument } from '../../src/language/document';
import type { Cluster, Collection } from '../../src/model/cluster';
import { createDesignReader, readDesign } from '../../src/model/design';
import { resolvePath } from '../../src/model/paths';

const design = `cluster "C" { version = "2008R2" }
defaults { virtual_machine { memory = 2GB } }
node A { memory = 32GB local_volumes = ["C:", "D:"] }
node B { memory = 16GB }
storage SAN { nodes = [A, B] }
disk LUN1 { storage = SAN volume "G:" { } }
disk LUN2 { storage = SAN volume "G:\\Data" { } volume { guid = "{aa}" } }
group VM1 {
  physical_disk LUN1
  virtual_machine "VM1" { workload "W1" { } }
}
group VM2 {
  physical_disk LUN2
  virtual_machine "VM2" { vhd "G:\\Data\\a.vhd" { } }
}
virtual_machine "Loose" { host = A }
guest_cluster GC { members = [VM1, VM2] group "G1" { generic_service S { } } }
scenario S { at 0s fail node A }
`;

/** What a collection holds and finds, in a form that can be compared. */
function contentsOf(
  collection: Collection<{ readonly key: string; readonly name: string; readonly values: unknown }>,
): unknown {
  const keys = [...new Set(collection.all.map((one) => one.key))];
  return {
    all: collection.all.map((one) => [one.name, one.values]),
    found: keys.map((key) => collection.all.indexOf(collection.get(key) ?? fail())),
    missing: collection.get('no such name'),
  };
}

const collections = [
  'nodes',
  'networks',
  'sites',
  'racks',
  'storages',
  'disks',
  'groups',
  'resources',
  'virtualMachines',
  'workloads',
  'guestClusters',
] as const;

function summaryOf(cluster: Cluster): unknown {
  return {
    ...Object.fromEntries(collections.map((name) => [name, contentsOf(cluster[name])])),
    ids: cluster.nodes.all.map((node) => node.id),
    volumes: cluster.volumes.map((volume) => [volume.name, volume.disk]),
    diskResources: cluster.diskResources.all.map(({ key, group }) => [key, group]),
    version: cluster.version,
    tolerates: cluster.tolerates,
    scenarios: cluster.scenarios.all.map((scenario) => scenario.statements.length),
    path: resolvePath(cluster, 'G:\\Data\\a.vhd').kind,
    local: resolvePath(cluster, 'D:\\a.vhd'),
  };
}

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 30 }),
  insert: fc.constantFrom(
    '',
    ' ',
    'x',
    '\n',
    '1',
    '"',
    '}',
    '{',
    '\nnode Z { memory = 1GB }\n',
    '\ndisk LUN9 { storage = SAN }\n',
    'VM1',
    '2GB',
  ),
});

describe('incremental reading of designs', () => {
  it('property: after any sequence of edits the design is equal to the one read afresh', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 10 }), (edits) => {
        const reader = createDesignReader();
        let document = createDocument('a', design);
        reader.read([document]);
        for (const { at, remove, insert } of edits) {
          const start = Math.floor(at * document.length);
          const range = { start: document.positionAt(start), end: document.positionAt(start + remove) };
          document = document.change(range, insert);
          const read = reader.read([document]);
          const fresh = readDesign([createDocument('a', document.text())]);
          expect(summaryOf(read.cluster)).toEqual(summaryOf(fresh.cluster));
          expect(read.bound.flatMap((bound) => bound.findings.map((one) => one.message))).toEqual(
            fresh.bound.flatMap((bound) => bound.findings.map((one) => one.message)),
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps the elements of declarations that an edit does not touch', () => {
    const reader = createDesignReader();
    const document = createDocument('a', design);
    const before = reader.read([document]).cluster;
    const at = { line: 3, character: 18 };
    const after = reader.read([document.change({ start: at, end: { ...at, character: 20 } }, '64')]).cluster;
    expect(after.nodes.get('b')?.values.memory).toBe(64 * 1024 ** 3);
    expect(after.groups).toBe(before.groups);
    expect(after.disks).toBe(before.disks);
  });
});

function fail(): never {
  throw new Error('a collection does not find what it holds');
}
