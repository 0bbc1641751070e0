import { describe, expect, it } from 'vitest';
import { finalOf } from '../../src/simulation';
import { clusterOf } from '../support/design';
import { headOf, nodeName, runOf } from './support';

const share = 'model = node_and_file_share_majority  witness = "\\\\DC\\Witness"';
const none = 'model = node_majority';

function stateAfter(design: string, lines: readonly string[]): unknown {
  const cluster = clusterOf(design);
  return finalOf(cluster, runOf(cluster, lines)).cluster;
}

function orderedPairs(nodes: number): readonly (readonly [number, number])[] {
  const all = Array.from({ length: nodes }, (_, index) => index + 1);
  return all.flatMap((first) => all.filter((second) => second !== first).map((second) => [first, second] as const));
}

function fail(time: string, node: number): string {
  return `${time} fail node ${nodeName(node)}`;
}

type Answer = 'Yes' | 'No' | '50/50';

function answer(design: string, faults: readonly (readonly string[])[]): Answer {
  const survived = faults.filter((lines) => stateAfter(design, lines) === 'running').length;
  if (survived === 0) return 'No';
  return survived === faults.length ? 'Yes' : '50/50';
}

/** The published table: what a cluster with dynamic quorum survives (semantics 5.4, S40; A25). */
const table: readonly [nodes: number, witness: boolean, one: Answer, then: Answer, together: Answer][] = [
  [2, false, '50/50', 'No', 'No'],
  [2, true, 'Yes', 'No', 'No'],
  [3, false, 'Yes', '50/50', 'No'],
  [3, true, 'Yes', 'Yes', 'No'],
  [4, false, 'Yes', 'Yes', '50/50'],
  [4, true, 'Yes', 'Yes', 'Yes'],
  [5, false, 'Yes', 'Yes', 'Yes'],
];

describe('dynamic quorum', () => {
  it.each(table)(
    '%i nodes, witness %s: one failure %s, then another %s, two at once %s',
    (nodes, witness, one, then, together) => {
      const design = headOf({ version: '2012R2', nodes, quorum: witness ? share : none });
      const pairs = orderedPairs(nodes);
      const singles = Array.from({ length: nodes }, (_, index) => [fail('0s', index + 1)]);
      expect(answer(design, singles)).toBe(one);
      expect(
        answer(
          design,
          pairs.map(([first, second]) => [fail('0s', first), fail('5m', second)]),
        ),
      ).toBe(then);
      expect(
        answer(
          design,
          pairs.map(([first, second]) => [fail('0s', first), fail('0s', second)]),
        ),
      ).toBe(together);
    },
  );

  it.each([
    ['the voteless node crashes', ['0s fail node HV-02'], 'running'],
    ['the voting node crashes', ['0s fail node HV-01'], 'stopped'],
    ['the voting node is stopped in order and hands its vote over', ['0s stop node HV-01'], 'running'],
    ['the voteless node was lost and is back', ['0s fail node HV-02', '5m repair node HV-02'], 'running'],
  ])('A26, two nodes without a witness: %s', (_, lines, state) => {
    expect(stateAfter(headOf({ version: '2012R2', nodes: 2, quorum: none }), lines)).toBe(state);
  });

  it('walk 1 of semantics 5.6: five nodes go one by one down to the last, and votes are counted anew each time', () => {
    const cluster = clusterOf(headOf({ version: '2012R2', nodes: 5, quorum: none }));
    const walk = [5, 4, 3, 2].map((node, index) => fail(`${String(index * 5)}m`, node));
    const totals = walk.map((_, index) => finalOf(cluster, runOf(cluster, walk.slice(0, index + 1))).quorum);
    expect(totals).toEqual([
      { votes: 3, present: 3, needed: 2 },
      { votes: 3, present: 3, needed: 2 },
      { votes: 1, present: 1, needed: 1 },
      { votes: 1, present: 1, needed: 1 },
    ]);
    expect(
      stateAfter(headOf({ version: '2012R2', nodes: 5, quorum: none }), [...walk.slice(0, 3), fail('15m', 1)]),
    ).toBe('stopped');
  });
});

/** Losses survived with static votes (semantics 5.1; A21 to A24). */
const fixed: readonly [nodes: number, model: string, witnessDown: boolean, survived: number][] = [
  [2, none, false, 0],
  [2, 'model = node_and_disk_majority  witness = Witness', false, 1],
  [3, none, false, 1],
  [4, none, false, 1],
  [4, 'model = node_and_disk_majority  witness = Witness', false, 2],
  [4, 'model = node_and_disk_majority  witness = Witness', true, 1],
  [5, none, false, 2],
  [6, 'model = node_and_disk_majority  witness = Witness', false, 3],
  [6, 'model = node_and_disk_majority  witness = Witness', true, 2],
  [7, none, false, 3],
  [8, share, true, 3],
  [4, 'model = disk_only  witness = Witness', false, 3],
];

describe('static quorum', () => {
  it.each(fixed)(
    '%i nodes, %s, witness down %s: survives %i losses, at once or in turn',
    (nodes, quorum, down, survived) => {
      const design = headOf({ nodes, quorum });
      const before = down ? ['0s fail witness'] : [];
      const losses = (count: number, step: number): readonly string[] => [
        ...before,
        ...Array.from({ length: count }, (_, index) => fail(`${String(1 + index * step)}m`, index + 1)),
      ];
      for (const step of [0, 1]) {
        expect(stateAfter(design, losses(survived, step))).toBe('running');
        expect(stateAfter(design, losses(survived + 1, step))).toBe('stopped');
      }
    },
  );

  it('without its disk a disk-only cluster stops', () => {
    const design = headOf({ nodes: 4, quorum: 'model = disk_only  witness = Witness' });
    expect(stateAfter(design, ['0s fail disk Witness'])).toBe('stopped');
  });

  it('refuses to stop a node whose vote is needed', () => {
    const cluster = clusterOf(headOf({ nodes: 2, quorum: none }));
    const run = runOf(cluster, ['0s stop node HV-01']);
    expect(finalOf(cluster, run).nodes).toEqual({ 'HV-01': { state: 'up' }, 'HV-02': { state: 'up' } });
    expect(run.events.at(-1)).toMatchObject({ kind: 'node', details: { refused: true } });
  });

  it('forms the cluster again when enough nodes are back', () => {
    const lines = ['0s fail node HV-01', '0s fail node HV-02', '10m repair node HV-01'];
    const design = headOf({ nodes: 3, quorum: none });
    expect(stateAfter(design, lines.slice(0, 2))).toBe('stopped');
    expect(stateAfter(design, lines)).toBe('running');
  });

  it.each([
    ['the witness is repaired', 'fail witness', 'repair witness'],
    ['its disk is repaired', 'fail disk Witness', 'repair disk Witness'],
    ['its storage is repaired', 'fail storage SAN', 'repair storage SAN'],
    ['a node has its path to it again', 'disconnect node HV-02 from storage SAN', 'connect node HV-02 to storage SAN'],
  ])('forms the cluster again with the vote of its witness: %s', (_, lost, back) => {
    const design = headOf({ nodes: 2 });
    const lines = [`0s ${lost}`, '1m fail node HV-01', `10m ${back}`];
    expect(stateAfter(design, lines.slice(0, 2))).toBe('stopped');
    expect(stateAfter(design, lines)).toBe('running');
  });

  it('runs without a majority when it is forced to', () => {
    const lines = [
      '0s fail node HV-01',
      '0s fail node HV-02',
      '10m start node HV-03',
      '20m force quorum on node HV-03',
    ];
    const design = headOf({ nodes: 3, quorum: none });
    expect(stateAfter(design, lines.slice(0, 3))).toBe('stopped');
    expect(stateAfter(design, lines)).toBe('running');
  });
});
