import { escalate } from './failures';
import { failBackNow } from './failback';
import { advance } from './groups';
import { announceState } from './groupState';
import type { Engine, GroupRun } from './engine';
import { redirect } from './moves';
import { leaveWhenEmpty } from './nodes';
import { placeWaitingGroups } from './strandedGroups';

function inFile(groups: Iterable<GroupRun>): readonly GroupRun[] {
  return [...groups].toSorted((left, right) => left.part.order - right.part.order);
}

function isWhole(group: GroupRun): boolean {
  return group.resources.every(({ wanted, state }) => !wanted || state === 'online');
}

function answerFailures(engine: Engine): void {
  const { failures } = engine;
  engine.failures = [];
  for (const failure of failures) escalate(engine, failure);
}

function advanceGroups(engine: Engine, touched: Set<GroupRun>): void {
  const groups = inFile(engine.dirty);
  engine.dirty.clear();
  for (const group of groups) {
    touched.add(group);
    redirect(engine, group);
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
    advanceGroups(engine, touched);
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
