import { record } from './engine';
import type { Engine, GroupRun } from './engine';
import { beginMove } from './groups';
import { beyondThreshold, place } from './placement';
import type { Placement, Question } from './placement';
import type { Trigger } from './placementPolicy';
import type { Setting } from './recorder';
import { leaveFailed } from './resources';
import { timings } from './timings';
import { sayDuration } from './words';

/** Failovers a group is allowed within its period; unset means one less than there are nodes (semantics 2.1, S04). */
export function failoverThreshold(engine: Engine, { part }: GroupRun): number {
  const { failover_threshold } = part.group.values;
  const unset = failover_threshold === undefined || failover_threshold >= timings.never;
  return unset ? Math.max(0, engine.nodes.size - 1) : failover_threshold;
}

/** Records a decision with every node that was considered. */
export function recordPlacement(
  engine: Engine,
  group: GroupRun,
  placement: Placement,
  event: {
    readonly question: Question;
    readonly cause: number | null;
    readonly text: string;
    readonly sets?: readonly Setting[];
  },
): number {
  const { rule } = placement;
  return record(engine, {
    kind: 'placement',
    subject: group.subject,
    node: placement.target?.subject.name,
    cause: event.cause,
    text: event.text,
    details: {
      trigger: event.question.trigger,
      candidates: placement.candidates,
      ...(rule === undefined ? {} : { rule }),
    },
    ...(event.sets ? { sets: event.sets } : {}),
  });
}

function isUsedUp(engine: Engine, group: GroupRun): boolean {
  const since = engine.now - group.part.group.values.failover_period;
  group.failovers = group.failovers.filter((time) => time > since);
  return group.failovers.length >= failoverThreshold(engine, group);
}

function staysText(group: GroupRun, why: string): string {
  const owner = group.owner ? ` on ${group.owner.subject.name}` : '';
  return `Group ${group.subject.name} stays${owner}: ${why}`;
}

/**
 * Moves a group to another node after a failure, if its threshold and the candidates allow it (semantics 1.3, 2.2, 2.3).
 * Gives whether it goes; if not, the event that says why.
 */
export function failOver(
  engine: Engine,
  group: GroupRun,
  trigger: Trigger,
  cause: number,
): { readonly goes: boolean; readonly event: number; readonly usedUp: boolean } {
  const question = { trigger };
  if (group.owner && trigger === 'resource failure') group.tried.add(group.owner);
  if (isUsedUp(engine, group)) {
    const count = failoverThreshold(engine, group);
    const period = sayDuration(group.part.group.values.failover_period);
    const text = staysText(group, `its ${count} failovers within ${period} are used up`);
    const candidates = beyondThreshold(engine, group);
    const placement = { candidates, target: undefined, rule: undefined };
    return { goes: false, usedUp: true, event: recordPlacement(engine, group, placement, { question, cause, text }) };
  }
  const placement = place(engine, group, question);
  if (!placement.target) {
    const text = staysText(group, 'no other node can take it');
    return { goes: false, usedUp: false, event: recordPlacement(engine, group, placement, { question, cause, text }) };
  }
  const text = `Group ${group.subject.name} goes to ${placement.target.subject.name}`;
  const event = recordPlacement(engine, group, placement, { question, cause, text });
  group.failovers.push(engine.now);
  if (group.attemptsEpoch === engine.epoch && group.hopeless.has(placement.target)) group.circles = true;
  group.tried.add(placement.target);
  beginMove(engine, group, placement.target, event);
  return { goes: true, usedUp: false, event };
}

/** Sets the group waiting for a node with room, and says so in `status` (2012 and later). */
export function queueGroup(engine: Engine, group: GroupRun, cause: number): void {
  if (group.queued) return;
  group.queued = true;
  record(engine, {
    kind: 'group',
    subject: group.subject,
    cause,
    text: `Group ${group.subject.name} waits until a node can take it`,
    sets: [{ subject: group.subject, property: 'status', value: 'queued' }],
  });
}

/** A group whose node is gone and that no other node takes: waiting from 2012 on, failed before (language.md, Settled readings). */
export function strand(engine: Engine, group: GroupRun, cause: number, usedUp: boolean): void {
  if (!group.resources.some(({ wanted }) => wanted)) return;
  if (engine.cluster.profile.queuesGroups && !usedUp) {
    queueGroup(engine, group, cause);
    return;
  }
  for (const resource of group.resources) {
    if (!resource.wanted || resource.state === 'failed' || resource.part.providers.length > 0) continue;
    leaveFailed(engine, resource, cause, `${resource.subject.name} fails: its group has no node to run on`);
  }
}
