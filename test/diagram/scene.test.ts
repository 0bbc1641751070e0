import { describe, expect, it } from 'vitest';
import { buildScene } from '../../src/diagram/build-scene';
import type { Finding } from '../../src/language/finding';
import { emptyState } from '../../src/simulation/state';
import type { StateProperty, StateValue, SubjectKind } from '../../src/simulation/trace';
import { clusterOf } from '../support/design';
import { figure1 } from './figure1';
import { sceneOf } from './picture';

/** `id < parent`, in the order of the scene. */
function outline(text: string, view: 'dependencies' | 'storage', state?: ReturnType<typeof emptyState>): string[] {
  return sceneOf(text, view, { state }).nodes.map(({ id, parent }) =>
    parent === undefined ? id : `${id} < ${parent}`,
  );
}

const nodes = 'node A { memory = 8GB }\nnode B { memory = 8GB }\nstorage S { }\n';

describe('what the storage view shows', () => {
  const table: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['nothing for an empty text', '', []],
    [
      'a disk in no group at the first node that is up',
      `${nodes}disk D { storage = S }`,
      ['node:A', 'node:B', 'disk:D < node:A'],
    ],
    [
      'the same when the first node is down',
      `node A { memory = 8GB\n state = down }\nnode B { memory = 8GB }\nstorage S { }\ndisk D { storage = S }`,
      ['node:A', 'node:B', 'disk:D < node:B'],
    ],
    [
      'a disk with its group: the owner, else the first preferred owner, else the first node',
      `${nodes}disk D { storage = S }\ndisk E { storage = S }\ndisk F { storage = S }
group G1 {\n owner = B\n physical_disk D\n}\ngroup G2 {\n preferred_owners = [B, A]\n physical_disk E\n}\ngroup G3 {\n physical_disk F\n}`,
      ['node:A', 'node:B', 'disk:D < node:B', 'disk:E < node:B', 'disk:F < node:A'],
    ],
    [
      'a volume mounted in another inside it',
      `${nodes}disk D { storage = S\n volume "E:" { } }\ndisk M { storage = S\n volume "E:\\Data" { } }`,
      [
        'node:A',
        'node:B',
        'disk:D < node:A',
        'volume:D/E: < disk:D',
        'disk:M < node:A',
        'volume:M/E:\\Data < volume:D/E:',
      ],
    ],
    [
      'shared volumes apart, with the node that coordinates them',
      `${nodes}disk D { storage = S\n shared_volume = true\n volume "C:\\ClusterStorage\\Volume1" { } }`,
      [
        ...['node:A', 'node:B', 'gathering:shared volumes', 'disk:D < gathering:shared volumes'],
        ...['volume:D/C:\\ClusterStorage\\Volume1 < disk:D', 'coordinator:D < disk:D'],
      ],
    ],
    [
      'a machine in no group, with its files on a local drive',
      `${nodes}virtual_machine V {\n memory = 1GB\n host = B\n vhd "C:\\v.vhd" { }\n}`,
      ['node:A', 'node:B', 'volume:B/C: < node:B', 'file:c:\\v.vhd < volume:B/C:', 'virtual_machine:V < node:B'],
    ],
    [
      'a parent before the disk that differs from it, once for two machines',
      `${nodes}disk D { storage = S\n volume "G:" { } }
virtual_machine V {\n memory = 1GB\n host = A\n vhd "G:\\v.vhd" {\n kind = differencing\n parent = "G:\\base.vhd"\n }\n}
virtual_machine W {\n memory = 1GB\n host = A\n vhd "G:\\w.vhd" {\n kind = differencing\n parent = "G:\\BASE.vhd"\n }\n}`,
      [
        ...['node:A', 'node:B', 'disk:D < node:A', 'volume:D/G: < disk:D', 'file:g:\\base.vhd < volume:D/G:'],
        ...['file:g:\\v.vhd < volume:D/G:', 'file:g:\\w.vhd < volume:D/G:'],
        ...['virtual_machine:V < node:A', 'virtual_machine:W < node:A'],
      ],
    ],
    [
      'two things of one name once',
      'node A { memory = 1GB }\nnode a { memory = 2GB }\nnode A { memory = 3GB }',
      ['node:A', 'node:a'],
    ],
  ];
  it.each(table)('%s', (_, text, expected) => {
    expect(outline(text, 'storage')).toEqual(expected);
  });
});

describe('what the dependencies view shows', () => {
  const group = (lines: string) => `${nodes}group G {\n ${lines}\n}`;
  const table: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    [
      'one need without a gate',
      group('network_name N { depends_on = I }\n ip_address I { }'),
      ['resource:N>resource:I'],
    ],
    [
      'gates for expressions, nested as written',
      group('network_name N { depends_on = I and (J or K) }\n ip_address I { }\n ip_address J { }\n ip_address K { }'),
      [
        ...['resource:N>gate:N', 'gate:N>resource:I', 'gate:N>gate:N/1'],
        ...['gate:N/1>resource:J', 'gate:N/1>resource:K'],
      ],
    ],
    ['a need that nothing bears', group('network_name N { depends_on = X }'), ['resource:N>absent:X/group:G missing']],
    [
      'a need in another group',
      `${group('ip_address I { }')}\ngroup H {\n network_name N { depends_on = I }\n}`,
      ['resource:N>resource:I missing'],
    ],
    ['a need of itself', group('network_name N { depends_on = N }'), ['resource:N>resource:N']],
  ];
  it.each(table)('%s', (_, text, expected) => {
    const edges = sceneOf(text, 'dependencies').edges.map(
      ({ from, to, missing }) => `${from}>${to}${missing ? ' missing' : ''}`,
    );
    expect(edges).toEqual(expected);
  });

  it('draws the dependency that a rule misses', () => {
    const text = figure1.replace('"VM1 Configuration" and LUN1', '"VM1 Configuration"');
    const cluster = clusterOf(text);
    const machine = cluster.resources.get('vm1');
    if (!machine) throw new Error('VM1 is not there.');
    const finding: Finding = {
      code: 'vm/storage-dependency-missing',
      severity: 'error',
      message: 'VM1 does not depend on LUN1.',
      place: { declaration: machine.declaration, span: machine.block.header },
      related: [],
      fixes: [],
    };
    const scene = buildScene(cluster, 'dependencies', { findings: [finding] });
    const missing = scene.edges.filter((edge) => edge.missing).map(({ from, to }) => `${from}>${to}`);
    expect(missing).toEqual(['resource:VM1>resource:LUN1']);
    const { severity, count } = scene.nodes.find(({ id }) => id === 'resource:VM1')?.findings ?? {};
    expect({ severity, count }).toEqual({ severity: 'error', count: 1 });
  });
});

describe('paths to disks', () => {
  it('marks owner, path and no path in node order, and says which are missing', () => {
    const text = `${nodes}node C { memory = 8GB }\nstorage T { nodes = [A, B] }\ndisk D { storage = T }\ngroup G {\n owner = B\n physical_disk D\n}`;
    const scene = sceneOf(text, 'storage');
    expect(scene.nodes.find(({ id }) => id === 'disk:D')?.paths).toEqual(['path', 'owner', 'none']);
    expect(scene.edges.map(({ id, missing }) => `${id}${missing ? ' missing' : ''}`)).toEqual([
      'reaches:node:A>disk:D',
      'owns:node:B>disk:D',
      'reaches:node:C>disk:D missing',
    ]);
  });
});

describe('a moment of a simulation', () => {
  const moment = (...values: readonly (readonly [SubjectKind, string, StateProperty, StateValue])[]) => {
    const state = emptyState();
    for (const [kind, name, property, value] of values) state.set({ kind, name }, property, value);
    return state;
  };

  it('moves disks, files and machines with their group', () => {
    const state = moment(['group', 'VM2', 'owner', 'HostB'], ['group', 'VM1', 'owner', 'HostB']);
    const moved = outline(figure1, 'storage', state).filter((line) => /(LUN2|VM2) < node/.test(line));
    expect(moved).toEqual(['disk:LUN2 < node:HostB', 'resource:VM2 < node:HostB']);
  });

  it('gathers what nobody owns', () => {
    const lines = outline(figure1, 'storage', moment(['group', 'VM1', 'owner', 'HostB']));
    expect(lines).toContain('disk:LUN2 < gathering:no owner');
    expect(lines).toContain('resource:VM2 < gathering:no owner');
  });

  it('leaves Available Storage to the first node that is up', () => {
    const lines = outline(
      figure1,
      'storage',
      moment(['node', 'HostA', 'state', 'down'], ['node', 'HostB', 'state', 'up']),
    );
    expect(lines).toContain('disk:Witness < node:HostB');
  });

  it('shows the states of the moment', () => {
    const state = moment(['resource', 'VM2', 'state', 'online_pending'], ['group', 'VM2', 'state', 'pending']);
    const states = sceneOf(figure1, 'dependencies', { state }).nodes.map(
      ({ id, state: shown }) => `${id} ${shown ?? ''}`,
    );
    expect(states).toContain('resource:VM2 online_pending');
    expect(states).toContain('group:VM2 pending');
  });
});
