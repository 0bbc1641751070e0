import type { BoundDeclaration } from '../../model/bind/declaration';
import { factTables } from '../facts/facts';
import type { Facts } from '../facts/facts';
import type { Checked } from '../rule';
import type { Notes } from './cells';
import { createFactStore } from './fact-store';
import type { Positions } from './positions';
import type { Touch } from './touched';

/** What all declarations say of each other, kept from one version of a design to the next. */
export interface FactBook {
  /** The facts, for readers that leave a note of what they look at. */
  readonly facts: Facts;
  /** Puts down what a declaration says now, as far as a step goes. */
  write(step: number, bound: BoundDeclaration, design: Checked): void;
  /** Forgets what a declaration says, before it leaves its place. */
  forget(bound: BoundDeclaration): void;
  /** Tells the cells that have changed since the last call. */
  tellTouched(touch: Touch): void;
}

/** A book in which nothing stands yet. */
export function createFactBook(positions: Positions, cells: Notes): FactBook {
  const names = factTables.flatMap((table) => Object.keys(table));
  const stores = new Map(names.map((name) => [name, createFactStore((bound) => positions.of(bound))]));
  const facts = Object.fromEntries(
    [...stores].map(([name, store]) => {
      const read = cells.readerOf(name);
      return [
        name,
        (key: string) => {
          read(key);
          return store.get(key);
        },
      ];
    }),
  );
  return {
    // Each store holds what the table's function of the same name gives; TypeScript cannot follow that through the names.
    facts: facts as unknown as Facts,
    write: (step, bound, design) => {
      for (const [name, said] of Object.entries(factTables[step] ?? {})) {
        stores.get(name)?.replace(bound, said(bound, design));
      }
    },
    forget: (bound) => {
      for (const store of stores.values()) store.forget(bound);
    },
    tellTouched: (touch) => {
      for (const [name, store] of stores) for (const key of store.takeTouched()) touch(name, key);
    },
  };
}
