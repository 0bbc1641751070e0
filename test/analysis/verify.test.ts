import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../src/analysis/fault';
import type { FaultKind } from '../../src/analysis/fault-kinds';
import { likenessIn } from '../../src/analysis/likeness';
import { benchOf, runOf } from '../../src/analysis/outcome';
import { verifyReport } from '../../src/analysis/report';
import type { VerifyReport } from '../../src/analysis/report';
import type { VerifyRequest } from '../../src/analysis';
import { headOf, machineGroup, nodeName } from '../simulation/support';
import type { MachinePlan, Plan } from '../simulation/support';
import { clusterOf } from '../support/design';
import { finished } from './support';

function designOf(plan: Plan, machines: readonly MachinePlan[]): string {
  return [headOf(plan), ...machines.map(machineGroup)].join('\n');
}

function verified(design: string, request: Partial<VerifyRequest> = {}): VerifyReport {
  const whole = { failures: 1, kinds: ['node'] as const, ordered: false, ...request };
  return verifyReport(finished(clusterOf(design), whole), undefined);
}

/** Counterexamples in short: `HV-01 HV-02: VM1 memory`. */
function shortly({ counterexamples }: VerifyReport): readonly string[] {
  return counterexamples.map(({ faults, lost }) => {
    const what = lost.map(({ name, why }) => `${name} ${why}`).join(', ');
    return `${faults.map(({ name }) => name).join(' ')}: ${what}`;
  });
}

const on = (node: number): string => `owner = ${nodeName(node)}`;
const threeAlike: readonly MachinePlan[] = [1, 2, 3].map((node) => ({
  name: `VM${String(node)}`,
  group: on(node),
  memory: '12GB',
}));

describe('verify', () => {
  it.each<readonly [string, string, Partial<VerifyRequest>, readonly string[], number, number]>([
    ['one of three may go', designOf({ nodes: 3 }, threeAlike), {}, [], 3, 1],
    [
      'two of three at once take quorum, on 2008 (semantics 5.1: three nodes and a witness) as without one (A21)',
      designOf({ nodes: 3 }, threeAlike.slice(0, 1)),
      { failures: 2 },
      ['HV-01 HV-02: VM1 quorum', 'HV-01 HV-03: VM1 quorum', 'HV-02 HV-03: VM1 quorum'],
      3,
      1,
    ],
    [
      'a set that strikes at once takes quorum where a sequence does not (dynamic quorum)',
      designOf({ nodes: 3, version: '2022', quorum: 'model = node_majority' }, [
        { name: 'VM1', group: on(1), memory: '2GB' },
      ]),
      { failures: 2 },
      ['HV-01 HV-02: VM1 quorum', 'HV-01 HV-03: VM1 quorum', 'HV-02 HV-03: VM1 quorum'],
      3,
      1,
    ],
    [
      'a file share takes the machines with files on it, and one without files nothing',
      [
        headOf({ nodes: 2, version: '2022' }),
        'storage "FS" { kind = smb }',
        'disk "Share" { storage = FS  volume "\\\\FS\\VMs" { } }',
        'disk "Spare" { storage = FS  volume "\\\\FS\\Spare" { } }',
        'group "VM1" { virtual_machine "VM1" { memory = 4GB  vhd "\\\\FS\\VMs\\VM1.vhd" { } } }',
      ].join('\n'),
      { kinds: ['disk'] },
      ['Share: VM1 disk'],
      2,
      0,
    ],
    [
      'a disk takes what is on it, and its witness alone nothing',
      designOf({ nodes: 2 }, [{ name: 'VM1', group: on(1) }]),
      { kinds: ['disk'] },
      ['VM1 disk: VM1 disk'],
      1,
      0,
    ],
    [
      'a storage takes all that is on it; the witness with it too',
      designOf({ nodes: 2 }, [{ name: 'VM1', group: on(1) }]),
      { kinds: ['storage', 'witness'] },
      ['SAN: VM1 disk'],
      1,
      0,
    ],
    [
      'a group that one node alone may own is left out',
      designOf({ nodes: 2 }, [{ name: 'VM1', group: on(1), machine: 'possible_owners = [HV-01]' }]),
      {},
      [],
      2,
      1,
    ],
    [
      'a virtual machine that is off is left out',
      designOf({ nodes: 2 }, [{ name: 'VM1', group: on(1), machine: 'state = off', memory: '64GB' }]),
      {},
      [],
      2,
      1,
    ],
    [
      'what does not run before any fault is the one counterexample',
      designOf({ nodes: 2 }, [{ name: 'VM1', group: on(1), memory: '64GB' }]),
      {},
      [': VM1 memory'],
      0,
      0,
    ],
  ])('%s', (_, design, request, counterexamples, survived, tolerates) => {
    const report = verified(design, request);
    expect(shortly(report)).toEqual(counterexamples);
    expect(report).toMatchObject({ survived, tolerates, exhaustive: true });
  });

  it.each<readonly [readonly FaultKind[], number, boolean, number]>([
    [['node'], 1, false, 3],
    [['node'], 2, false, 6],
    [['node'], 9, false, 7],
    [['node'], 2, true, 9],
    [['node', 'disk'], 2, false, 28],
    [['node', 'disk', 'witness'], 1, false, 7],
    [['witness'], 1, false, 1],
    [['site', 'rack'], 2, false, 0],
    [['node'], 0, false, 0],
  ])('counts all of %j, at most %i, ordered %j: %i', (kinds, failures, ordered, checked) => {
    expect(verified(designOf({ nodes: 3 }, threeAlike), { kinds, failures, ordered }).checked).toBe(checked);
  });

  it('strikes with the second fault of a sequence when the first has been dealt with', () => {
    const design = designOf({ nodes: 3, version: '2022', quorum: 'model = node_majority' }, [
      { name: 'VM1', group: on(1), memory: '2GB' },
    ]);
    expect(verified(design, { failures: 2 }).tolerates).toBe(1);
    const ordered = verified(design, { failures: 2, ordered: true });
    expect(ordered.survived).toBeGreaterThan(verified(design, { failures: 2 }).survived);
  });

  it('tells whether it lies with the policy', () => {
    const machines = [
      { name: 'VM1', group: on(1), memory: '6GB' },
      { name: 'VM2', group: on(1), memory: '4GB' },
      { name: 'VM3', group: on(1), memory: '4GB' },
      { name: 'VM4', group: `${on(2)}  preferred_owners = [HV-02, HV-01]`, memory: '20GB' },
      { name: 'VM5', group: `${on(3)}  preferred_owners = [HV-03, HV-01]`, memory: '22GB' },
    ];
    const report = verified(designOf({ nodes: 3, version: '2022' }, machines));
    const first = report.counterexamples.find(({ faults }) => faults[0]?.name === 'HV-01');
    expect(first?.placement_exists).toBe(true);
    const tight = verified(
      designOf(
        { nodes: 2 },
        threeAlike.slice(0, 2).map((one) => ({ ...one, memory: '20GB' })),
      ),
    );
    expect(tight.counterexamples.map(({ placement_exists }) => placement_exists)).toEqual([false, false]);
  });
});

describe('sets of faults that are alike', () => {
  const likenesses = (design: string, kinds: readonly FaultKind[]): number => {
    const cluster = clusterOf(design);
    const likenessOf = likenessIn(cluster, runOf(benchOf(cluster), []).initial);
    const keys = faultsOf(cluster, kinds).map((fault, index) => likenessOf([fault])?.key ?? `alone ${String(index)}`);
    return new Set(keys).size;
  };

  it.each<readonly [string, string, readonly FaultKind[], number]>([
    ['nodes with the same on them', designOf({ nodes: 3, version: '2022' }, threeAlike), ['node'], 1],
    ['disks of groups of one shape, and the witness', designOf({ nodes: 3, version: '2022' }, threeAlike), ['disk'], 2],
    ['no two nodes where the policy goes by number', designOf({ nodes: 3, version: '2008' }, threeAlike), ['node'], 3],
    [
      'a node that somebody prefers is like no other',
      designOf({ nodes: 3, version: '2022' }, [
        ...threeAlike.slice(0, 2),
        { name: 'VM3', group: `${on(3)}  preferred_owners = [HV-02]`, memory: '12GB' },
      ]),
      ['node'],
      3,
    ],
    ['an idle node is another thing', designOf({ nodes: 3, version: '2022' }, threeAlike.slice(0, 2)), ['node'], 2],
  ])('%s', (_, design, kinds, count) => {
    expect(likenesses(design, kinds)).toBe(count);
  });
});
