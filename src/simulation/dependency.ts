import type { Dependency } from '../model/values';
import { isActive } from './engine';
import type { GroupRun, ResourceRun } from './engine';

/** Whether the expression is true when `test` says which resources count (semantics 3.3). */
function holds(dependency: Dependency, test: (key: string) => boolean): boolean {
  switch (dependency.kind) {
    case 'resource':
      return test(dependency.ref.key);
    case 'and':
      return dependency.operands.every((operand) => holds(operand, test));
    case 'or':
      return dependency.operands.some((operand) => holds(operand, test));
  }
}

function inGroup(group: GroupRun, keys: readonly string[]): readonly ResourceRun[] {
  return group.resources.filter(({ part }) => keys.includes(part.resource.key));
}

/** Resources the expression of `resource` names, in the order of the file. */
export function providersOf(resource: ResourceRun): readonly ResourceRun[] {
  return inGroup(resource.group, resource.part.providers);
}

/** Resources whose expressions name `resource`, in the order of the file. */
export function dependentsOf(resource: ResourceRun): readonly ResourceRun[] {
  return inGroup(resource.group, resource.part.dependents);
}

/** Whether what the resource depends on is online. */
export function isSupported(resource: ResourceRun): boolean {
  const { needs } = resource.part;
  if (!needs) return true;
  const online = new Set(
    providersOf(resource)
      .filter(({ state }) => state === 'online')
      .map(({ part }) => part.resource.key),
  );
  return holds(needs, (key) => online.has(key));
}

function isPending({ state }: ResourceRun): boolean {
  return state === 'online_pending' || state === 'offline_pending';
}

/** Whether it may start: its expression is true and no provider of it is still on its way (semantics 3.3). */
export function mayStart(resource: ResourceRun): boolean {
  return isSupported(resource) && !providersOf(resource).some(isPending);
}

/** Whether nothing that depends on it is still active: it may go offline (semantics 3.1). */
export function mayStop(resource: ResourceRun): boolean {
  return !dependentsOf(resource).some(isActive);
}

/**
 * The active resources that cannot go on now that `fallen` is gone: those whose expression is false, then those that
 * depend on them; dependents first (semantics 1.3).
 */
export function unsupported(fallen: ResourceRun): readonly ResourceRun[] {
  const gone = new Set([fallen.part.resource.key]);
  const found: ResourceRun[] = [];
  const queue = [fallen];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const dependent of dependentsOf(next)) {
      const { needs, resource } = dependent.part;
      if (!isActive(dependent) || !needs || gone.has(resource.key)) continue;
      const left = (key: string): boolean =>
        !gone.has(key) && dependent.group.resources.some((one) => one.part.resource.key === key && isActive(one));
      if (holds(needs, left)) continue;
      gone.add(resource.key);
      found.push(dependent);
      queue.push(dependent);
    }
  }
  return found.reverse();
}

/** Everything the resource depends on, directly or not. */
export function withProviders(resource: ResourceRun): readonly ResourceRun[] {
  const found = new Set<ResourceRun>();
  const queue = [resource];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const provider of providersOf(next)) {
      if (found.has(provider)) continue;
      found.add(provider);
      queue.push(provider);
    }
  }
  return [...found];
}

/** The latest event among the providers' and the group's own: why a resource starts now. */
export function causeOfStart(resource: ResourceRun): number | null {
  const causes = [resource.group.cause, ...providersOf(resource).map(({ lastEvent }) => lastEvent)];
  return latest(causes);
}

/** The latest event among the dependents' and the group's own: why a resource goes offline now. */
export function causeOfStop(resource: ResourceRun): number | null {
  return latest([resource.group.cause, ...dependentsOf(resource).map(({ lastEvent }) => lastEvent)]);
}

function latest(causes: readonly (number | null)[]): number | null {
  const known = causes.filter((cause) => cause !== null);
  return known.length === 0 ? null : Math.max(...known);
}
