import type { Cluster } from '../model/cluster';
import type { ClusterNode, Group } from '../model/elements';
import { possibleOwners } from '../model/owners';
import { startingMachines } from '../model/start';
import { candidatesOf } from '../simulation';
import type { ClusterState, Run } from '../simulation';
import { phraseOf } from './fault';
import { nodeShape } from './node-shape';
import { benchOf, endOf, runOf, runs } from './outcome';
import type { Bench } from './outcome';
import { groupMb, ownersIn, standingOf } from './room';
import { shapesOf } from './shape';
import type { Progress } from './verify';
import { lastWordsOf, whyOffline } from './why-lost';
import type { Why } from './why-lost';

/** A planned move of a group to a node that may own it, and whether it starts there (cli.md, verify --moves). */
export interface MoveTest {
  readonly group: Group;
  readonly to: ClusterNode;
  /** Undefined: it starts there. */
  readonly why: Why | undefined;
}

interface Move {
  readonly group: Group;
  readonly from: string | undefined;
  readonly to: ClusterNode;
}

/** Every group that should run, with each other node that may own it. */
function movesOf(cluster: Cluster, state: ClusterState): readonly Move[] {
  return cluster.groups.all
    .filter((group) => startingMachines(group).length > 0)
    .flatMap((group) => {
      const owner = state.get('group', group.name, 'owner');
      const from = typeof owner === 'string' ? owner.toLowerCase() : undefined;
      return possibleOwners(cluster, group).flatMap((to) => (to.key === from ? [] : [{ group, from, to }]));
    });
}

/** Why the cluster refuses a move: what it says of the node that was named. */
function refusalIn(run: Run, { group, to }: Move): Why | undefined {
  const decisions = run.events.filter(({ kind, subject }) => kind === 'placement' && subject.name === group.name);
  return decisions.flatMap((event) => candidatesOf(event)).find(({ node, chosen }) => node === to.name && !chosen)
    ?.rejected_by;
}

function tryMove(bench: Bench, move: Move): Why | undefined {
  const { group, to } = move;
  const phrase = phraseOf('move group', [
    ['GROUP', group.name],
    ['NODE', to.name],
  ]);
  const run = runOf(bench, [{ time_ms: 0, phrase, text: `move group ${group.name} to ${to.name}`, place: undefined }]);
  const state = endOf(run);
  const isThere = state.get('group', group.name, 'owner') === to.name;
  if (isThere && startingMachines(group).every(({ name }) => runs(state, name))) return undefined;
  const words = lastWordsOf(run, bench.groupOf).get(group.name);
  return words?.failure
    ? whyOffline(state, group, { ...words, placement: undefined })
    : (refusalIn(run, move) ?? whyOffline(state, group, words));
}

/**
 * What a planned move depends on: the shape of the group, both nodes but for what runs on them, and whether there is room; a planned
 * move takes nobody's place. A group of an anti-affinity class is like no other.
 */
function createLikeness(cluster: Cluster, state: ClusterState): (move: Move) => string {
  const { of: shapes } = shapesOf(cluster);
  const free = new Map(standingOf(cluster, ownersIn(state)).hosts.map(({ node, freeMb }) => [node.key, freeMb]));
  const hasOwnGuids = (key: string): boolean => cluster.volumes.some(({ values }) => values.guid_on.has(key));
  const likes = new Map(
    cluster.nodes.all.map((node) => [node.key, hasOwnGuids(node.key) ? node.key : nodeShape(cluster, node)]),
  );
  return ({ group, from, to }) => {
    const hasRoom = (free.get(to.key) ?? 0) >= groupMb(group);
    const apart = (group.values.anti_affinity_class_names ?? []).length > 0 ? `${group.key} ${to.key}` : '';
    return [shapes.get(group.key), likes.get(from ?? ''), likes.get(to.key), hasRoom, apart].join('\n');
  };
}

/** Moves every group that should run to every other node that may own it, each from the start of a run. Alike moves are run once. */
export function* tryMoves(cluster: Cluster, isAlike = true): Generator<Progress, readonly MoveTest[], undefined> {
  const bench = benchOf(cluster);
  const { initial } = runOf(bench, []);
  const moves = movesOf(cluster, initial);
  const likenessOf = createLikeness(cluster, initial);
  const known = new Map<string, { readonly why: Why | undefined }>();
  const tests: MoveTest[] = [];
  for (const [done, move] of moves.entries()) {
    yield { done, total: moves.length };
    const likeness = isAlike ? likenessOf(move) : String(done);
    const outcome = known.get(likeness) ?? { why: tryMove(bench, move) };
    known.set(likeness, outcome);
    tests.push({ group: move.group, to: move.to, why: outcome.why });
  }
  return tests;
}
