import type { Cluster } from '../../../model/cluster';
import type { Group } from '../../../model/elements';
import { startingNode } from '../../../model/start';
import { countOfSets, setsOf, somePart } from '../../combinations';
import { faultAction, faultsOf } from '../../fault';
import type { Fault } from '../../fault';
import { likenessIn } from '../../likeness';
import { benchOf, judge, runOf } from '../../outcome';
import type { Bench, Loss } from '../../outcome';
import { isRoomy, pack } from '../../packing';
import { groupMb, ownersIn, searchAfter, standingOf } from '../../room';
import type { Search, Standing } from '../../room';

/** Nodes after whose loss some groups have no place, however they are placed. */
export interface Shortfall {
  readonly faults: readonly Fault[];
  /** Groups that are left when the others have been placed, largest first. */
  readonly left: readonly Group[];
  /** Memory that is looked for, that is left on all nodes, and on the one with most of it, MB. */
  readonly neededMb: number;
  readonly freeMb: number;
  readonly largestMb: number;
}

/** Nodes after whose loss every group has a place, and virtual machines that the placement policy finds none for. */
export interface Miss {
  readonly faults: readonly Fault[];
  readonly lost: readonly Loss[];
}

/** How the claim of a design stands, as far as memory and places go. */
export interface Tolerance {
  readonly shortfalls: readonly Shortfall[];
  readonly misses: readonly Miss[];
}

/** What is looked at of a claim. */
const bounds = {
  /** Sets of one size that are all looked at; of more, the one with most memory on its nodes (semantics 8.4). */
  sets: 5000,
  /** Groups all runs together may have: what is not decided then stays unsaid. A judgement: seconds in the background. */
  groupsInRuns: 40_000,
} as const;

/** Whether the groups that look for a node are this area's business: one that no second node reaches has rules of its own. */
function concerns({ reachOf }: Standing, group: Group): boolean {
  return reachOf(group).nodes.length > 1 && group.values.failover_threshold !== 0;
}

function concerned(standing: Standing, search: Search): Search {
  return { ...search, homeless: search.homeless.filter(({ group }) => concerns(standing, group)) };
}

/** Owners by the design alone where it says them all, as most do; else those of a run. */
function standingIn(bench: Bench): Standing {
  const { cluster } = bench;
  const owners = new Map(cluster.groups.all.map((group) => [group.key, startingNode(cluster, group)?.key]));
  const isSaid = bench.counted.every(({ group }) => owners.get(group.key) !== undefined);
  return standingOf(cluster, isSaid ? ({ key }) => owners.get(key) : ownersIn(runOf(bench, []).initial));
}

/** The nodes that run the most memory: where sets are too many, their loss stands for all (semantics 8.4). */
function heaviest({ hosts }: Standing, faults: readonly Fault[], size: number): readonly Fault[] {
  const loads = new Map(
    hosts.map(({ node, groups }) => [node.key, groups.reduce((sum, group) => sum + groupMb(group), 0)]),
  );
  const load = ({ key }: Fault): number => loads.get(key) ?? 0;
  return faults.toSorted((one, other) => load(other) - load(one)).slice(0, size);
}

function* claimedSets(standing: Standing): Generator<readonly Fault[], void, undefined> {
  const { cluster } = standing;
  const faults = faultsOf(cluster, ['node']).filter(({ key }) => cluster.nodes.get(key)?.values.state === 'up');
  for (let size = 1; size <= Math.min(cluster.tolerates, faults.length); size += 1) {
    if (countOfSets(faults.length, size) > bounds.sets) yield heaviest(standing, faults, size);
    else yield* setsOf(faults, size);
  }
}

/** What is wrong with the claim after some faults: no placement; or one that the policy may miss. Undefined: nothing. */
function judgeSet(standing: Standing, faults: readonly Fault[]): Shortfall | 'may be missed' | undefined {
  const search = concerned(standing, searchAfter(standing, faults));
  const { homeless, places } = search;
  const isByMemory = standing.cluster.profile.placement === 'ranked';
  if (homeless.length === 0 || (isByMemory && isRoomy(homeless, places))) return undefined;
  const { fits, left } = pack(homeless, places);
  if (fits !== false) return fits ? 'may be missed' : undefined;
  const bare = concerned(standing, searchAfter(standing, faults, { affinity: false }));
  if (pack(bare.homeless, bare.places).fits !== false) return undefined;
  const free = places.map(({ freeMb }) => Math.max(freeMb, 0));
  return {
    faults,
    left: left.map(({ group }) => group),
    neededMb: homeless.reduce((sum, { needsMb }) => sum + needsMb, 0),
    freeMb: free.reduce((sum, one) => sum + one, 0),
    largestMb: Math.max(0, ...free),
  };
}

/** Runs the sets that the policy may miss a placement for, as far as the bound goes; those that are alike once. */
function* missesIn(
  bench: Bench,
  standing: Standing,
  sets: readonly (readonly Fault[])[],
): Generator<void, readonly Miss[], undefined> {
  const { cluster } = bench;
  const rest = runOf(bench, []);
  yield;
  const atRest = new Set(judge(bench, rest, []).lost.map(({ counted }) => counted.machine.key));
  const likenessOf = likenessIn(cluster, rest.initial);
  const known = new Set<string>();
  const misses: Miss[] = [];
  let groups = 0;
  for (const faults of sets) {
    if (faults.length > 1 && misses.some((miss) => miss.faults.every((fault) => faults.includes(fault)))) continue;
    const likeness = likenessOf(faults)?.key;
    if (likeness !== undefined && known.has(likeness)) continue;
    if (likeness !== undefined) known.add(likeness);
    groups += cluster.groups.all.length;
    if (groups > bounds.groupsInRuns) break;
    yield;
    const run = runOf(
      bench,
      faults.map((fault) => faultAction(fault, 0)),
    );
    const { lost, running } = judge(bench, run, faults);
    const ofPolicy = lost.filter(
      ({ counted, why }) =>
        (why === 'memory' || why === 'threshold') &&
        !atRest.has(counted.machine.key) &&
        concerns(standing, counted.group),
    );
    if (running && ofPolicy.length > 0) misses.push({ faults, lost: ofPolicy });
  }
  return misses;
}

/**
 * Looks whether the groups of every set of nodes that the design claims to tolerate the loss of have places on the others, and whether
 * the placement policy finds them. Quorum is presumed; where a node has too little memory from the start, that is what to mend first.
 * Stops between steps, so that whoever asks may give up.
 */
export function* judgeTolerance(cluster: Cluster): Generator<void, Tolerance, undefined> {
  const nothing: Tolerance = { shortfalls: [], misses: [] };
  if (cluster.tolerates < 1) return nothing;
  const bench = benchOf(cluster);
  if (bench.counted.length === 0) return nothing;
  const standing = standingIn(bench);
  if (standing.hosts.some(({ freeMb, groups }) => freeMb < 0 && groups.length > 0)) return nothing;
  const shortfalls: Shortfall[] = [];
  const open: (readonly Fault[])[] = [];
  const found = new Set<string>();
  const keyOf = (faults: readonly Fault[]): string => faults.map(({ key }) => key).join('\n');
  for (const faults of claimedSets(standing)) {
    yield;
    if (faults.length > 1 && somePart(faults, (part) => found.has(keyOf(part)))) continue;
    const judged = judgeSet(standing, faults);
    if (judged === undefined) continue;
    if (judged === 'may be missed') {
      open.push(faults);
      continue;
    }
    shortfalls.push(judged);
    found.add(keyOf(faults));
  }
  const misses = open.length === 0 ? [] : yield* missesIn(bench, standing, open);
  return { shortfalls, misses };
}
