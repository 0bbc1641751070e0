/** What two versions of a row do not share: a stretch of neighbours in each. */
export interface Changed<T> {
  /** Where the stretches begin. */
  readonly start: number;
  readonly old: readonly T[];
  readonly fresh: readonly T[];
}

/** Compares two rows from both ends. Entries are the same when they are the same object. */
export function changedBetween<T>(old: readonly T[], fresh: readonly T[]): Changed<T> {
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end += 1;
  return { start, old: old.slice(start, old.length - end), fresh: fresh.slice(start, fresh.length - end) };
}

/** The same without entries that stand in both stretches at one place: two changes far apart leave most between them as it is. */
export function withoutKept<T>({ start, old, fresh }: Changed<T>): Changed<T> {
  if (old.length !== fresh.length) return { start, old, fresh };
  return {
    start,
    old: old.filter((one, index) => one !== fresh[index]),
    fresh: fresh.filter((one, index) => one !== old[index]),
  };
}
