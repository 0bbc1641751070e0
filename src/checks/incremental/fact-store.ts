import type { BoundDeclaration } from '../../model/bind/declaration';
import { createFactRow } from './fact-row';
import type { FactRow } from './fact-row';

/** A key, and what is said under it. */
type Said = readonly [string, unknown];

/** Facts of one kind by key, each row in the order of the declarations. */
export interface FactStore {
  get(key: string): readonly unknown[];
  /** Forgets what a declaration says, before it leaves its place in the design. */
  forget(bound: BoundDeclaration): void;
  /** Puts what a declaration says now in the place of what it said before. */
  replace(bound: BoundDeclaration, said: readonly Said[]): void;
  /** The keys under which something else may be said than at the last call. */
  takeTouched(): readonly string[];
}

/** `positionOf` is where a declaration stands in the design. */
export function createFactStore(positionOf: (bound: BoundDeclaration) => number): FactStore {
  const rows = new Map<string, FactRow>();
  /** Of what is only said to be so it matters how often: thousands may say it of one name. */
  const counts = new Map<string, number>();
  const countsBefore = new Map<string, number>();
  const saidBy = new Map<BoundDeclaration, readonly Said[]>();
  const changed = new Set<string>();

  const count = (key: string, by: number): void => {
    const known = counts.get(key) ?? 0;
    if (!countsBefore.has(key)) countsBefore.set(key, known);
    if (known + by === 0) counts.delete(key);
    else counts.set(key, known + by);
  };
  const rowOf = (key: string): FactRow => {
    const row = rows.get(key) ?? createFactRow(positionOf);
    rows.set(key, row);
    changed.add(key);
    return row;
  };
  const forget = (bound: BoundDeclaration): void => {
    for (const [key, value] of saidBy.get(bound) ?? []) {
      if (value === true) count(key, -1);
      else rowOf(key).remove(bound);
    }
    saidBy.delete(bound);
  };
  return {
    get: (key) => rows.get(key)?.values() ?? allTrue(counts.get(key) ?? 0),
    forget,
    replace: (bound, said) => {
      if (isSame(saidBy.get(bound) ?? [], said)) return;
      forget(bound);
      if (said.length > 0) saidBy.set(bound, said);
      for (const [key, value] of said) {
        if (value === true) count(key, 1);
        else rowOf(key).insert(bound, value);
      }
    },
    takeTouched: () => {
      const counted = [...countsBefore].filter(([key, before]) => before !== (counts.get(key) ?? 0));
      const touched = [...changed].filter((key) => rows.get(key)?.takeTouched());
      for (const key of changed) if (rows.get(key)?.length === 0) rows.delete(key);
      countsBefore.clear();
      changed.clear();
      return [...counted.map(([key]) => key), ...touched];
    },
  };
}

function isSame(old: readonly Said[], said: readonly Said[]): boolean {
  return old.length === said.length && old.every(([key, value], at) => said[at]?.[0] === key && said[at][1] === value);
}

const rowsOfTrue: (readonly true[])[] = [[]];

/** As many times `true`: one row for each length, since it is mostly asked how long it is. */
function allTrue(length: number): readonly true[] {
  return (rowsOfTrue[length] ??= Array.from({ length }, () => true as const));
}
