import { mayStart, mayStop } from './dependency';
import { cancel, isActive, isUp } from './engine';
import type { Engine, GroupRun, Move, NodeRun, ResourceRun } from './engine';
import { book } from './load';
import { forgetAttempts, setIncoming, setOwner } from './ownership';
import { startOffline, startOnline } from './resources';
import { isInDoubt } from './silence';
import { isOutOfReach } from './standing';

function mayBegin({ wanted, state, halted }: ResourceRun): boolean {
  return wanted && (state === 'offline' || (state === 'failed' && !halted));
}

function stopWhat(engine: Engine, group: GroupRun, which: (resource: ResourceRun) => boolean): void {
  for (const resource of group.resources.toReversed()) {
    const running = resource.state === 'online' || resource.state === 'online_pending';
    if (running && which(resource) && mayStop(resource)) startOffline(engine, resource);
  }
}

/**
 * Takes the next steps of a group: on the move everything goes offline, dependents first, and then changes hands; at
 * rest what should be offline goes offline and what should be online comes online, providers first (semantics 2.2, 3.4).
 */
export function advance(engine: Engine, group: GroupRun): void {
  if (!group.move && isOutOfReach(group)) return;
  if (group.move) {
    stopWhat(engine, group, () => true);
    if (group.resources.some(isActive)) return;
    const { target } = group.move;
    if (!isUp(target) || isInDoubt(engine, target) || group.move.preempts?.some(isHolding)) return;
    changeHands(engine, group, group.move);
  }
  stopWhat(engine, group, ({ wanted }) => group.stopping || group.queued || !wanted);
  if (group.queued) tellThoseItMakesRoomFor(engine, group);
  if (!group.owner || !isUp(group.owner) || group.queued || group.stopping || group.live) return;
  for (const resource of group.resources) {
    if (!mayBegin(resource) || !mayStart(resource)) continue;
    if (mayStartNow(engine, resource, group.owner)) startOnline(engine, resource, group.turn);
    else group.owner.waitingStarts.add(group);
  }
  group.turn = undefined;
}

function isHolding({ resources }: GroupRun): boolean {
  return resources.some(isActive);
}

/** The group is offline where it was: its target takes over. A group that waited for room on its own node has it now. */
function changeHands(engine: Engine, group: GroupRun, { target, cause }: Move): void {
  const last = Math.max(cause, ...group.resources.map(({ lastEvent }) => lastEvent ?? 0));
  endMove(group);
  if (target !== group.owner) {
    setOwner(engine, group, target, last);
    return;
  }
  group.stranded = false;
  group.cause = last;
  forgetAttempts(group);
}

/** A group that gives its place to others lets them in once nothing of it holds memory any more (semantics 2.3). */
function tellThoseItMakesRoomFor(engine: Engine, group: GroupRun): void {
  if (isHolding(group)) return;
  for (const other of group.owner?.incoming ?? []) {
    if (other.move?.preempts?.includes(group)) engine.dirty.add(other);
  }
}

/** Whether the resource need not wait for others to start on the node first (semantics 2.3, S17). */
export function mayStartNow(engine: Engine, { part }: ResourceRun, node: NodeRun): boolean {
  const { startsAtOnce } = engine.cluster.profile;
  return !part.machine || startsAtOnce === undefined || node.starting < startsAtOnce;
}

/** Whether the group has a virtual machine that would start on the node if it might. */
export function hasStartWaiting({ owner, queued, move, machines }: GroupRun, node: NodeRun): boolean {
  return owner === node && !queued && !move && machines.some((machine) => mayBegin(machine) && mayStart(machine));
}

/** Begins a move: what is online goes offline in order, groups it takes the room of make it, then the target takes over. */
export function beginMove(
  engine: Engine,
  group: GroupRun,
  target: NodeRun,
  cause: number,
  preempts: readonly GroupRun[] = [],
): void {
  setIncoming(group, target);
  group.move = preempts.length > 0 ? { target, cause, preempts } : { target, cause };
  book(group);
  group.cause = cause;
  engine.dirty.add(group);
}

/** The move is over or given up. */
export function endMove(group: GroupRun): void {
  setIncoming(group, undefined);
  group.move = undefined;
  book(group);
}

/** The live migration is over or given up. */
export function endLiveMove(group: GroupRun): void {
  setIncoming(group, undefined);
  if (group.live?.task) {
    cancel(group.live.task);
    if (group.owner) group.owner.migrations -= 1;
    group.live.target.migrations -= 1;
  }
  group.live = undefined;
  book(group);
}
