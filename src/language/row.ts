/** What a version of a row was made from: a row is known by an object of its own, so that no row keeps another one alive. */
interface Origin {
  readonly self: object;
  readonly from?: object;
  readonly start: number;
  readonly dropped: number;
  readonly added: number;
}

const origins = new WeakMap<readonly unknown[], Origin>();

function originOf(row: readonly unknown[]): Origin {
  const known = origins.get(row) ?? { self: {}, start: 0, dropped: 0, added: 0 };
  origins.set(row, known);
  return known;
}

/** The row in which `fresh` stands where `dropped` entries from `start` on stood. It is remembered what the two do not share. */
export function spliced<T>(row: readonly T[], start: number, dropped: number, fresh: readonly T[]): readonly T[] {
  const result = row.slice(0, start).concat(fresh, row.slice(start + dropped));
  origins.set(result, { self: {}, from: originOf(row).self, start, dropped, added: fresh.length });
  return result;
}

/** What two versions of a row do not share: a stretch of neighbours in each. */
export interface Changed<T> {
  /** Where the stretches begin. */
  readonly start: number;
  readonly old: readonly T[];
  readonly fresh: readonly T[];
}

/** Compares two rows from both ends. Entries are the same when they are the same object. */
export function changedBetween<T>(old: readonly T[], fresh: readonly T[]): Changed<T> {
  const before = origins.get(old);
  const after = origins.get(fresh);
  if (before && after?.from === before.self) {
    const { start, dropped, added } = after;
    const narrow = ends(old.slice(start, start + dropped), fresh.slice(start, start + added));
    return { ...narrow, start: start + narrow.start };
  }
  return ends(old, fresh);
}

function ends<T>(old: readonly T[], fresh: readonly T[]): Changed<T> {
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

const places = new WeakMap<object, number>();

/** How far from where an entry stood last it is looked for before the whole row is searched. */
const near = 8;

/**
 * Where an entry stands in a row; undefined where it does not. The place is remembered with the entry, which mostly stands
 * where it stood in the version before, or a few places from there; otherwise the row is searched. An entry stands in a row once.
 */
export function placeIn<T extends object>(row: readonly T[], entry: T): number | undefined {
  const known = places.get(entry);
  if (known !== undefined) {
    for (let away = 0; away <= near; away += 1) {
      if (row[known + away] === entry) return remember(entry, known + away);
      if (row[known - away] === entry) return remember(entry, known - away);
    }
  }
  const found = row.indexOf(entry);
  return found < 0 ? undefined : remember(entry, found);
}

function remember(entry: object, place: number): number {
  if (places.get(entry) !== place) places.set(entry, place);
  return place;
}
