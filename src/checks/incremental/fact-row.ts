import type { BoundDeclaration } from '../../model/bind/declaration';

/** What is said under one key, in the order of the declarations that say it. */
export interface FactRow {
  readonly length: number;
  values(): readonly unknown[];
  /** Takes out what a declaration said, before it leaves its place. */
  remove(bound: BoundDeclaration): void;
  /** Puts in one more thing that a declaration says. */
  insert(bound: BoundDeclaration, value: unknown): void;
  /** Whether it may read differently than at the last call. */
  takeTouched(): boolean;
}

/** Neighbours that came or went at one place. */
interface Run {
  readonly place: number;
  readonly values: unknown[];
}

/** `positionOf` is where a declaration stands in the design; it must hold for all whose entries are in the row. */
export function createFactRow(positionOf: (bound: BoundDeclaration) => number): FactRow {
  const owners: BoundDeclaration[] = [];
  const said: unknown[] = [];
  let read: readonly unknown[] | undefined;
  let gone: Run[] = [];
  let come: Run[] = [];

  /** The first place behind those of declarations that are before. */
  const placeOf = (isBefore: (other: number) => boolean): number => {
    const last = owners.at(-1);
    if (!last || isBefore(positionOf(last))) return owners.length;
    let low = 0;
    let high = owners.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const owner = owners[middle];
      if (owner && isBefore(positionOf(owner))) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    get length() {
      return said.length;
    },
    values: () => (read ??= said.slice()),
    remove: (bound) => {
      const position = positionOf(bound);
      const place = placeOf((other) => other < position);
      let count = 0;
      while (owners[place + count] === bound) count += 1;
      if (count === 0) return;
      read = undefined;
      owners.splice(place, count);
      gone.push({ place, values: said.splice(place, count) });
    },
    insert: (bound, value) => {
      const position = positionOf(bound);
      const place = placeOf((other) => other <= position);
      read = undefined;
      owners.splice(place, 0, bound);
      said.splice(place, 0, value);
      const last = come.at(-1);
      if (last && last.place + last.values.length === place) last.values.push(value);
      else come.push({ place, values: [value] });
    },
    takeTouched: () => {
      const [before] = gone;
      const [after] = come;
      const isOne = gone.length === 1 && come.length === 1 && before && after;
      const isSame = isOne && before.place === after.place && isEqual(before.values, after.values);
      const isTouched = gone.length + come.length > 0 && !isSame;
      gone = [];
      come = [];
      return isTouched;
    },
  };
}

function isEqual(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
