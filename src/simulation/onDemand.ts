/**
 * Things of a run by key that come into being when they are first asked for: a run costs what it touches, not what the
 * design holds.
 */
export interface OnDemand<T> {
  readonly size: number;
  has(key: string): boolean;
  get(key: string): T | undefined;
  /** All of them, in the order of the design; makes those that are not there yet. */
  values(): Iterable<T>;
}

/** Things made by `make` from what the design says of them. */
export function onDemand<P, T extends object>(parts: ReadonlyMap<string, P>, make: (part: P) => T): OnDemand<T> {
  const made = new Map<string, T>();
  const get = (key: string): T | undefined => {
    const known = made.get(key);
    if (known) return known;
    const part = parts.get(key);
    if (part === undefined) return undefined;
    const fresh = make(part);
    made.set(key, fresh);
    return fresh;
  };
  return {
    size: parts.size,
    has: (key) => parts.has(key),
    get,
    *values() {
      for (const key of parts.keys()) {
        const one = get(key);
        if (one) yield one;
      }
    },
  };
}
