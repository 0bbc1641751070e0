import { mayStart, mayStop } from './dependency';
import { cancel, isActive, isUp } from './engine';
import type { Engine, GroupRun, NodeRun, ResourceRun } from './engine';
import { setIncoming, setOwner } from './ownership';
import { startOffline, startOnline } from './resources';

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
  if (group.move) {
    stopWhat(engine, group, () => true);
    if (group.resources.some(isActive)) return;
    const { target, cause } = group.move;
    if (!isUp(target)) return;
    endMove(group);
    setOwner(engine, group, target, Math.max(cause, ...group.resources.map(({ lastEvent }) => lastEvent ?? 0)));
  }
  stopWhat(engine, group, ({ wanted }) => group.stopping || !wanted);
  if (!group.owner || !isUp(group.owner) || group.queued || group.stopping || group.live) return;
  for (const resource of group.resources) {
    if (mayBegin(resource) && mayStart(resource)) startOnline(engine, resource);
  }
}

/** Begins a move: what is online goes offline in order, then the target takes over. */
export function beginMove(engine: Engine, group: GroupRun, target: NodeRun, cause: number): void {
  setIncoming(group, target);
  group.move = { target, cause };
  group.cause = cause;
  engine.dirty.add(group);
}

/** The move is over or given up. */
export function endMove(group: GroupRun): void {
  setIncoming(group, undefined);
  group.move = undefined;
}

/** The live migration is over or given up. */
export function endLiveMove(group: GroupRun): void {
  setIncoming(group, undefined);
  cancel(group.live?.task);
  group.live = undefined;
}
