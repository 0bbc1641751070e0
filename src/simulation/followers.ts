/**
 * What follows the virtual machines of the host cluster, by its place in the file: each is made when it is first needed,
 * and asked what to do only after a task that touched it.
 */
export interface Followers<T> {
  /** All of them, in the order of the file. */
  all(): readonly T[];
  /** It will be asked at the end of this task. */
  touch(position: number): void;
  touchAll(): void;
  /** Those touched since the last time, in the order of the file. */
  takeTouched(): readonly T[];
}

/** As many followers as `parts`, none of them touched. */
export function createFollowers<P, T extends object>(
  parts: readonly P[],
  make: (part: P, position: number) => T,
): Followers<T> {
  const made: (T | undefined)[] = parts.map(() => undefined);
  const touched = new Set<number>();
  const at = (part: P, position: number): T => {
    const one = made[position] ?? make(part, position);
    made[position] = one;
    return one;
  };
  return {
    all: () => parts.map(at),
    touch: (position) => {
      touched.add(position);
    },
    touchAll: () => {
      for (const position of parts.keys()) touched.add(position);
    },
    takeTouched: () => {
      if (touched.size === 0) return [];
      const positions = [...touched].toSorted((left, right) => left - right);
      touched.clear();
      return positions.flatMap((position) => {
        const part = parts[position];
        return part === undefined ? [] : [at(part, position)];
      });
    },
  };
}
