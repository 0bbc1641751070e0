import { isUp, record, schedule, subjectOf } from './engine';
import type { Engine } from './engine';
import { placeStrandedGroups } from './strandedGroups';
import { moveLooseDisks, setLooseDisksOnline } from './looseDisks';
import { goDown, nodeComesUp } from './nodeState';
import { planCount, recount, tallyOf, tallySettings, voters } from './quorum';

/** Nodes that are dead but still counted as members: the others have not missed enough heartbeats yet. */
function hasSilentMember(engine: Engine): boolean {
  return [...engine.nodes.values()].some((node) => node.member && !isUp(node));
}

function stopCluster(engine: Engine, cause: number): void {
  const tally = tallyOf(engine, voters(engine));
  engine.running = false;
  const subject = subjectOf('cluster', engine.cluster.name);
  const event = record(engine, {
    kind: 'quorum',
    subject,
    from: 'running',
    to: 'stopped',
    cause,
    text: `The cluster stops: ${tally.present} of ${tally.votes} votes are present and ${tally.needed} are needed`,
    details: { votes: tally.votes, present: tally.present, needed: tally.needed },
    sets: [{ subject, property: 'state', value: 'stopped' }, ...tallySettings(engine, tally)],
  });
  for (const node of engine.nodes.values()) {
    node.member = false;
    if (!isUp(node)) continue;
    node.service = 'waiting';
    goDown(engine, node, event, `${node.subject.name} stops its cluster service: the cluster has no quorum`);
  }
  setLooseDisksOnline(engine, false, event);
}

/**
 * Counts the votes that are left against those counted before, then counts anew (semantics 5.3). While a dead node is
 * still taken for a member the count waits for the moment at which it is held dead.
 */
export function countNow(engine: Engine, cause: number): void {
  if (!engine.running) {
    formCluster(engine, cause);
    return;
  }
  const left = voters(engine);
  if (hasSilentMember(engine) && left.length > 0) return;
  const tally = tallyOf(engine, left);
  if (tally.present >= tally.needed) engine.forced = false;
  if (left.length === 0 || (tally.present < tally.needed && !engine.forced)) stopCluster(engine, cause);
  else recount(engine, cause, tally);
}

/** Plans the count of votes for this instant. */
export function countVotesSoon(engine: Engine, cause: number): void {
  planCount(engine, cause, countNow);
}

/**
 * The nodes that wait form the cluster anew if they have a majority of the votes last counted (semantics 3.5, 5.1), or
 * are forced to: then a majority is not asked for until there is one again (semantics 5.5, S02, S36).
 */
export function formCluster(engine: Engine, cause: number, forced = false): void {
  const waiting = [...engine.nodes.values()].filter((node) => node.powered && node.service === 'waiting');
  const tally = tallyOf(engine, waiting);
  if (waiting.length === 0 || (tally.present < tally.needed && !forced)) return;
  engine.running = true;
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
  for (const node of waiting) {
    node.member = true;
    nodeComesUp(engine, node, event);
  }
  recount(engine, event, tally);
  setLooseDisksOnline(engine, true, event);
  placeStranded(engine, event);
}

/** Plans what follows once members are gone or new: loose disks and groups without an owner that is up are placed. */
export function placeStranded(engine: Engine, cause: number): void {
  schedule(engine, 0, { class: 'resource' }, () => {
    if (!engine.running) return;
    moveLooseDisks(engine, cause);
    placeStrandedGroups(engine, cause);
  });
}
