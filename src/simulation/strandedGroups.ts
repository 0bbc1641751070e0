import { hasConflict } from './affinity';
import { waitsForOwner } from './coldStart';
import { isActive, isUp } from './engine';
import type { Engine, GroupRun, NodeRun } from './engine';
import { failOver, recordPlacement, strand } from './failover';
import { beginMove } from './groups';
import { freeMb, neededMb } from './load';
import { giveRoom, placeOrPreempt } from './preemption';
import { priorities } from './timings';
import { queueGroup, stopWaiting } from './waiting';

/**
 * The order in which groups are placed: from 2012 on by priority, then memory, then the file; before by the file alone
 * (semantics 2.3).
 */
export function inPlacementOrder(engine: Engine, groups: Iterable<GroupRun>): readonly GroupRun[] {
  const all = [...groups];
  if (all.length < 2) return all;
  const inFile = all.toSorted((left, right) => left.part.order - right.part.order);
  if (!engine.cluster.profile.priorities) return inFile;
  const priority = ({ part }: GroupRun): number => priorities[part.group.values.priority];
  return inFile.toSorted((left, right) => priority(right) - priority(left) || right.part.memoryMb - left.part.memoryMb);
}

function comesBack(engine: Engine, group: GroupRun, cause: number): void {
  group.stranded = false;
  for (const resource of group.resources) {
    resource.halted = false;
    resource.restarts = [];
  }
  group.tried.clear();
  group.cause = cause;
  engine.dirty.add(group);
}

/**
 * Groups whose owner is no member any more go to another node, or wait, or fail; those whose owner is back come online
 * there again (semantics 2.2, 2.3).
 */
export function placeStrandedGroups(engine: Engine, cause: number): void {
  for (const group of engine.stranded) if (!group.stranded) engine.stranded.delete(group);
  for (const group of inPlacementOrder(engine, engine.stranded)) {
    if (!group.stranded || group.move || group.queued || group.unmonitored) continue;
    if (group.owner && isUp(group.owner)) {
      comesBack(engine, group, cause);
      continue;
    }
    if (group.owner?.member) continue;
    if (waitsForOwner(engine, group, cause, placeStrandedGroups)) continue;
    const failover = failOver(engine, group, 'node failure', cause);
    if (!failover.goes) strand(engine, group, failover);
  }
}

/** Where a group goes that need not wait any longer, and whose room it takes. */
interface Way {
  readonly target: NodeRun;
  readonly victims: readonly GroupRun[];
  readonly event: number;
}

function startWaiting(engine: Engine, group: GroupRun, { target, victims, event }: Way): void {
  group.stranded = false;
  if (target === group.owner && victims.length === 0) comesBack(engine, group, event);
  else beginMove(engine, group, target, event, victims);
}

/**
 * Looks for a node for a group that has none it can run on; without one it waits. On a node that is `barred` memory is still
 * held by what goes offline there: a group for which that is the best place waits too.
 */
function findPlace(engine: Engine, group: GroupRun, cause: number, barred?: NodeRun): void {
  group.tried.clear();
  const { victims, ...placement } = placeOrPreempt(engine, group, { trigger: 'start' });
  const { target } = placement;
  const stillFull = target !== undefined && target === barred && victims.length === 0;
  if (!target || stillFull) {
    queueGroup(engine, group, cause, placement.conflict && !stillFull);
    return;
  }
  const { name } = group.subject;
  const text = group.queued
    ? `${name} need not wait any longer: ${target.subject.name} can take it`
    : `${name} cannot start on ${group.owner?.subject.name ?? 'its node'}; ${target.subject.name} can take it`;
  const sets = stopWaiting(group);
  const event = recordPlacement(engine, group, placement, { cause, text, sets });
  giveRoom(engine, victims, group, event);
  startWaiting(engine, group, { target, victims, event });
}

function isAtRest({ queued, move, live, stopping, resources }: GroupRun): boolean {
  return !queued && !move && !live && !stopping && !resources.some(isActive);
}

/**
 * From 2012 on a group that would start where it is and may not, for lack of memory or because of its anti-affinity class,
 * goes elsewhere or waits; before, its start fails (semantics 2.3, S21; language.md, Settled readings).
 */
export function leaveBarredNode(engine: Engine, group: GroupRun): void {
  const { owner } = group;
  if (!engine.cluster.profile.queuesGroups || !owner || !isUp(owner) || !isAtRest(group)) return;
  if (!group.resources.some(({ wanted, halted }) => wanted && !halted)) return;
  const needed = neededMb(group);
  const lacksRoom = needed > 0 && needed > freeMb(owner);
  if (lacksRoom || hasConflict(engine, group)) findPlace(engine, group, group.cause ?? 0, owner);
}

/** A waiting group of which something still goes offline is not placed before that is done. */
function mayBePlaced({ resources }: GroupRun): boolean {
  return !resources.some(isActive);
}

/** Whether memory is all that decides where a waiting group may go, beside its possible owners. */
function asksForMemoryAlone({ part, conflict }: GroupRun): boolean {
  return !conflict && part.classes.length === 0 && part.disks.length === 0;
}

/** Whether there is no place for a waiting group where there was none for `other` just now: hundreds may wait alike. */
function asksAsMuch(group: GroupRun, other: GroupRun): boolean {
  const priority = ({ part }: GroupRun): number => priorities[part.group.values.priority];
  return (
    asksForMemoryAlone(group) &&
    group.part.possibleOwners === other.part.possibleOwners &&
    priority(group) <= priority(other) &&
    neededMb(group) >= neededMb(other)
  );
}

/** Waiting groups look again for a node with room, in the order of placement (language.md, Settled readings). */
export function placeWaitingGroups(engine: Engine, cause: number): void {
  for (const group of engine.queued) if (!group.queued) engine.queued.delete(group);
  const waiting = [...engine.queued].filter(mayBePlaced);
  let turnedDown: GroupRun[] = [];
  for (const group of inPlacementOrder(engine, waiting)) {
    group.tried.clear();
    if (turnedDown.some((other) => asksAsMuch(group, other))) continue;
    findPlace(engine, group, cause);
    if (!group.queued) turnedDown = [];
    else if (asksForMemoryAlone(group)) turnedDown.push(group);
  }
}
