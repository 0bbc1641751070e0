import { countVotesSoon, formCluster } from './clusterRun';
import { isUp, schedule } from './engine';
import type { Engine, NodeRun } from './engine';
import { detectionTime, earlier, heartbeatBetween } from './heartbeat';
import type { Heartbeat } from './heartbeat';
import { join, reachesCluster } from './membership';
import { hasNetworkFaults, inContact } from './networks';
import { placeStranded } from './placeStranded';
import { regroup } from './regroup';
import { membersUp, pairKey, settleContact } from './silence';

/** Notes which members no longer hear each other, and which do again. Gives the pairs parted at this instant. */
function noteContacts(engine: Engine, members: readonly NodeRun[], cause: number): readonly [NodeRun, NodeRun][] {
  const { lostContacts } = engine;
  if (lostContacts.size === 0 && !hasNetworkFaults(engine)) return [];
  const parted: [NodeRun, NodeRun][] = [];
  for (const [index, left] of members.entries()) {
    for (const right of members.slice(index + 1)) {
      const key = pairKey(left, right);
      if (inContact(engine, left, right)) settleContact(engine, key);
      else if (!lostContacts.has(key)) {
        lostContacts.set(key, { nodes: [left, right], since: engine.now, cause, detected: false });
        parted.push([left, right]);
      }
    }
  }
  return parted;
}

/** Members that died at this instant. */
function newlyDead(engine: Engine): readonly NodeRun[] {
  return [...engine.nodes.values()].filter((node) => node.member && !isUp(node) && node.silentSince === engine.now);
}

/** The heartbeat that is missed first of what was lost at this instant (semantics 4.1). */
function firstMissed(
  engine: Engine,
  members: readonly NodeRun[],
  parted: readonly [NodeRun, NodeRun][],
): Heartbeat | undefined {
  let first: Heartbeat | undefined;
  for (const dead of newlyDead(engine)) {
    for (const other of members) first = earlier(first, heartbeatBetween(engine.cluster, dead.node, other.node));
  }
  for (const [left, right] of parted) first = earlier(first, heartbeatBetween(engine.cluster, left.node, right.node));
  return first;
}

/** Nodes whose service waits and that hear all members again come back at once (semantics 4.5). */
function welcomeBack(engine: Engine, cause: number): void {
  for (const node of engine.nodes.values()) {
    const waits = node.powered && node.service === 'waiting' && node.apart !== 'quarantined';
    if (waits && reachesCluster(engine, node)) join(engine, node, cause);
  }
}

function review(engine: Engine, cause: number): void {
  engine.reviewPlanned = undefined;
  if (!engine.running) {
    formCluster(engine, cause);
    return;
  }
  const before = engine.lostContacts.size;
  const members = membersUp(engine);
  const parted = noteContacts(engine, members, cause);
  const missed = firstMissed(engine, members, parted);
  if (missed) {
    const { now: since } = engine;
    const delay = detectionTime(missed) + (engine.cluster.settings?.values.regroup_time ?? 0);
    schedule(engine, delay, { class: 'membership' }, () => {
      regroup(engine, since, missed, cause);
    });
  }
  if (before > 0 && engine.lostContacts.size === 0) {
    countVotesSoon(engine, cause);
    placeStranded(engine, cause);
  }
  welcomeBack(engine, cause);
}

/**
 * Plans to look who hears whom once everything of this instant has struck: simultaneous losses are one event, seen when
 * the first heartbeat between two of those concerned is missed too often (semantics 4.1; rule `beats-from-the-fault`).
 */
export function contactChanged(engine: Engine, cause: number): void {
  const isPlanned = engine.reviewPlanned !== undefined;
  engine.reviewPlanned = cause;
  if (isPlanned) return;
  schedule(engine, 0, { class: 'membership' }, () => {
    review(engine, engine.reviewPlanned ?? cause);
  });
}
