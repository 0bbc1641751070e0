/** The first of each that have the same `key`; keys are compared as JSON. */
export function unique<T>(all: readonly T[], key: (one: T) => unknown): T[] {
  const found = new Map<string, T>();
  for (const one of all) {
    const name = JSON.stringify(key(one));
    if (!found.has(name)) found.set(name, one);
  }
  return [...found.values()];
}
