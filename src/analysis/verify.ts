import type { Cluster } from '../model/cluster';
import type { TimedAction } from '../simulation';
import { countOfSets, sequencesOf, setsOf, somePart } from './combinations';
import { faultAction, faultsOf } from './fault';
import type { Fault } from './fault';
import type { FaultKind } from './fault-kinds';
import { likenessIn } from './likeness';
import type { Likeness, LikenessOf } from './likeness';
import { benchOf, judge, runOf } from './outcome';
import type { Bench, Loss, Outcome } from './outcome';
import { ownersIn, placementAfter, standingOf } from './room';
import type { Standing } from './room';

/** What is to be verified (cli.md, verify). */
export interface VerifyRequest {
  /** Most faults of a set. */
  readonly failures: number;
  readonly kinds: readonly FaultKind[];
  /** Faults strike one after the other, each when the run is quiet again; else at one instant (cli.md, Settled readings). */
  readonly ordered: boolean;
}

/** Faults that the design does not survive, and no fewer of them. */
export interface Counterexample {
  /** In the order in which they strike, where that counts; none where something does not run even before any fault. */
  readonly faults: readonly Fault[];
  readonly lost: readonly Loss[];
  /** Whether the groups that lost their nodes find places on those that are left; undefined where the search gave up. */
  readonly placementExists: boolean | undefined;
}

/** What came of it: see cli.md, Shapes, verify. */
export interface Verification {
  readonly failures: number;
  readonly kinds: readonly FaultKind[];
  /** Sets of one to `failures` faults. */
  readonly checked: number;
  /** Sets that hold no counterexample. */
  readonly survived: number;
  readonly tolerates: number;
  readonly counterexamples: readonly Counterexample[];
}

/** How far a verification has come, in sets. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A run begins anew this long after it has become quiet, ms: late enough to be another instant. */
const pause_ms = 1000;

/** What runs are compared with, and what has come of those that were made. */
interface Trial {
  readonly bench: Bench;
  readonly standing: Standing;
  readonly likenessOf: LikenessOf;
  /** Outcomes by likeness, with the set that was run. */
  readonly known: Map<string, { readonly outcome: Outcome; readonly likeness: Likeness }>;
  /** When a sequence of faults became quiet, ms, by its key. */
  readonly quiet: Map<string, number>;
}

function keyOf(faults: readonly Fault[]): string {
  return JSON.stringify(faults.map(({ kind, key }) => [kind, key]));
}

function actionsOf({ quiet }: Trial, faults: readonly Fault[], ordered: boolean): readonly TimedAction[] {
  return faults.map((fault, position) => {
    const before = ordered && position > 0 ? quiet.get(keyOf(faults.slice(0, position))) : undefined;
    return faultAction(fault, before === undefined ? 0 : before + pause_ms);
  });
}

/** The losses of a set, told of another set of its likeness: what stands at the same place in both is lost in both. */
function translate({ lost }: Outcome, from: Likeness, to: Likeness): readonly Loss[] {
  if (lost.length === 0) return lost;
  const places = new Map(from.groups().map((group, place) => [group.key, place]));
  const groups = to.groups();
  return lost.flatMap(({ counted, why }) => {
    const group = groups[places.get(counted.group.key) ?? -1];
    const machine = group?.resources[counted.group.resources.indexOf(counted.machine)];
    return group && machine?.kind === 'virtual_machine' ? [{ counted: { group, machine }, why }] : [];
  });
}

function inFileOrder({ counted }: Bench, lost: readonly Loss[]): readonly Loss[] {
  const order = new Map(counted.map(({ machine }, index) => [machine.key, index]));
  const of = (loss: Loss): number => order.get(loss.counted.machine.key) ?? 0;
  return lost.toSorted((one, other) => of(one) - of(other));
}

/** What is lost after some faults: found by a run, or by one that could not end otherwise. */
function lostAfter(trial: Trial, faults: readonly Fault[], ordered: boolean): readonly Loss[] {
  const likeness = ordered ? undefined : trial.likenessOf(faults);
  const alike = likeness && trial.known.get(likeness.key);
  if (alike) return inFileOrder(trial.bench, translate(alike.outcome, alike.likeness, likeness));
  const outcome = judge(trial.bench, runOf(trial.bench, actionsOf(trial, faults, ordered)), faults);
  if (likeness) trial.known.set(likeness.key, { outcome, likeness });
  if (ordered) trial.quiet.set(keyOf(faults), outcome.end_ms);
  return outcome.lost;
}

/** A trial over a cluster, and what is lost in it before any fault. */
function begin(cluster: Cluster, isAlike: boolean): { readonly trial: Trial; readonly atRest: readonly Loss[] } {
  const bench = benchOf(cluster);
  const run = runOf(bench, []);
  const trial: Trial = {
    bench,
    standing: standingOf(cluster, ownersIn(run.initial)),
    likenessOf: isAlike ? likenessIn(cluster, run.initial) : () => undefined,
    known: new Map(),
    quiet: new Map(),
  };
  return { trial, atRest: judge(bench, run, []).lost };
}

/**
 * Verifies what a design survives: every set, or sequence, of at most so many faults. Sets that hold a counterexample are not run,
 * since counterexamples are minimal; those that are alike are run once (`isAlike` false: each is, for comparison). Tells how far it
 * has come between runs, so that whoever asks may show it or stop.
 */
export function* verify(
  cluster: Cluster,
  { failures, kinds, ordered }: VerifyRequest,
  isAlike = true,
): Generator<Progress, Verification, undefined> {
  const faults = faultsOf(cluster, kinds);
  const sizes = Array.from({ length: Math.min(failures, faults.length) }, (_, index) => index + 1);
  const total = sizes.reduce((sum, size) => sum + countOfSets(faults.length, size, ordered), 0);
  yield { done: 0, total };
  const { trial, atRest } = begin(cluster, isAlike);
  const found = new Map<string, Counterexample>();
  const add = (set: readonly Fault[], lost: readonly Loss[]): void => {
    found.set(keyOf(set), { faults: set, lost, placementExists: placementAfter(trial.standing, set).fits });
  };
  if (atRest.length > 0) add([], atRest);
  let survived = 0;
  let done = 0;
  for (const size of atRest.length > 0 ? [] : sizes) {
    const alone = faults.filter((fault) => !found.has(keyOf([fault])));
    done += countOfSets(faults.length, size, ordered) - countOfSets(alone.length, size, ordered);
    for (const set of ordered ? sequencesOf(alone, size) : setsOf(alone, size)) {
      yield { done, total };
      done += 1;
      if (size > 1 && somePart(set, (part) => found.has(keyOf(part)))) continue;
      const lost = lostAfter(trial, set, ordered);
      if (lost.length > 0) add(set, lost);
      else survived += 1;
    }
  }
  const counterexamples = [...found.values()];
  const smallest = counterexamples[0]?.faults.length;
  const tolerates = smallest === undefined ? sizes.length : Math.max(smallest - 1, 0);
  return { failures, kinds: [...new Set(kinds)], checked: total, survived, tolerates, counterexamples };
}
