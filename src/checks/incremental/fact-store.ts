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

/** `positionOf` is where a declaration stands in the design. */
export function createFactStore(positionOf: (bound: BoundDeclaration) => number): FactStore {
  const rows = new Map<string, Entry[]>();
  const saidBy = new Map<BoundDeclaration, readonly Said[]>();
  const before = new Map<string, readonly Entry[]>();

  const rowOf = (key: string): Entry[] => {
    const row = rows.get(key) ?? [];
    rows.set(key, row);
    if (!before.has(key)) before.set(key, row.slice());
    return row;
  };
  const insert = (row: Entry[], entry: Entry): void => {
    const position = positionOf(entry.bound);
    let low = 0;
    let high = row.length;
    const isBefore = (index: number): boolean => {
      const other = row[index];
      return other !== undefined && positionOf(other.bound) <= position;
    };
    if (isBefore(high - 1)) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(middle)) low = middle + 1;
      else high = middle;
    }
    row.splice(low, 0, entry);
  };
  return {
    get: (key) => rows.get(key)?.map((entry) => entry.value) ?? [],
    replace: (bound, said) => {
      const old = saidBy.get(bound) ?? [];
      if (
        old.length === said.length &&
        old.every(([key, value], at) => said[at]?.[0] === key && said[at][1] === value)
      ) {
        return;
      }
      for (const key of new Set(old.map(([one]) => one))) {
        rows.set(
          key,
          rowOf(key).filter((entry) => entry.bound !== bound),
        );
      }
      saidBy.delete(bound);
      if (said.length === 0) return;
      saidBy.set(bound, said);
      for (const [key, value] of said) insert(rowOf(key), { bound, value });
    },
    takeTouched: () => {
      const touched = [...before].filter(([key, old]) => !isSame(old, rows.get(key) ?? [])).map(([key]) => key);
      for (const key of before.keys()) if (rows.get(key)?.length === 0) rows.delete(key);
      before.clear();
      return touched;
    },
  };
}

function isSame(old: readonly Entry[], fresh: readonly Entry[]): boolean {
  return old.length === fresh.length && old.every(({ value }, index) => value === fresh[index]?.value);
}
