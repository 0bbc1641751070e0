import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setsOf, somePart } from '../../src/analysis/combinations';
import { faultAction, faultsOf } from '../../src/analysis/fault';
import type { Fault } from '../../src/analysis/fault';
import type { FaultKind } from '../../src/analysis/fault-kinds';
import { benchOf, judge, runOf } from '../../src/analysis/outcome';
import { verifyReport } from '../../src/analysis/report';
import type { VerifyReport } from '../../src/analysis/report';
import type { Cluster } from '../../src/model/cluster';
import { clusterOf } from '../support/design';
import { randomDesigns, textOf } from './random-design';
import { finished } from './support';

const requests = fc.record({
  failures: fc.integer({ min: 1, max: 2 }),
  kinds: fc.constantFrom<readonly FaultKind[]>(
    ['node'],
    ['node'],
    ['node', 'disk'],
    ['disk'],
    ['node', 'storage', 'witness'],
  ),
  ordered: fc.constantFrom(false, false, true),
});

function reportOf(cluster: Cluster, request: Parameters<typeof finished>[1], isAlike: boolean): VerifyReport {
  return verifyReport(finished(cluster, request, isAlike), undefined);
}

/** What is lost when a set strikes, found by a run of its own. */
function lostIn(cluster: Cluster, faults: readonly Fault[]): readonly string[] {
  const bench = benchOf(cluster);
  const run = runOf(
    bench,
    faults.map((fault) => faultAction(fault, 0)),
  );
  return judge(bench, run, faults).lost.map(({ counted }) => counted.machine.name);
}

describe('verify, on random small clusters', () => {
  it('gives the same answer whether alike sets are run once or each', () => {
    fc.assert(
      fc.property(randomDesigns, requests, (design, request) => {
        const cluster = clusterOf(textOf(design));
        expect(reportOf(cluster, request, true)).toEqual(reportOf(cluster, request, false));
      }),
      { numRuns: 60 },
    );
  });

  it('says survived of sets that do survive, and of every set it does not say it of it names a part that does not', () => {
    fc.assert(
      fc.property(randomDesigns, fc.constantFrom<readonly FaultKind[]>(['node'], ['disk', 'node']), (design, kinds) => {
        const cluster = clusterOf(textOf(design));
        const { counterexamples, survived } = finished(cluster, { failures: 2, kinds, ordered: false });
        const named = new Set(counterexamples.map(({ faults }) => JSON.stringify(faults.map(({ name }) => name))));
        const holds = (set: readonly Fault[]): boolean =>
          somePart(set, (part) => named.has(JSON.stringify(part.map(({ name }) => name))));
        const faults = faultsOf(cluster, kinds);
        const sets = [...setsOf(faults, 1), ...(faults.length > 1 ? setsOf(faults, 2) : [])];
        const rest = sets.filter((set) => !holds(set));
        expect(rest.map((set) => [set.map(({ name }) => name), lostIn(cluster, set)])).toEqual(
          rest.map((set) => [set.map(({ name }) => name), []]),
        );
        expect(rest).toHaveLength(survived);
      }),
      { numRuns: 30 },
    );
  });

  it('names counterexamples that are not survived, and no part of one is another', () => {
    fc.assert(
      fc.property(randomDesigns, requests, (design, request) => {
        const cluster = clusterOf(textOf(design));
        const { counterexamples } = finished(cluster, { ...request, ordered: false });
        const named = new Set(counterexamples.map(({ faults }) => JSON.stringify(faults.map(({ name }) => name))));
        for (const { faults, lost } of counterexamples) {
          expect(lost.map(({ counted }) => counted.machine.name)).toEqual(lostIn(cluster, faults));
          expect(lost.length).toBeGreaterThan(0);
          const isOther = (part: readonly Fault[]): boolean => part.length < faults.length;
          expect(
            somePart(faults, (part) => isOther(part) && named.has(JSON.stringify(part.map(({ name }) => name)))),
          ).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });
});
