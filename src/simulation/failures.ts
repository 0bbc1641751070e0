import { cancel, schedule } from './engine';
import type { Engine, Failure, GroupRun, ResourceRun } from './engine';
import { failOver } from './failover';
import { canEver } from './placement';
import { isNever } from './resources';
import { isOutOfReach } from './standing';
import { sayDuration } from './words';

function restart(engine: Engine, resource: ResourceRun, cause: number): void {
  resource.halted = false;
  resource.group.cause = cause;
  engine.dirty.add(resource.group);
}

/** Notes that the group fails on its owner; what is noted holds until something outside it changes. */
function noteAttempt(engine: Engine, group: GroupRun): void {
  if (group.attemptsEpoch !== engine.epoch) {
    group.hopeless.clear();
    group.circles = false;
    for (const resource of group.resources) resource.vain.clear();
  }
  group.attemptsEpoch = engine.epoch;
  if (group.owner) group.hopeless.add(group.owner);
}

/** Whether there is a node the group could still go to when its threshold allows, and has not failed on. */
function hasHope(engine: Engine, { group, part }: ResourceRun): boolean {
  if (part.resource.values.restart_action !== 'restart_and_fail_over' || group.circles) return false;
  return [...engine.nodes.values()].some((node) => canEver(engine, group, node) && !group.hopeless.has(node));
}

/**
 * The resource stays failed; a fresh series of attempts begins after its retry period (semantics 1.3 D2). The retry counts
 * as a repetition once a series has come out the same and nothing can make the next one different.
 */
export function retryLater(engine: Engine, resource: ResourceRun, cause: number): void {
  const { part, group, subject } = resource;
  const period = part.resource.values.retry_period_on_failure;
  if (isNever(period)) return;
  const { epoch } = engine;
  const { owner } = group;
  const same = owner !== undefined && resource.vain.has(owner);
  if (owner) resource.vain.add(owner);
  const rank = { class: 'timer', group: group.part.order, resource: part.order } as const;
  const text = `${subject.name} is tried again every ${sayDuration(period)}`;
  resource.retry = engine.queue.add(
    engine.now + period,
    rank,
    () => {
      resource.restarts = [];
      resource.retries += 1;
      group.tried.clear();
      restart(engine, resource, cause);
    },
    { text, settled: () => same && engine.epoch === epoch && !hasHope(engine, resource) },
  );
}

/** Answers a failure by the restart policy: restart in place, then failover, then wait (semantics 1.3). */
export function escalate(engine: Engine, { resource, cause }: Failure): void {
  const { group, part } = resource;
  const { restart_action, restart_threshold, restart_period, restart_delay } = part.resource.values;
  if (resource.state !== 'failed' || group.move || group.stopping || isOutOfReach(group) || restart_action === 'none')
    return;
  cancel(resource.retry);
  noteAttempt(engine, group);
  resource.restarts = resource.restarts.filter((time) => time > engine.now - restart_period);
  if (resource.restarts.length < restart_threshold) {
    resource.restarts.push(engine.now);
    const rank = { class: 'timer', group: group.part.order, resource: part.order } as const;
    resource.retry = schedule(engine, restart_delay, rank, () => {
      restart(engine, resource, cause);
    });
    return;
  }
  if (restart_action === 'restart_and_fail_over') {
    const { goes, event } = failOver(engine, group, 'resource failure', cause);
    if (goes) return;
    retryLater(engine, resource, event);
    return;
  }
  retryLater(engine, resource, cause);
}
