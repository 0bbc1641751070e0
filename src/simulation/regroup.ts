import { arbitrate } from './arbitration';
import { countVotesSoon, stopCluster } from './clusterRun';
import { isUp } from './engine';
import type { Engine, NodeRun } from './engine';
import type { Heartbeat } from './heartbeat';
import { cutOff } from './isolation';
import { join } from './membership';
import { nodeLeaves } from './nodeState';
import { placeStranded } from './placeStranded';
import type { RuleId } from './rules';
import { membersUp, pairKey } from './silence';
import { partition } from './views';
import { listOf } from '../model/words';
import { sayDuration } from './words';

function missedText(engine: Engine, node: NodeRun, { threshold }: Heartbeat, end: string): string {
  const time = engine.cluster.settings?.values.regroup_time ?? 0;
  const regrouped = time > 0 ? ` after a regroup of ${sayDuration(time)}` : '';
  return `${node.subject.name} missed ${threshold} heartbeats and ${end}${regrouped}`;
}

/** Members that died at `since` or before are held dead; gives the last event. */
function removeDead(engine: Engine, since: number, heartbeat: Heartbeat): number | undefined {
  let last: number | undefined;
  for (const node of engine.nodes.values()) {
    if (!node.member || isUp(node) || node.silentSince === undefined || node.silentSince > since) continue;
    const text = missedText(engine, node, heartbeat, 'is held dead');
    last = nodeLeaves(engine, node, node.lastEvent, text, { rule: 'beats-from-the-fault' });
  }
  return last;
}

/** Pairs parted at `since` or before hold each other dead from now on; gives whether there are any. */
function detectContacts(engine: Engine, since: number): boolean {
  let found = false;
  for (const contact of engine.lostContacts.values()) {
    if (contact.since > since) continue;
    contact.detected = true;
    found = true;
  }
  return found;
}

function ruleOf(race: boolean, pruned: boolean): RuleId {
  if (race) return 'witness-race';
  return pruned ? 'regroup-keeps-who-hears-most' : 'beats-from-the-fault';
}

/** The sides of a cluster that was parted: one goes on, the nodes of the others leave it (semantics 4.4, 4.5). Gives the last event. */
function part(engine: Engine, heartbeat: Heartbeat, cause: number): number | 'stopped' | undefined {
  const together = (left: NodeRun, right: NodeRun): boolean =>
    engine.lostContacts.get(pairKey(left, right))?.detected !== true;
  const { views, pruned } = partition(membersUp(engine), together);
  if (views.length < 2) return undefined;
  const { winner: majority, tallies, race } = arbitrate(engine, views);
  const forced = engine.forced ? views.find((view) => view.some((node) => node === engine.coreOwner)) : undefined;
  const winner = majority ?? forced;
  if (!winner) {
    stopCluster(engine, cause, [...tallies.values()]);
    return 'stopped';
  }
  const others = listOf(winner.map(({ subject }) => subject.name));
  let last: number | undefined;
  for (const view of views) {
    if (view === winner) continue;
    const tally = tallies.get(view) ?? { votes: 0, present: 0, needed: 0 };
    for (const node of view) {
      const text = missedText(engine, node, heartbeat, `is no member any more: it does not hear ${others}`);
      const left = nodeLeaves(engine, node, cause, text, { rule: ruleOf(race, pruned), ...tally });
      last = cutOff(engine, node, tally, left, join);
    }
  }
  return last;
}

/**
 * The members agree anew who is left (semantics 4.2): what was lost at `since` or before has been missed long enough. The
 * dead are removed; if the rest is parted, the side with quorum goes on (semantics 4.5).
 */
export function regroup(engine: Engine, since: number, heartbeat: Heartbeat, cause: number): void {
  if (!engine.running) return;
  const dead = removeDead(engine, since, heartbeat);
  const cut = detectContacts(engine, since) ? part(engine, heartbeat, cause) : undefined;
  const last = cut ?? dead;
  if (last === undefined || last === 'stopped') return;
  countVotesSoon(engine, last);
  placeStranded(engine, last);
}
