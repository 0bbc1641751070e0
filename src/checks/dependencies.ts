import type { Cluster } from '../model/cluster';
import type { Resource } from '../model/elements';
import type { Dependency, Ref } from '../model/values';

/** Whether an expression can only be true while the resource is online: it is needed on every way through (semantics 3.3). */
export function requires(expression: Dependency | undefined, key: string): boolean {
  return isAlwaysOneOf(expression, (ref) => ref.key === key);
}

/** Whether an expression can only be true while one of the resources that `isOne` picks is online. */
export function isAlwaysOneOf(expression: Dependency | undefined, isOne: (ref: Ref) => boolean): boolean {
  if (!expression) return false;
  if (expression.kind === 'resource') return isOne(expression.ref);
  const needs = (operand: Dependency): boolean => isAlwaysOneOf(operand, isOne);
  return expression.kind === 'and' ? expression.operands.some(needs) : expression.operands.every(needs);
}

/** The names in an expression, in order. */
export function termsOf(expression: Dependency | undefined): readonly Ref[] {
  if (!expression) return [];
  return expression.kind === 'resource' ? [expression.ref] : expression.operands.flatMap(termsOf);
}

/** Whether a resource waits for another one, directly or through others: then that one must not depend on it. */
export function waitsFor(cluster: Cluster, resource: Resource, provider: string): boolean {
  const seen = new Set<string>();
  const open = [resource.key];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === provider) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const ref of termsOf(cluster.resources.get(key)?.values.depends_on)) open.push(ref.key);
  }
  return false;
}

/** Keys of the resources that must be online while one is, itself included: those it needs on every way, and what they need. */
export function alwaysNeededBy(cluster: Cluster, key: string): ReadonlySet<string> {
  const needed = new Set<string>();
  const open = [key];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (needed.has(one)) continue;
    needed.add(one);
    open.push(...alwaysIn(cluster.resources.get(one)?.values.depends_on));
  }
  return needed;
}

/** The keys that an expression needs on every way through. */
function alwaysIn(expression: Dependency | undefined): readonly string[] {
  return [...new Set(termsOf(expression).map(({ key }) => key))].filter((key) => requires(expression, key));
}

/** Whether a resource waits for itself through others, or directly. */
export function waitsForItself(cluster: Cluster, resource: Resource): boolean {
  return termsOf(resource.values.depends_on).some((ref) => {
    const provider = cluster.resources.get(ref.key);
    return provider !== undefined && waitsFor(cluster, provider, resource.key);
  });
}
