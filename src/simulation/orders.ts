import { unsupported, withProviders } from './dependency';
import { cancel, record } from './engine';
import type { Engine, GroupRun, ResourceRun } from './engine';
import { book } from './load';
import { failResource, terminate } from './resources';
import { stopWaiting } from './waiting';

function want(engine: Engine, resource: ResourceRun, wanted: boolean, cause: number): void {
  resource.wanted = wanted;
  book(resource.group);
  cancel(resource.retry);
  resource.halted = false;
  resource.restarts = [];
  resource.retries = 0;
  if (!wanted && resource.state === 'failed')
    terminate(engine, resource, cause, `${resource.subject.name} is set offline`);
}

function giveUpWaiting(engine: Engine, group: GroupRun, cause: number): void {
  const sets = stopWaiting(group);
  if (sets.length === 0) return;
  record(engine, {
    kind: 'group',
    subject: group.subject,
    cause,
    text: `${group.subject.name} does not wait any longer`,
    sets,
  });
}

function settle(engine: Engine, group: GroupRun, cause: number): void {
  group.cause = cause;
  group.tried.clear();
  engine.epoch += 1;
  engine.dirty.add(group);
}

/** An administrator brings the group online, or takes it offline; that is remembered (persistent state, semantics 3.4). */
export function orderGroup(engine: Engine, group: GroupRun, online: boolean, cause: number): void {
  for (const resource of group.resources) want(engine, resource, online, cause);
  if (!online) giveUpWaiting(engine, group, cause);
  settle(engine, group, cause);
}

/** An administrator brings a resource online with what it needs, or takes it offline with what needs it (semantics 3.1). */
export function orderResource(engine: Engine, resource: ResourceRun, online: boolean, cause: number): void {
  const also = online ? withProviders(resource) : unsupported(resource);
  for (const one of new Set([resource, ...also])) want(engine, one, online, cause);
  settle(engine, resource.group, cause);
}

/** The health check of the resource fails, once or at each attempt until it is repaired (language.md, Scenario statements). */
export function failByHand(engine: Engine, resource: ResourceRun, permanently: boolean, cause: number): void {
  if (permanently) resource.broken = true;
  engine.epoch += 1;
  if (resource.state === 'online' || resource.state === 'online_pending') {
    failResource(engine, resource, cause, 'its health check fails');
  }
}

/** The resource is healthy again; if it failed, it is tried again at its next retry or when it is brought online. */
export function repairByHand(engine: Engine, resource: ResourceRun, cause: number): void {
  resource.broken = false;
  engine.epoch += 1;
  record(engine, {
    kind: 'resource',
    subject: resource.subject,
    node: resource.group.owner?.subject.name,
    cause,
    text: `${resource.subject.name} would pass its health check again`,
  });
}
