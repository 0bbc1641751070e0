import { escalate } from './failures';
import { failBackNow } from './failback';
import { advance, hasStartWaiting } from './groups';
import { announceState } from './groupState';
import type { Engine, GroupRun } from './engine';
import { continueDrains } from './drain';
import { continueLiveMoves } from './liveMigration';
import { redirect } from './moves';
import { leaveWhenEmpty } from './nodes';
import { inPlacementOrder, leaveBarredNode, placeWaitingGroups } from './strandedGroups';

function inFile(groups: Iterable<GroupRun>): readonly GroupRun[] {
  const all = [...groups];
  return all.length < 2 ? all : all.toSorted((left, right) => left.part.order - right.part.order);
}

function isWhole(group: GroupRun): boolean {
  return group.resources.every(({ wanted, state }) => !wanted || state === 'online');
}

function answerFailures(engine: Engine): void {
  const { failures } = engine;
  engine.failures = [];
  for (const failure of failures) escalate(engine, failure);
}

/** Where virtual machines have left their start, the next ones begin theirs, in the order of placement (semantics 2.3, S17). */
function fillStarts(engine: Engine): void {
  for (const [node, event] of engine.startsFreed) {
    engine.startsFreed.delete(node);
    let free = (engine.cluster.profile.startsAtOnce ?? Infinity) - node.starting;
    for (const group of inPlacementOrder(engine, node.waitingStarts)) {
      if (free <= 0) break;
      node.waitingStarts.delete(group);
      if (!hasStartWaiting(group, node)) continue;
      free -= 1;
      group.turn = event;
      engine.dirty.add(group);
    }
  }
}

function advanceGroups(engine: Engine, touched: Set<GroupRun>): void {
  const groups = inPlacementOrder(engine, engine.dirty);
  engine.dirty.clear();
  for (const group of groups) {
    touched.add(group);
    redirect(engine, group);
    leaveBarredNode(engine, group);
    advance(engine, group);
  }
}

/**
 * After each task: failures are answered, groups take their next steps until nothing more follows at this instant, and
 * only then the states of groups are told, so that what lasts no time is not told (cli.md, Settled readings).
 */
export function settle(engine: Engine): void {
  const touched = new Set<GroupRun>();
  do {
    answerFailures(engine);
    fillStarts(engine);
    advanceGroups(engine, touched);
    continueLiveMoves(engine);
    continueDrains(engine);
    leaveWhenEmpty(engine);
  } while (engine.failures.length > 0 || engine.dirty.size > 0);
  for (const group of inFile(touched)) {
    announceState(engine, group);
    if (isWhole(group)) group.tried.clear();
  }
  const { roomMade } = engine;
  engine.roomMade = undefined;
  if (roomMade !== undefined && engine.running) placeWaitingGroups(engine, roomMade);
  for (const group of inFile(touched)) if (group.failback !== undefined) failBackNow(engine, group);
  if (engine.failures.length > 0 || engine.dirty.size > 0) settle(engine);
}
