import { placeIn } from '../../language/row';
import type { BoundDeclaration } from '../../model/bind/declaration';

/** Where declarations stand in a design. */
export interface Positions {
  of(bound: BoundDeclaration): number;
  /** Follows a change of the design, whose declarations are now `all`. */
  update(all: readonly BoundDeclaration[]): void;
}

/** The positions in a design without declarations. */
export function createPositions(): Positions {
  let row: readonly BoundDeclaration[] = [];
  return {
    of: (bound) => placeIn(row, bound) ?? 0,
    update: (all) => {
      row = all;
    },
  };
}
