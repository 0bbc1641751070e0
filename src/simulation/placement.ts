import { isEnforced, nodesOfRivals } from './affinity';
import type { Engine, GroupRun, NodeRun } from './engine';
import { bookedMb, neededMb, uncommittedMb } from './load';
import { choiceOf } from './placementPolicy';
import type { Room, Trigger } from './placementPolicy';
import { beginDecision } from './placementRecord';
import type { PlacementRecord } from './placementRecord';
import { hasPath } from './reach';
import type { RuleId } from './rules';
import { standingOf } from './standing';
import type { Rejection } from './trace';

/** What was considered and decided. */
export interface Placement {
  readonly record: PlacementRecord;
  readonly target: NodeRun | undefined;
  readonly rule: RuleId | undefined;
  /** Nodes that could take it but for their memory. */
  readonly short: readonly Room[];
  /** Whether a group of its anti-affinity class is all that is in the way on some node. */
  readonly conflict: boolean;
}

export interface Question {
  readonly trigger: Trigger;
  /** Only this node will do: a move to a named node, or a failback. */
  readonly named?: NodeRun;
}

/** Why a node cannot take the group for reasons that lie with the group; undefined where there are none. */
function barOf(engine: Engine, group: GroupRun, node: NodeRun): Rejection | undefined {
  if (group.part.disks.some((disk) => !hasPath(engine, node, disk))) return 'no_path';
  return group.tried.has(node) ? 'already_tried' : undefined;
}

interface Review {
  readonly free: Room[];
  readonly short: Room[];
  /** Free but for a group of its class. */
  readonly apart: Room[];
  readonly barred: { readonly node: number; readonly value: Rejection }[];
  readonly booked: { readonly node: number; readonly value: number }[];
}

/** Looks at every node: first what keeps it from any group, then from this one, then memory, then affinity (semantics 2.3). */
function review(engine: Engine, group: GroupRun, rivals: ReadonlySet<NodeRun>): Review {
  const { part } = group;
  const looksAtMemory = engine.cluster.profile.placement === 'ranked';
  const needed = looksAtMemory ? neededMb(group) : 0;
  const all: Review = { free: [], short: [], apart: [], barred: [], booked: [] };
  let position = -1;
  for (const node of engine.nodes.values()) {
    position += 1;
    if (standingOf(node) !== undefined || !part.possibleOwners.has(node.node.key)) continue;
    const bar = barOf(engine, group, node);
    if (bar !== undefined) {
      all.barred.push({ node: position, value: bar });
      continue;
    }
    const own = looksAtMemory ? bookedMb(group, node) : 0;
    if (own > 0) all.booked.push({ node: position, value: own });
    const room = { node, position, freeMb: uncommittedMb(node) + own };
    if (looksAtMemory && needed > room.freeMb) {
      if (!isEnforced(engine) || !rivals.has(node)) all.short.push(room);
    } else if (rivals.has(node)) all.apart.push(room);
    else all.free.push(room);
  }
  return all;
}

const noNodes: ReadonlySet<NodeRun> = new Set();

/**
 * Chooses the node a group goes to, with every node and why it was not taken (semantics 2.3): first those that cannot
 * take it, then the policy of the release among the rest. Nodes with a group of its anti-affinity class are left out
 * while there are others, and always where that is enforced (S21).
 */
export function place(engine: Engine, group: GroupRun, { trigger, named }: Question): Placement {
  const { part } = group;
  const decision = beginDecision(engine.history, engine.nodes.values());
  const enforced = isEnforced(engine);
  const looksApart = part.classes.length > 0 && (enforced || !named);
  const { free, short, apart, barred, booked } = review(
    engine,
    group,
    looksApart ? nodesOfRivals(engine, group) : noNodes,
  );
  const gaveIn = !enforced && free.length === 0;
  const rooms = gaveIn ? apart : free;
  const choice = named
    ? { target: rooms.find(({ node }) => node === named), rule: undefined }
    : choiceOf(engine, group, trigger, rooms);
  const memory = engine.cluster.profile.placement === 'ranked' ? { neededMb: neededMb(group), booked } : undefined;
  const record: PlacementRecord = {
    history: engine.history,
    decision,
    trigger,
    chosen: choice.target?.position ?? -1,
    possibleOwners: part.possibleOwners,
    barred,
    apart: gaveIn ? [] : apart.map(({ position }) => position),
    memory,
    others: 'ranked_lower',
  };
  return { record, target: choice.target?.node, rule: choice.rule, short, conflict: enforced && apart.length > 0 };
}

/** Whether a node could take the group as far as the group is concerned, tried already or not. */
export function canEver(engine: Engine, group: GroupRun, node: NodeRun): boolean {
  const { disks, possibleOwners } = group.part;
  if (standingOf(node) !== undefined || !possibleOwners.has(node.node.key)) return false;
  if (disks.some((disk) => !hasPath(engine, node, disk))) return false;
  if (isEnforced(engine) && nodesOfRivals(engine, group).has(node)) return false;
  return (
    engine.cluster.profile.placement !== 'ranked' || neededMb(group) <= uncommittedMb(node) + bookedMb(group, node)
  );
}

/** A decision that is not taken, since the group has used up its failovers (semantics 1.3). */
export function beyondThreshold(engine: Engine, group: GroupRun, trigger: Trigger): Placement {
  const tried = place(engine, group, { trigger });
  const record: PlacementRecord = { ...tried.record, chosen: -1, others: 'threshold' };
  return { record, target: undefined, rule: undefined, short: [], conflict: false };
}
