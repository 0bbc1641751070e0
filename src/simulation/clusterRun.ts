import { arbitrate, moveCoreGroup } from './arbitration';
import { isUp, record, subjectOf } from './engine';
import type { Engine, NodeRun } from './engine';
import { admit } from './isolation';
import { setLooseDisksOnline } from './looseDisks';
import { inContact } from './networks';
import { goDown, nodeLeft } from './nodeState';
import { placeStranded } from './placeStranded';
import { planCount, recount, tallyOf, tallySettings, voters } from './quorum';
import type { Tally } from './quorum';
import { isSilenceOpen } from './silence';
import { partition } from './views';
import type { View } from './views';
import { noteWitness } from './witness';

/** The side with the most votes. */
function strongestOf(tallies: readonly Tally[]): Tally {
  const [first, ...rest] = tallies;
  const none = { votes: 0, present: 0, needed: 0 };
  return rest.reduce((best, tally) => (tally.present > best.present ? tally : best), first ?? none);
}

function stopText(tally: Tally, sides: number): string {
  const count = `${tally.present} of ${tally.votes} votes are present`;
  if (sides < 2) return `The cluster stops: ${count} and ${tally.needed} are needed`;
  return `The cluster stops: none of its ${sides} sides has a majority; on the strongest ${count} and ${tally.needed} are needed`;
}

/** No side of the cluster has quorum: all nodes stop their cluster service (semantics 4.5, 5.3). `tallies`: one a side. */
export function stopCluster(engine: Engine, cause: number, tallies: readonly Tally[]): void {
  const tally = strongestOf(tallies);
  engine.running = false;
  engine.forced = false;
  const subject = subjectOf('cluster', engine.cluster.name);
  const event = record(engine, {
    kind: 'quorum',
    subject,
    from: 'running',
    to: 'stopped',
    cause,
    text: stopText(tally, tallies.length),
    details: { votes: tally.votes, present: tally.present, needed: tally.needed },
    sets: [{ subject, property: 'state', value: 'stopped' }, ...tallySettings(engine, tally)],
  });
  for (const node of engine.nodes.values()) {
    nodeLeft(engine, node);
    if (!isUp(node)) continue;
    node.service = 'waiting';
    goDown(engine, node, event, `${node.subject.name} stops its cluster service: the cluster has no quorum`);
  }
  setLooseDisksOnline(engine, false, event);
}

/**
 * Counts the votes that are left against those counted before, then counts anew (semantics 5.3). While a member that is
 * gone is still taken for one the count waits for the moment at which it is held dead.
 */
export function countNow(engine: Engine, cause: number): void {
  if (!engine.running) {
    formCluster(engine, cause);
    return;
  }
  const left = voters(engine);
  if (left.length > 0 && isSilenceOpen(engine)) return;
  moveCoreGroup(engine);
  const because = noteWitness(engine, cause) ?? cause;
  const tally = tallyOf(engine, left);
  if (tally.present >= tally.needed) engine.forced = false;
  if (left.length === 0 || (tally.present < tally.needed && !engine.forced)) stopCluster(engine, because, [tally]);
  else recount(engine, because, tally);
}

/** Plans the count of votes for this instant. */
export function countVotesSoon(engine: Engine, cause: number): void {
  planCount(engine, cause, countNow);
}

/**
 * Votes are counted when the witness comes or goes; a cluster that has stopped forms again once the witness gives the
 * nodes that wait their majority (semantics 3.5, 5.1).
 */
export function reviewWitness(engine: Engine, cause: number): void {
  const event = noteWitness(engine, cause);
  if (event !== undefined || !engine.running) countVotesSoon(engine, event ?? cause);
}

interface Founders {
  readonly nodes: View;
  readonly tally: Tally;
}

/** The nodes that may form the cluster: a side with a majority of the votes last counted, or that of the node that is forced to. */
function foundersOf(engine: Engine, forced: NodeRun | undefined): Founders | undefined {
  const waiting = [...engine.nodes.values()].filter(
    (node) => node.powered && node.service === 'waiting' && node.apart !== 'quarantined',
  );
  const { views } = partition(waiting, (left, right) => inContact(engine, left, right));
  const { winner, tallies } = arbitrate(engine, views);
  const own = forced && views.find((view) => view.includes(forced));
  const nodes = own ?? winner;
  const tally = nodes && tallies.get(nodes);
  return tally && { nodes, tally };
}

/**
 * Nodes that wait and hear each other form the cluster anew if they have a majority of the votes last counted (semantics
 * 3.5, 5.1), or if one of them is forced to: then a majority is not asked for until there is one again, and the others
 * join without asking for one either (semantics 5.5, S02, S36).
 */
export function formCluster(engine: Engine, cause: number, forced?: NodeRun): void {
  const founders = foundersOf(engine, forced);
  if (!founders) return;
  const { nodes, tally } = founders;
  engine.running = true;
  engine.formed = engine.now;
  engine.forced = tally.present < tally.needed;
  const subject = subjectOf('cluster', engine.cluster.name);
  const event = record(engine, {
    kind: 'quorum',
    subject,
    from: 'stopped',
    to: 'running',
    cause,
    text: `The cluster ${engine.forced ? 'is forced to run' : 'forms again'}: ${tally.present} of ${tally.votes} votes are present and ${tally.needed} are needed`,
    details: { votes: tally.votes, present: tally.present, needed: tally.needed },
    sets: [{ subject, property: 'state', value: 'running' }, ...tallySettings(engine, tally)],
  });
  for (const node of nodes) admit(engine, node, event);
  engine.coreOwner = forced ?? engine.coreOwner;
  moveCoreGroup(engine);
  noteWitness(engine, event);
  recount(engine, event, tally);
  setLooseDisksOnline(engine, true, event);
  placeStranded(engine, event);
}
