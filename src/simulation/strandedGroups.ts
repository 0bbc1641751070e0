import { isUp } from './engine';
import type { Engine, GroupRun, NodeRun } from './engine';
import { failOver, recordPlacement, strand } from './failover';
import { beginMove } from './groups';
import { place } from './placement';
import { priorities } from './timings';

/**
 * The order in which groups are placed: from 2012 on by priority, then memory, then the file; before by the file alone
 * (semantics 2.3).
 */
export function inPlacementOrder(engine: Engine, groups: Iterable<GroupRun>): readonly GroupRun[] {
  const inFile = [...groups].toSorted((left, right) => left.part.order - right.part.order);
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
  for (const group of inPlacementOrder(engine, engine.groups.values())) {
    if (!group.stranded || group.move || group.queued) continue;
    if (group.owner && isUp(group.owner)) {
      comesBack(engine, group, cause);
      continue;
    }
    if (group.owner?.member) continue;
    const { goes, event, usedUp } = failOver(engine, group, 'node failure', cause);
    if (!goes) strand(engine, group, event, usedUp);
  }
}

function startWaiting(engine: Engine, group: GroupRun, target: NodeRun, event: number): void {
  group.queued = false;
  group.stranded = false;
  if (target === group.owner) comesBack(engine, group, event);
  else beginMove(engine, group, target, event);
}

/** Waiting groups look again for a node with room, in the order of placement (language.md, Settled readings). */
export function placeWaitingGroups(engine: Engine, cause: number): void {
  const waiting = [...engine.groups.values()].filter(({ queued }) => queued);
  for (const group of inPlacementOrder(engine, waiting)) {
    group.tried.clear();
    const question = { trigger: 'start' } as const;
    const placement = place(engine, group, question);
    if (!placement.target) continue;
    const text = `${group.subject.name} need not wait any longer: ${placement.target.subject.name} can take it`;
    const sets = [{ subject: group.subject, property: 'status' as const, value: null }];
    const event = recordPlacement(engine, group, placement, { question, cause, text, sets });
    startWaiting(engine, group, placement.target, event);
  }
}
