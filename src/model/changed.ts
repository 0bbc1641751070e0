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
