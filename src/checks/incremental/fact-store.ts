import type { BoundDeclaration } from '../../model/bind/declaration';

/** What one declaration says under one key. */
interface Entry {
  readonly bound: BoundDeclaration;
  readonly value: unknown;
}

/** A key, and what is said under it. */
type Said = readonly [string, unknown];

/** Facts of one kind by key, each row in the order of the declarations. */
export interface FactStore {
  get(key: string): readonly unknown[];
  /** Puts what a declaration says now in the place of what it said before. */
  replace(bound: BoundDeclaration, said: readonly Said[]): void;
  /** The keys under which something else is said than at the last call. */
  takeTouched(): readonly string[];
}

/** How often it is said under each key that something is so. Thousands may say it of one key, so they are only counted. */
interface Counts {
  readonly now: Map<string, number>;
  readonly before: Map<string, number>;
}

/** `positionOf` is where a declaration stands in the design. */
export function createFactStore(positionOf: (bound: BoundDeclaration) => number): FactStore {
  const rows = new Map<string, Entry[]>();
  const before = new Map<string, readonly Entry[]>();
  const counts: Counts = { now: new Map(), before: new Map() };
  const saidBy = new Map<BoundDeclaration, readonly Said[]>();

  /** The row of a key, to be changed; what it was stays in `before`. */
  const rowOf = (key: string): Entry[] => {
    const row = rows.get(key) ?? [];
    if (before.has(key)) return row;
    before.set(key, row);
    const own = row.slice();
    rows.set(key, own);
    return own;
  };
  return {
    get: (key) => {
      const row = rows.get(key);
      if (row) return row.map((entry) => entry.value);
      const count = counts.now.get(key) ?? 0;
      return count === 0 ? [] : Array.from({ length: count }, () => true);
    },
    replace: (bound, said) => {
      const old = saidBy.get(bound) ?? [];
      if (isSameSaid(old, said)) return;
      for (const [key, value] of old) if (value === true) count(counts, key, -1);
      for (const key of new Set(old.flatMap(([one, value]) => (value === true ? [] : [one])))) {
        const kept = rowOf(key).filter((entry) => entry.bound !== bound);
        rows.set(key, kept);
      }
      saidBy.delete(bound);
      if (said.length === 0) return;
      saidBy.set(bound, said);
      for (const [key, value] of said) {
        if (value === true) count(counts, key, 1);
        else insertInto(rowOf(key), { bound, value }, positionOf);
      }
    },
    takeTouched: () => {
      const counted = [...counts.before].filter(([key, old]) => old !== (counts.now.get(key) ?? 0));
      const touched = [...before].filter(([key, old]) => !isSame(old, rows.get(key) ?? []));
      for (const key of before.keys()) if (rows.get(key)?.length === 0) rows.delete(key);
      before.clear();
      counts.before.clear();
      return [...counted, ...touched].map(([key]) => key);
    },
  };
}

function count({ now, before }: Counts, key: string, by: number): void {
  const known = now.get(key) ?? 0;
  if (!before.has(key)) before.set(key, known);
  if (known + by === 0) now.delete(key);
  else now.set(key, known + by);
}

/** Puts an entry into a row: behind those of declarations at the same or an earlier place. */
function insertInto(row: Entry[], entry: Entry, positionOf: (bound: BoundDeclaration) => number): void {
  const position = positionOf(entry.bound);
  const isBefore = (index: number): boolean => {
    const other = row[index];
    return other !== undefined && positionOf(other.bound) <= position;
  };
  let low = isBefore(row.length - 1) ? row.length : 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  row.splice(low, 0, entry);
}

function isSameSaid(old: readonly Said[], said: readonly Said[]): boolean {
  return old.length === said.length && old.every(([key, value], at) => said[at]?.[0] === key && said[at][1] === value);
}

function isSame(old: readonly Entry[], fresh: readonly Entry[]): boolean {
  return old.length === fresh.length && old.every(({ value }, index) => value === fresh[index]?.value);
}
