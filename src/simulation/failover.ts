import { record } from './engine';
import type { Engine, GroupRun, NodeRun } from './engine';
import { beginMove } from './groups';
import { beyondThreshold } from './placement';
import type { Placement } from './placement';
import type { Trigger } from './placementPolicy';
import { rejectionOf } from './placementRecord';
import { giveRoom, placeOrPreempt } from './preemption';
import type { Setting, Wording } from './recorder';
import { leaveFailed } from './resources';
import { timings } from './timings';
import { queueGroup } from './waiting';
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
    readonly cause: number | null;
    readonly text: string | Wording;
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
    placement: placement.record,
    ...(rule === undefined ? {} : { details: { rule } }),
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

interface Failover {
  readonly goes: boolean;
  /** The decision. */
  readonly event: number;
  readonly placement: Placement;
  readonly usedUp: boolean;
}

function stays(engine: Engine, group: GroupRun, trigger: Trigger, cause: number): Failover {
  const count = failoverThreshold(engine, group);
  const period = sayDuration(group.part.group.values.failover_period);
  const text = staysText(group, `its ${count} failovers within ${period} are used up`);
  const rule = trigger === 'node failure' ? ('crash-counts' as const) : undefined;
  const placement = { ...beyondThreshold(engine, group, trigger), rule };
  return { goes: false, usedUp: true, placement, event: recordPlacement(engine, group, placement, { cause, text }) };
}

const goesTo: Wording = ({ subject, node }) => `Group ${subject.name} goes to ${node ?? ''}`;

function goesText(group: GroupRun, target: NodeRun, victims: readonly GroupRun[]): string | Wording {
  if (victims.length === 0) return goesTo;
  return `Group ${group.subject.name} goes to ${target.subject.name} and takes the room of ${victims.map(({ subject }) => subject.name).join(', ')}`;
}

/**
 * Moves a group to another node after a failure, if its threshold and the candidates allow it (semantics 1.3, 2.2, 2.3).
 * Gives whether it goes, and the event that says why or why not.
 */
export function failOver(engine: Engine, group: GroupRun, trigger: Trigger, cause: number): Failover {
  if (group.owner && trigger === 'resource failure') group.tried.add(group.owner);
  if (isUsedUp(engine, group)) return stays(engine, group, trigger, cause);
  const { victims, ...placement } = placeOrPreempt(engine, group, { trigger });
  const { target } = placement;
  if (!target) {
    const text = staysText(group, 'no other node can take it');
    const all = placement.record.history.nodes.map((_, node) => rejectionOf(placement.record, node));
    const rule = all.includes('not_possible_owner') ? ('possible-owners-only' as const) : undefined;
    const event = recordPlacement(engine, group, { ...placement, rule }, { cause, text });
    return { goes: false, usedUp: false, placement, event };
  }
  const event = recordPlacement(engine, group, placement, { cause, text: goesText(group, target, victims) });
  giveRoom(engine, victims, group, event);
  group.failovers.push(engine.now);
  if (group.attemptsEpoch === engine.epoch && group.hopeless.has(target)) group.circles = true;
  group.tried.add(target);
  beginMove(engine, group, target, event, victims);
  return { goes: true, usedUp: false, placement, event };
}

/** A group whose node is gone and that no other node takes: waiting from 2012 on, failed before (language.md, Settled readings). */
export function strand(engine: Engine, group: GroupRun, { event, placement, usedUp }: Failover): void {
  if (!group.resources.some(({ wanted }) => wanted)) return;
  if (engine.cluster.profile.queuesGroups && !usedUp) {
    queueGroup(engine, group, event, placement.conflict);
    return;
  }
  for (const resource of group.resources) {
    if (!resource.wanted || resource.state === 'failed' || resource.part.providers.length > 0) continue;
    leaveFailed(engine, resource, event, `${resource.subject.name} fails: its group has no node to run on`);
  }
}
